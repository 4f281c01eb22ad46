package io.plimsoll.core.admission.quota;

import io.plimsoll.core.model.Fields;
import java.util.List;

/**
 * A resource that nobody may have without a quota for it. Mirrors {@code apiserver.config.k8s.io/v1 LimitedResource} of {@code
 * ResourceQuotaConfiguration}.
 *
 * @param apiGroup the group of the resource, empty for the core group
 * @param resource the plural, such as {@code pods}
 * @param matchContains what the name of something that is used contains if it is limited
 * @param matchScopes the scopes that are limited
 */
public record LimitedResource(
    String apiGroup, String resource, List<String> matchContains, List<Scope> matchScopes) {

  public LimitedResource {
    matchContains = List.copyOf(matchContains);
    matchScopes = List.copyOf(matchScopes);
  }

  /** Reads the record from a tree. */
  public static LimitedResource from(Fields fields) {
    return new LimitedResource(
        fields.text("apiGroup"),
        fields.text("resource"),
        fields.strings("matchContains"),
        fields.list("matchScopes", Scope::from));
  }

  boolean limits(String name) {
    return matchContains.stream().anyMatch(name::contains);
  }
}
