package io.plimsoll.core.request;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.OmitEmpty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The objects that are sent to have something done or answered: reviews, evictions, requests for tokens. */
final class ReviewBody {

  private static final String AUTHORIZATION = "authorization.k8s.io/v1";

  private ReviewBody() {}

  private static MappingValue object(String apiVersion, String kind) {
    return MappingValue.empty()
        .with("apiVersion", ScalarValue.of(apiVersion))
        .with("kind", ScalarValue.of(kind));
  }

  static MappingValue selfSubjectReview() {
    return object("authentication.k8s.io/v1", "SelfSubjectReview");
  }

  static MappingValue selfSubjectAccessReview(Attributes attributes) {
    return object(AUTHORIZATION, "SelfSubjectAccessReview")
        .with("spec", MappingValue.of(attributes(attributes)));
  }

  static MappingValue subjectAccessReview(User user, Attributes attributes) {
    Map<String, Value> spec = attributes(attributes);
    OmitEmpty.put(spec, "user", user.name());
    OmitEmpty.put(spec, "uid", user.uid());
    OmitEmpty.put(spec, "groups", user.groups());
    if (!user.extra().isEmpty()) {
      spec.put("extra", user.extraTree());
    }
    return object(AUTHORIZATION, "SubjectAccessReview").with("spec", MappingValue.of(spec));
  }

  static MappingValue selfSubjectRulesReview(String namespace) {
    return object(AUTHORIZATION, "SelfSubjectRulesReview")
        .with("spec", MappingValue.empty().with("namespace", ScalarValue.of(namespace)));
  }

  static MappingValue eviction(String namespace, String pod) {
    return object("policy/v1", "Eviction")
        .with(
            "metadata",
            MappingValue.empty()
                .with("name", ScalarValue.of(pod))
                .with("namespace", ScalarValue.of(namespace)));
  }

  static MappingValue binding(String namespace, String pod, String node) {
    return object("v1", "Binding")
        .with(
            "metadata",
            MappingValue.empty()
                .with("name", ScalarValue.of(pod))
                .with("namespace", ScalarValue.of(namespace)))
        .with(
            "target",
            MappingValue.empty()
                .with("kind", ScalarValue.of("Node"))
                .with("name", ScalarValue.of(node)));
  }

  static MappingValue tokenRequest(List<String> audiences) {
    MappingValue spec = MappingValue.empty();
    return object("authentication.k8s.io/v1", "TokenRequest")
        .with(
            "spec",
            audiences.isEmpty()
                ? spec
                : spec.with("audiences", SequenceValue.ofStrings(audiences)));
  }

  /** Whoever asks of any version says none. */
  private static Map<String, Value> attributes(Attributes attributes) {
    MappingValue asked = attributes.toTree();
    Map<String, Value> spec = new LinkedHashMap<>();
    spec.put(
        attributes.isResourceRequest() ? "resourceAttributes" : "nonResourceAttributes",
        attributes.apiVersion().equals("*") ? asked.without("version") : asked);
    return spec;
  }
}
