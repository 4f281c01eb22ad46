package io.plimsoll.core.model;

import org.jspecify.annotations.Nullable;

/** The name of an object in the same namespace. Mirrors {@code core/v1 LocalObjectReference}. */
public record LocalObjectReference(@Nullable String name) {

  /** Reads the record from a tree. */
  public static LocalObjectReference from(Fields fields) {
    return new LocalObjectReference(fields.string("name"));
  }
}
