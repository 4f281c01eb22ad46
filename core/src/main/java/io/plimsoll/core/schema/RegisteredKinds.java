package io.plimsoll.core.schema;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The kinds that an API server can decode, served or not. Mirrors what {@code pkg/api/legacyscheme} of Kubernetes has registered:
 * the kinds of the schema, those of versions that are gone, and the options that every version has.
 */
public final class RegisteredKinds {

  private static final Set<String> IN_EVERY_VERSION = Set.of(
      "CreateOptions",
      "DeleteOptions",
      "GetOptions",
      "ListOptions",
      "PatchOptions",
      "UpdateOptions",
      "WatchEvent");

  /** These are found in whatever version, and in none. */
  private static final Set<String> UNVERSIONED =
      Set.of("APIGroup", "APIGroupList", "APIResourceList", "APIVersions", "Status");

  /** Starts the names of types that another scheme than Kubernetes' own has, or none. */
  private static final List<String> FOREIGN =
      List.of("io.k8s.", "policy.v1alpha1.", "policy.v1alpha2.");

  private final Schema schema;
  private final Map<String, Set<String>> unserved = new HashMap<>();

  private RegisteredKinds(Schema schema) {
    this.schema = schema;
    for (String line : Tables.split(Tables.read("registered.tsv"), '\n')) {
      List<String> parts = Tables.split(line, '\t');
      if (!parts.isEmpty()) {
        unserved.put(parts.get(0), new HashSet<>(Tables.split(parts.get(1), ',')));
      }
    }
  }

  /** Reads the table when it is first asked for. */
  private static final class Carried {
    static final RegisteredKinds KINDS = new RegisteredKinds(Schema.kubernetes());
  }

  /** Returns Kubernetes' own kinds. */
  public static RegisteredKinds kubernetes() {
    return Carried.KINDS;
  }

  /** Returns whether a kind is registered. */
  public boolean contains(String apiVersion, String kind) {
    if (UNVERSIONED.contains(kind)) {
      return true;
    }
    ObjectType type = schema.find(apiVersion, kind);
    if (type != null) {
      return !isForeign(type.name());
    }
    Set<String> kinds = unserved.get(apiVersion);
    return (kinds != null && kinds.contains(kind))
        || (IN_EVERY_VERSION.contains(kind)
            && (kinds != null || !schema.kinds(apiVersion).isEmpty()));
  }

  /** Each body that is decoded asks this twice; a stream showed in {@code AdmissionBenchmark}. */
  private static boolean isForeign(String type) {
    for (String start : FOREIGN) {
      if (type.startsWith(start)) {
        return true;
      }
    }
    return false;
  }

  /** Returns the type of a kind's objects as Go prints it, such as {@code v1.Pod}. */
  public String goType(String apiVersion, String kind) {
    if (UNVERSIONED.contains(kind) || IN_EVERY_VERSION.contains(kind)) {
      return "v1.".concat(kind);
    }
    ObjectType type = schema.find(apiVersion, kind);
    return type == null
        ? apiVersion.substring(apiVersion.indexOf('/') + 1) + "." + kind
        : type.goType();
  }
}
