package io.plimsoll.core.load;

import io.plimsoll.core.manifest.Limits;
import io.plimsoll.core.schema.FieldValidation;

/**
 * How manifests are read.
 *
 * @param fieldValidation what becomes of objects that do not fit Kubernetes' table of kinds and fields; whatever it is, a value of a
 *     wrong type is a problem, if only a warning, since every API server refuses it
 * @param recursive whether the files of subdirectories are read as well
 * @param limits what reading may cost at the most
 */
public record ReadOptions(FieldValidation fieldValidation, boolean recursive, Limits limits) {

  /** As {@code kubectl apply -f}: strict, and of a directory only the files right in it; with the default limits. */
  public static final ReadOptions DEFAULT =
      new ReadOptions(FieldValidation.STRICT, false, Limits.DEFAULT);

  /** Returns these options with another {@link #fieldValidation}. */
  public ReadOptions withFieldValidation(FieldValidation other) {
    return new ReadOptions(other, recursive, limits);
  }

  /** Returns these options with subdirectories, as {@code kubectl apply -R} reads them. */
  public ReadOptions withSubdirectories() {
    return new ReadOptions(fieldValidation, true, limits);
  }

  /** Returns these options with other {@link #limits}. */
  public ReadOptions withLimits(Limits other) {
    return new ReadOptions(fieldValidation, recursive, other);
  }
}
