package io.plimsoll.core.apiserver;

import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.request.Status;
import io.plimsoll.core.schema.ApiResource;
import io.plimsoll.core.schema.CustomResources;
import io.plimsoll.core.schema.ResourceCatalog;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is at paths that are no resources: health, version, and what the API has. Mirrors the routes of {@code
 * k8s.io/apiserver/pkg/server} as far as they depend on nothing but the server's version and catalogue; of others it says that they
 * are not supported.
 */
final class NonResourcePaths {

  private static final Set<String> UNSUPPORTED = Set.of(
      "/metrics",
      "/openapi",
      "/openid/v1/jwks",
      "/.well-known/openid-configuration",
      "/logs",
      "/debug",
      "/statusz",
      "/flagz");
  private static final String VERSION = "1.37.2";

  private final ResourceCatalog catalog;
  private final CustomResources custom;

  /** Makes those of a server that has these resources, some of which are custom. */
  NonResourcePaths(ResourceCatalog catalog, CustomResources custom) {
    this.catalog = catalog;
    this.custom = custom;
  }

  Response answer(Exchange exchange) throws Refusal {
    String path = exchange.request().path();
    String trimmed =
        path.length() > 2 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    if (HealthChecks.isCheck(path)) {
      return exchange.answer(
          200, new Response.Body.OfText(HealthChecks.answer(exchange.request())));
    }
    if (isUnsupported(trimmed)) {
      throw Refusal.unsupported("the path " + GoText.quote(path));
    }
    MappingValue object = object(trimmed);
    if (isRoute(trimmed) && !exchange.request().method().equals("GET")) {
      throw Refusal.of(Status.methodNotAllowed());
    }
    return exchange.answer(200, new Response.Body.OfObject(object));
  }

  /** The groups are described by handlers that take any method, everything else by routes. */
  private static boolean isRoute(String path) {
    return !path.startsWith("/apis") || path.indexOf('/', "/apis/".length()) > 0;
  }

  /** Some paths say what no manifest does: all paths there are, schemas, keys, figures, files. */
  private static boolean isUnsupported(String path) {
    return path.isEmpty()
        || path.equals("/")
        || UNSUPPORTED.stream()
            .anyMatch(known -> path.equals(known) || path.startsWith(known + "/"))
        || HealthChecks.isUnknownHook(path);
  }

  private MappingValue object(String path) throws Refusal {
    List<String> parts = List.of(path.substring(1).split("/", -1));
    return switch (parts.get(0)) {
      case "version" -> version(parts);
      case "api" -> parts.size() == 1 ? coreVersions() : resources("", parts.get(1));
      case "apis" -> apis(parts);
      default -> throw Refusal.pageNotFound();
    };
  }

  private MappingValue apis(List<String> parts) throws Refusal {
    if (parts.size() == 1) {
      List<Value> groups = new ArrayList<>();
      for (String group : catalog.groups()) {
        if (!group.isEmpty()) {
          groups.add(group(group));
        }
      }
      return MappingValue.of(
          entries("kind", "APIGroupList", "apiVersion", "v1", "groups", SequenceValue.of(groups)));
    }
    String group = parts.get(1);
    if (group.isEmpty() || !catalog.hasGroup(group)) {
      throw Refusal.pageNotFound();
    }
    if (parts.size() > 2) {
      return resources(group, parts.get(2));
    }
    Map<String, Value> tree = entries("kind", "APIGroup", "apiVersion", "v1");
    MappingValue described = group(group);
    for (String key : described.keys()) {
      tree.put(key, described.get(key));
    }
    return MappingValue.of(tree);
  }

  private MappingValue group(String group) {
    List<Value> versions = catalog.versions(group).stream()
        .<Value>map(version -> version(group, version))
        .toList();
    return MappingValue.of(entries(
        "name",
        group,
        "versions",
        SequenceValue.of(versions),
        "preferredVersion",
        versions.get(0)));
  }

  private static MappingValue version(String group, String version) {
    return MappingValue.of(entries("groupVersion", group + "/" + version, "version", version));
  }

  private static MappingValue coreVersions() {
    return MappingValue.of(entries(
        "kind", "APIVersions", "versions", SequenceValue.of(List.of(ScalarValue.of("v1")))));
  }

  private MappingValue resources(String group, String version) throws Refusal {
    List<Value> resources = new ArrayList<>();
    for (ApiResource resource : catalog.resources()) {
      if (resource.group().equals(group) && resource.version().equals(version)) {
        resources.addAll(custom
            .find(resource)
            .map(ResourceDescription::of)
            .orElseGet(() -> ResourceDescription.of(resource))
            .entries());
      }
    }
    if (resources.isEmpty()) {
      throw Refusal.pathNotFound();
    }
    return MappingValue.of(entries(
        "kind",
        "APIResourceList",
        "apiVersion",
        "v1",
        "groupVersion",
        group.isEmpty() ? version : group + "/" + version,
        "resources",
        SequenceValue.of(resources)));
  }

  private static MappingValue version(List<String> parts) throws Refusal {
    if (parts.size() > 1) {
      throw Refusal.pathNotFound();
    }
    return MappingValue.of(entries(
        "major", "1", "minor", "37", "gitVersion", "v" + VERSION, "platform", "linux/amd64"));
  }

  /** Returns keys with their values, each a text or a tree, in order. */
  private static Map<String, Value> entries(Object... keysAndValues) {
    Map<String, Value> tree = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      Object value = keysAndValues[i + 1];
      tree.put(
          (String) keysAndValues[i],
          value instanceof Value node ? node : ScalarValue.of((String) value));
    }
    return tree;
  }
}
