package io.plimsoll.core.admission.webhook;

import io.plimsoll.core.admission.AdmissionAttributes;
import io.plimsoll.core.admission.AdmissionCall;
import io.plimsoll.core.admission.support.Resources;
import io.plimsoll.core.admission.support.Trees;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Stamps;
import io.plimsoll.core.schema.ApiResource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The review that a webhook is sent. Mirrors {@code CreateV1AdmissionReview} of {@code
 * k8s.io/apiserver/pkg/admission/plugin/webhook/request}.
 */
final class ReviewRequest {

  private static final List<String> VERSIONS = List.of("v1", "v1beta1");

  private ReviewRequest() {}

  /** Returns the version of the review that a webhook gets: the first of its own that is known. */
  static Optional<String> version(Webhook webhook) {
    return webhook.reviewVersions().stream().filter(VERSIONS::contains).findFirst();
  }

  /**
   * Returns the review.
   *
   * @param version the version of the review
   * @param object the object in the version of the invocation
   * @param old the old object in the version of the invocation
   */
  static MappingValue of(
      String version,
      AdmissionCall call,
      Invocation invocation,
      Optional<MappingValue> object,
      Optional<MappingValue> old) {
    AdmissionAttributes attributes = call.attributes();
    Map<String, Value> request = new LinkedHashMap<>();
    request.put("uid", ScalarValue.of(uid(call, invocation)));
    request.put("kind", kind(invocation.apiVersion(), attributes.kind()));
    request.put("resource", resource(invocation.resource()));
    putText(request, "subResource", attributes.subresource());
    request.put("requestKind", kind(attributes.apiVersion(), attributes.kind()));
    request.put("requestResource", resource(attributes.resource()));
    putText(request, "requestSubResource", attributes.subresource());
    putText(request, "name", attributes.name());
    putText(request, "namespace", attributes.namespace());
    request.put("operation", ScalarValue.of(attributes.operation().name()));
    request.put("userInfo", attributes.user().toUserInfo());
    request.put("object", object.<Value>map(tree -> tree).orElseGet(ScalarValue::ofNull));
    request.put("oldObject", old.<Value>map(tree -> tree).orElseGet(ScalarValue::ofNull));
    request.put("dryRun", ScalarValue.of(attributes.dryRun()));
    request.put("options", attributes.options());
    return Trees.strings(Map.of())
        .with("kind", ScalarValue.of("AdmissionReview"))
        .with("apiVersion", ScalarValue.of("admission.k8s.io/" + version))
        .with("request", MappingValue.of(request));
  }

  private static void putText(Map<String, Value> tree, String key, String text) {
    if (!text.isEmpty()) {
      tree.put(key, ScalarValue.of(text));
    }
  }

  /** Upstream draws it at random; here the same request has the same. */
  private static String uid(AdmissionCall call, Invocation invocation) {
    AdmissionAttributes attributes = call.attributes();
    return Stamps.uid(
        call.now().toString(),
        attributes.operation().name(),
        Resources.qualified(attributes.resource()),
        attributes.namespace(),
        attributes.name(),
        invocation.webhook().configuration(),
        invocation.webhook().name(),
        Boolean.toString(call.isAgain()));
  }

  private static MappingValue kind(String apiVersion, String kind) {
    ObjectRef ref = new ObjectRef(apiVersion, kind, "", "");
    return groupVersion(ref.group(), ref.version()).with("kind", ScalarValue.of(kind));
  }

  private static MappingValue resource(ApiResource resource) {
    return groupVersion(resource.group(), resource.version())
        .with("resource", ScalarValue.of(resource.name()));
  }

  private static MappingValue groupVersion(String group, String version) {
    return MappingValue.empty()
        .with("group", ScalarValue.of(group))
        .with("version", ScalarValue.of(version));
  }
}
