package io.plimsoll.core.schema;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of an API with their fields: what {@code kubectl explain} knows.
 *
 * <p>It comes from the OpenAPI documents of Kubernetes, and from the custom resource definitions of ClusterNetworkPolicy,
 * AdminNetworkPolicy and BaselineAdminNetworkPolicy.
 */
public final class Schema {

  private final TypeReader table;

  private Schema(TypeReader table) {
    this.table = table;
  }

  /** Makes the schema when it is first asked for. */
  private static final class Carried {
    static final Schema SCHEMA = new Schema(new TypeReader(Tables.read("types.tsv")));
  }

  /** Returns the schema of Kubernetes that the library carries. */
  public static Schema kubernetes() {
    return Carried.SCHEMA;
  }

  /** Returns the release it was taken from: {@code 1.37.2}. */
  public String version() {
    return table.version();
  }

  /** Returns the type of the objects of a kind, lists of objects included. */
  public Optional<ObjectType> type(String apiVersion, String kind) {
    return Optional.ofNullable(find(apiVersion, kind));
  }

  /** Returns a type by its full name, such as {@code core.v1.PodSpec}. */
  public Optional<ObjectType> type(String name) {
    return Optional.ofNullable(table.types().get(name));
  }

  /** Returns all types, ordered by name. */
  public List<ObjectType> types() {
    return table.types().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(Map.Entry::getValue)
        .toList();
  }

  /** Returns the API versions that have kinds, ordered by name. */
  public List<String> apiVersions() {
    return table.kinds().keySet().stream().sorted().toList();
  }

  /** Returns the kinds of an API version, ordered by name. */
  public List<String> kinds(String apiVersion) {
    Map<String, ObjectType> kinds = table.kinds().getOrDefault(apiVersion, Map.of());
    return kinds.keySet().stream().sorted().toList();
  }

  @Nullable
  ObjectType find(String apiVersion, String kind) {
    Map<String, ObjectType> kinds = table.kinds().get(apiVersion);
    return kinds == null ? null : kinds.get(kind);
  }
}
