package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import org.jspecify.annotations.Nullable;

/** A field of the pod itself. Mirrors {@code core/v1 ObjectFieldSelector}. */
public record ObjectFieldSelector(
    String fieldPath, @Nullable String apiVersion) {

  /** Reads the record from a tree. */
  public static ObjectFieldSelector from(Fields fields) {
    return new ObjectFieldSelector(fields.text("fieldPath"), fields.string("apiVersion"));
  }
}
