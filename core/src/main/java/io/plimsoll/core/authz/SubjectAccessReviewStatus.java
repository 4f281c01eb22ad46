package io.plimsoll.core.authz;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.OmitEmpty;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The answer to a review of access. Mirrors {@code authorization/v1 SubjectAccessReviewStatus}.
 *
 * @param allowed whether it is allowed
 * @param denied whether it is refused whatever others say
 * @param reason why, or empty
 * @param evaluationError what went wrong on the way, or empty
 */
public record SubjectAccessReviewStatus(
    boolean allowed, boolean denied, String reason, String evaluationError) {

  /** Returns that it is allowed. */
  public static SubjectAccessReviewStatus allow(String reason) {
    return new SubjectAccessReviewStatus(true, false, reason, "");
  }

  /** Returns that it is refused, whatever others say. */
  public static SubjectAccessReviewStatus deny(String reason) {
    return new SubjectAccessReviewStatus(false, true, reason, "");
  }

  /** Returns that others may decide. */
  public static SubjectAccessReviewStatus noOpinion(String reason) {
    return new SubjectAccessReviewStatus(false, false, reason, "");
  }

  /** Reads the record from a tree. */
  public static SubjectAccessReviewStatus from(Fields fields) {
    return new SubjectAccessReviewStatus(
        Boolean.TRUE.equals(fields.bool("allowed")),
        Boolean.TRUE.equals(fields.bool("denied")),
        fields.text("reason"),
        fields.text("evaluationError"));
  }

  /** Returns the status of a review. */
  public MappingValue toTree() {
    Map<String, Value> tree = new LinkedHashMap<>();
    tree.put("allowed", ScalarValue.of(allowed));
    if (denied) {
      tree.put("denied", ScalarValue.of(true));
    }
    OmitEmpty.put(tree, "reason", reason);
    OmitEmpty.put(tree, "evaluationError", evaluationError);
    return MappingValue.of(tree);
  }
}
