package io.plimsoll.core.request;

import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.model.FieldSelector;
import io.plimsoll.core.model.Names;
import io.plimsoll.core.model.Requirement;
import io.plimsoll.core.model.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What method, path and parameters of a request mean. Mirrors {@code RequestInfo} of {@code
 * k8s.io/apiserver/pkg/endpoints/request}.
 *
 * @param attributes what is asked for, as authorizers are asked about it
 * @param parts the path from the resource on: resource, name, subresource, and more that only the subresource understands;
 *     empty if the request is about no resource
 * @param isWatch whether the client wants to hear of changes, although the verb may be another
 */
public record RequestInfo(Attributes attributes, List<String> parts, boolean isWatch) {

  private static final Set<String> PREFIXES = Set.of("api", "apis");
  private static final String GROUPLESS = "api";

  /** Verbs that old paths begin with. */
  private static final Set<String> VERBS_IN_PATHS = Set.of("proxy", "watch");

  /** The one of those after which no subresources are known. */
  private static final String NO_SUBRESOURCES = "proxy";

  private static final Set<String> NAMESPACE_SUBRESOURCES = Set.of("status", "finalize");
  private static final Set<String> VERBS_WITH_SELECTORS =
      Set.of("list", "watch", "deletecollection");

  /** The parameters of lists that are numbers. */
  private static final List<String> NUMBERS = List.of("timeoutSeconds", "limit");

  public RequestInfo {
    parts = List.copyOf(parts);
  }

  /**
   * Returns what a request means.
   *
   * @throws IllegalArgumentException if the path begins with a verb and ends there, with upstream's message
   */
  public static RequestInfo of(ApiRequest request) {
    List<String> path = segments(request.path());
    int prefix = path.isEmpty() || !PREFIXES.contains(path.get(0)) ? 0 : 1;
    boolean grouped = prefix == 1 && !path.get(0).equals(GROUPLESS);
    int version = grouped ? 2 : 1;
    if (prefix == 0 || path.size() < version + 2) {
      String verb = request.method().toLowerCase(Locale.ROOT);
      return new RequestInfo(Attributes.ofPath(verb, request.path()), List.of(), false);
    }
    return new OfResource(
            request,
            grouped ? path.get(1) : "",
            path.get(version),
            path.subList(version + 1, path.size()))
        .info();
  }

  /** Mirrors {@code splitPath}: slashes at both ends do not count, but two in a row make an empty segment. */
  private static List<String> segments(String path) {
    int start = 0;
    int end = path.length();
    while (start < end && path.charAt(start) == '/') {
      start++;
    }
    while (end > start && path.charAt(end - 1) == '/') {
      end--;
    }
    if (start == end) {
      return List.of();
    }
    List<String> segments = new ArrayList<>();
    for (int next; (next = path.indexOf('/', start)) >= 0 && next < end; start = next + 1) {
      segments.add(path.substring(start, next));
    }
    segments.add(path.substring(start, end));
    return segments;
  }

  /** The meaning of a request about a resource, in the making. */
  private static final class OfResource {

    private final ApiRequest request;
    private final String group;
    private final String version;
    private final boolean verbInPath;
    private final String namespace;
    private final List<String> parts;
    private String verb;
    private String name;
    private boolean watch;

    OfResource(ApiRequest request, String group, String version, List<String> rest) {
      this.request = request;
      this.group = group;
      this.version = version;
      this.verbInPath = VERBS_IN_PATHS.contains(rest.get(0));
      if (verbInPath && rest.size() < 2) {
        throw new IllegalArgumentException(
            "unable to determine kind and namespace from url, " + request.uri());
      }
      this.verb = verbInPath ? rest.get(0) : verbOf(request.method());
      List<String> named = verbInPath ? rest.subList(1, rest.size()) : rest;
      boolean inNamespace = named.get(0).equals("namespaces") && named.size() > 1;
      this.namespace = inNamespace ? named.get(1) : "";
      this.parts = inNamespace && named.size() > 2 && !NAMESPACE_SUBRESOURCES.contains(named.get(2))
          ? named.subList(2, named.size())
          : named;
      this.name = parts.size() > 1 ? parts.get(1) : "";
    }

    private static String verbOf(String method) {
      return switch (method) {
        case "POST" -> "create";
        case "GET", "HEAD" -> "get";
        case "PUT" -> "update";
        case "PATCH" -> "patch";
        case "DELETE" -> "delete";
        default -> "";
      };
    }

    RequestInfo info() {
      if (name.isEmpty() && verb.equals("get")) {
        readMany();
      }
      if (name.isEmpty() && verb.equals("delete")) {
        verb = "deletecollection";
      }
      Attributes attributes = new Attributes(
          verb,
          group,
          version,
          parts.get(0),
          parts.size() > 2 && !verb.equals(NO_SUBRESOURCES) ? parts.get(2) : "",
          namespace,
          name,
          request.path(),
          true);
      return new RequestInfo(
          verbInPath || !VERBS_WITH_SELECTORS.contains(verb) || request.query().isEmpty()
              ? attributes
              : attributes.selecting(fields(), labels()),
          parts,
          watch || verb.equals("watch"));
    }

    /**
     * A read without a name is one of all objects, or of the one that a field selector names; of parameters that cannot be read,
     * only whether they ask to watch counts.
     */
    private void readMany() {
      watch = request.booleanParameter("watch").orElse(false);
      verb = watch ? "watch" : "list";
      if (areReadable()) {
        FieldSelector.tryParse(request.parameter("fieldSelector"))
            .flatMap(selector -> selector.exactMatch("metadata.name"))
            .filter(exact -> Names.pathSegmentErrors(exact).isEmpty())
            .ifPresent(exact -> name = exact);
      }
    }

    private boolean areReadable() {
      for (String number : NUMBERS) {
        List<String> values = request.parameterValues(number);
        if (!values.isEmpty() && GoText.parseInt64(values.get(0)).isEmpty()) {
          return false;
        }
      }
      return Selector.tryParse(request.parameter("labelSelector")).isPresent();
    }

    private List<FieldRequirement> fields() {
      return FieldSelector.tryParse(request.parameter("fieldSelector"))
          .map(selector -> selector.terms().stream()
              .map(term ->
                  new FieldRequirement(term.field(), term.negated() ? "!=" : "=", term.value()))
              .toList())
          .orElse(List.of());
    }

    private List<Requirement> labels() {
      return Selector.tryParse(request.parameter("labelSelector"))
          .map(Selector::requirements)
          .orElse(List.of());
    }
  }
}
