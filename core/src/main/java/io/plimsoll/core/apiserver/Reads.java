package io.plimsoll.core.apiserver;

import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.FieldSelector;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.request.ApiRequest;
import io.plimsoll.core.request.Status;
import io.plimsoll.core.schema.CustomResource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Reading objects. Mirrors {@code k8s.io/apiserver/pkg/endpoints/handlers/get.go}. */
final class Reads {

  private Reads() {}

  static Response get(Exchange exchange, Scope scope) throws Refusal {
    checkExport(exchange.request());
    Revisions.checkReached(exchange, exchange.request().parameter("resourceVersion"));
    MappingValue object = Store.get(exchange, scope);
    return exchange.answer(200, new Response.Body.OfObject(object));
  }

  private static void checkExport(ApiRequest request) throws Refusal {
    if (Boolean.TRUE.equals(new Parameters(request).bool("export"))) {
      throw Refusal.of(Status.badRequest(
          "the export parameter, deprecated since v1.14, is no longer supported"));
    }
  }

  static Response list(Exchange exchange, Scope scope) throws Refusal {
    ListOptions options = options(exchange, scope);
    Page page = page(exchange, scope, options, select(exchange, scope, options));
    return exchange.answer(200, new Response.Body.OfObject(page.list(exchange, scope)));
  }

  /**
   * Answers with what a watch begins with, an event a line: each object there is, or nothing to those who know the state already, or
   * an error to those who know one that is gone.
   */
  static Response watch(Exchange exchange, Scope scope) throws Refusal {
    ListOptions options = options(exchange, scope);
    if (!scope.resource().verbs().contains("watch")) {
      throw Refusal.of(
          Status.methodNotSupported(scope.resource().group(), scope.resource().name(), "watch"));
    }
    String version = options.resourceVersion();
    if (!Revisions.error(version).isEmpty()) {
      throw Refusal.of(Status.plain(500, "", Revisions.error(version)));
    }
    int age = Revisions.compare(exchange, version);
    StringBuilder events = new StringBuilder();
    if (age < 0) {
      Status old = Status.expired("too old resource version: " + Revisions.printed(version) + " ("
          + exchange.state().revision() + ")");
      events.append(event("ERROR", old.toTree()));
    } else if (version.isEmpty() || version.equals("0")) {
      for (KubeObject object : select(exchange, scope, options)) {
        events.append(event("ADDED", object.tree()));
      }
    }
    return exchange.answer(200, new Response.Body.OfText(events.toString()));
  }

  private static String event(String type, MappingValue object) {
    Map<String, Value> event = new LinkedHashMap<>();
    event.put("type", ScalarValue.of(type));
    event.put("object", object);
    return MappingValue.of(event) + "\n";
  }

  /** Returns the options of a list; one for an object by its name is for no other. */
  static ListOptions options(Exchange exchange, Scope scope) throws Refusal {
    ListOptions options = ListOptions.of(exchange, scope);
    String name = scope.name();
    FieldSelector fields = options.fields();
    if (!name.isEmpty()
        && !fields.terms().isEmpty()
        && !fields.exactMatch("metadata.name").equals(Optional.of(name))) {
      throw Refusal.of(
          Status.badRequest("fieldSelector metadata.name doesn't match requested name"));
    }
    return options;
  }

  /** Returns the objects that a request selects, in the order of their keys in etcd. */
  static List<KubeObject> select(Exchange exchange, Scope scope, ListOptions options)
      throws Refusal {
    boolean everything = options.fields().terms().isEmpty();
    Predicate<Map<String, String>> fields = options.fields().matcher();
    SelectableFields selectable = SelectableFields.of(exchange, scope);
    List<KubeObject> found = new ArrayList<>();
    for (KubeObject object : Store.all(exchange, scope)) {
      if ((scope.name().isEmpty() || object.ref().name().equals(scope.name()))
          && options.labels().matches(object.metadata().labels())
          && (everything || fields.test(selectable.values(object.tree())))) {
        found.add(object);
      }
    }
    found.sort(Comparator.comparing((KubeObject object) -> key(object, scope), GoText::compare));
    return found;
  }

