package io.plimsoll.core.authz;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.OmitEmpty;
import io.plimsoll.core.request.Attributes;
import io.plimsoll.core.request.User;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an authorization webhook is asked. Mirrors {@code SubjectAccessReviewSpec} of {@code authorization.k8s.io} as {@code
 * plugin/pkg/authorizer/webhook} of {@code k8s.io/apiserver} fills it.
 *
 * @param user who asks
 * @param attributes for what
 * @param version the version of the review, {@code v1} or {@code v1beta1}
 */
public record SubjectAccessReviewSpec(User user, Attributes attributes, String version) {

  static final String V1 = "v1";
  static final String V1BETA1 = "v1beta1";

  /** Returns the {@code spec} of the review that the webhook gets. */
  public MappingValue toTree() {
    Map<String, Value> tree = new LinkedHashMap<>();
    tree.put(
        attributes.isResourceRequest() ? "resourceAttributes" : "nonResourceAttributes",
        attributes.toTree());
    OmitEmpty.put(tree, "user", user.name());
    OmitEmpty.put(tree, version.equals(V1BETA1) ? "group" : "groups", user.groups());
    if (!user.extra().isEmpty()) {
      tree.put("extra", user.extraTree());
    }
    OmitEmpty.put(tree, "uid", user.uid());
    return MappingValue.of(tree);
  }
}
