package io.plimsoll.rbac.kubectl;

import io.plimsoll.core.model.ObjectMeta;
import java.util.LinkedHashMap;
import java.util.Map;

/** The metadata of an object that is reconciled. */
final class ReconciledMeta {

  private static final String AUTOUPDATE = "rbac.authorization.kubernetes.io/autoupdate";

  private ReconciledMeta() {}

  /** Returns whether the object opted out. */
  static boolean isProtected(ObjectMeta existing) {
    return "false".equals(existing.annotations().get(AUTOUPDATE));
  }

  /** Returns the metadata with the labels and annotations that are expected and not there in any form. */
  static ObjectMeta merged(ObjectMeta existing, ObjectMeta expected) {
    return existing.toBuilder()
        .labels(merged(existing.labels(), expected.labels()))
        .annotations(merged(existing.annotations(), expected.annotations()))
        .build();
  }

  private static Map<String, String> merged(
      Map<String, String> existing, Map<String, String> expected) {
    Map<String, String> all = new LinkedHashMap<>(existing);
    expected.forEach(all::putIfAbsent);
    return all;
  }
}
