package io.plimsoll.core.model;

import org.jspecify.annotations.Nullable;

/** The object that owns another. Mirrors {@code meta/v1 OwnerReference}. */
public record OwnerReference(
    String name,
    String apiVersion,
    String kind,
    String uid,
    @Nullable Boolean blockOwnerDeletion,
    @Nullable Boolean controller) {

  /** Reads the record from a tree. */
  public static OwnerReference from(Fields fields) {
    return new OwnerReference(
        fields.text("name"),
        fields.text("apiVersion"),
        fields.text("kind"),
        fields.text("uid"),
        fields.bool("blockOwnerDeletion"),
        fields.bool("controller"));
  }
}
