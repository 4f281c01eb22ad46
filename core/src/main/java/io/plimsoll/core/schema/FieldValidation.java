package io.plimsoll.core.schema;

/**
 * What becomes of objects that do not fit Kubernetes' table of kinds and fields: of what is unknown, written twice, missing or
 * of a wrong type. Named after the API's {@code fieldValidation}.
 */
public enum FieldValidation {
  /** It is an error. */
  STRICT,
  /**
   * It is a warning: records do not have what is unknown, of two the last counts, and what has a wrong type counts as absent. The
   * tree of a manifest keeps it all. To an API server a wrong type is an error even so.
   */
  WARN,
  /**
   * As {@link #WARN}, but nobody is told of what is unknown, written twice or missing. A wrong type is a warning even here: no API
   * server forgives one, and an answer about an object that lost a field so may mean nothing.
   */
  IGNORE
}