  /** Returns where an object is within the collection. */
  private static String key(KubeObject object, Scope scope) {
    String namespace = object.ref().namespace();
    return namespace.isEmpty() || !scope.objectNamespace().isEmpty()
        ? object.ref().name()
        : namespace + "/" + object.ref().name();
  }

  /**
   * Some of the objects that were asked for.
   *
   * @param objects the objects
   * @param next the token for those that are left, or empty
   * @param left how many are left; 0 if that is not said
   */
  record Page(List<KubeObject> objects, String next, int left) {

    /** Returns the objects as a list of their kind; only custom resources in it say their kind and their version. */
    MappingValue list(Exchange exchange, Scope scope) {
      Map<String, Value> metadata = new LinkedHashMap<>();
      metadata.put(
          "resourceVersion", ScalarValue.of(Long.toString(exchange.state().revision())));
      if (!next.isEmpty()) {
        metadata.put("continue", ScalarValue.of(next));
      }
      if (left > 0) {
        metadata.put("remainingItemCount", ScalarValue.of(left));
      }
      Map<String, Value> list = new LinkedHashMap<>();
      Optional<CustomResource> custom = CustomDefinitions.find(exchange, scope);
      list.put(
          "kind",
          ScalarValue.of(
              custom.map(CustomResource::listKind).orElse(scope.resource().kind() + "List")));
      list.put("apiVersion", ScalarValue.of(scope.resource().apiVersion()));
      list.put("metadata", MappingValue.of(metadata));
      list.put(
          "items",
          SequenceValue.of(objects.stream()
              .map(KubeObject::tree)
              .map(tree -> custom.isPresent() ? tree : untyped(tree))
              .toList()));
      return MappingValue.of(list);
    }

    private static MappingValue untyped(MappingValue tree) {
      return tree.without("kind").without("apiVersion");
    }
  }

  /** Returns as many objects as are wanted, from where they are wanted. */
  static Page page(Exchange exchange, Scope scope, ListOptions options, List<KubeObject> all)
      throws Refusal {
    List<KubeObject> rest = rest(exchange, scope, options, all);
    if (options.limit() <= 0 || rest.size() <= options.limit()) {
      return new Page(rest, "", 0);
    }
    List<KubeObject> page = rest.subList(0, (int) options.limit());
    String last = key(page.get(page.size() - 1), scope);
    return new Page(
        page,
        Continuation.after(exchange.state().revision(), last).token(),
        options.selectsAll() ? rest.size() - page.size() : 0);
  }

  /** Returns the objects that a list has not come to yet; refuses one that began in another state. */
  private static List<KubeObject> rest(
      Exchange exchange, Scope scope, ListOptions options, List<KubeObject> all) throws Refusal {
    if (options.continuation().isEmpty()) {
      checkVersion(exchange, options);
      return all;
    }
    Continuation from = Continuation.parse(options.continuation());
    if (!options.resourceVersion().isEmpty() && !options.resourceVersion().equals("0")) {
      throw Refusal.of(
          Status.badRequest("specifying resource version is not allowed when using continue"));
    }
    if (from.revision() > 0 && from.revision() != exchange.state().revision()) {
      throw Refusal.of(from.expired());
    }
    return all.stream()
        .filter(object -> GoText.compare(key(object, scope), from.start()) >= 0)
        .toList();
  }

  private static void checkVersion(Exchange exchange, ListOptions options) throws Refusal {
    String version = options.resourceVersion();
    if (!Revisions.error(version).isEmpty()) {
      throw Refusal.of(Status.badRequest("invalid resource version: " + Revisions.error(version)));
    }
    Revisions.checkReached(exchange, version);
    boolean exact = options.isExact() || (options.match().isEmpty() && options.limit() > 0);
    if (exact && Revisions.compare(exchange, version) < 0) {
      throw Refusal.of(Status.expired(Revisions.LIST_TOO_OLD));
    }
  }
}
