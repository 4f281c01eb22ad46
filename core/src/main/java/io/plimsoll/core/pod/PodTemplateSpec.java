package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.ObjectMeta;

/**
 * What a controller makes pods from. Mirrors {@code core/v1 PodTemplateSpec}.
 *
 * @param metadata the metadata its pods get
 * @param spec what its pods run
 */
public record PodTemplateSpec(ObjectMeta metadata, PodSpec spec) {

  /** Reads the record from a tree. */
  public static PodTemplateSpec from(Fields fields) {
    return new PodTemplateSpec(
        ObjectMeta.from(Fields.of(fields.value("metadata"))),
        PodSpec.from(Fields.of(fields.value("spec"))));
  }
}
