package io.plimsoll.psa;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.core.admission.Operation;
import io.plimsoll.core.manifest.Documents;
import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.Limits;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.Source;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.Namespace;
import io.plimsoll.core.pod.Pod;
import io.plimsoll.core.request.Status;
import io.plimsoll.testkit.Conformance;
import io.plimsoll.testkit.ConformanceCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every request is answered as {@code admission.Admission.Validate} of Kubernetes 1.37 answers it. */
@Tag("conformance")
class PodSecurityAdmissionConformanceTest {

  @Test
  void requestsAreAnsweredAsUpstreamAnswersThem() {
    Conformance.suite("pod-security/admission").lines(PodSecurityAdmissionConformanceTest::judge);
  }

  private static void judge(ConformanceCase c) {
    Value tree =
        Documents.read(Source.of(c.name(), c.text()), Limits.DEFAULT).roots().get(0);
    Fields fields = Fields.of(tree);
    PodSecurityAdmission admission = PodSecurityAdmission.of(
        PodSecurityConfiguration.read(at(tree, "configuration")).orThrow());
    AdmissionView view = AdmissionView.of(
        fields.list("namespaces", Namespace::from), fields.list("pods", Pod::from));

    AdmissionResponse response = admission.review(request(Fields.of(at(tree, "request"))), view);

    c.same(expected(c.json().path("response")), actual(response));
  }

  private static AdmissionRequest request(Fields request) {
    return AdmissionRequest.builder(
            Operation.valueOf(request.text("operation")), request.text("resource"))
        .user(Fields.of(request.value("user")).text("name"))
        .group(request.text("group"))
        .version(request.text("version"))
        .kind(request.text("kind"))
        .subresource(request.text("subresource"))
        .namespace(request.text("namespace"))
        .name(request.text("name"))
        .object(at(request.tree(), "object"))
        .oldObject(at(request.tree(), "oldObject"))
        .build();
  }

  private static Value at(Value tree, String field) {
    return Objects.requireNonNullElse(FieldPath.of(field).in(tree), ScalarValue.ofNull());
  }

  private static Answer expected(JsonNode response) {
    List<Status.Cause> causes = new ArrayList<>();
    response
        .path("causes")
        .forEach(cause -> causes.add(new Status.Cause(
            cause.path("reason").asText(),
            cause.path("message").asText(),
            cause.path("field").asText())));
    List<String> warnings = new ArrayList<>();
    response.path("warnings").forEach(warning -> warnings.add(warning.asText()));
    Map<String, String> annotations = new TreeMap<>();
    response
        .path("auditAnnotations")
        .properties()
        .forEach(entry -> annotations.put(entry.getKey(), entry.getValue().asText()));
    return new Answer(
        response.path("allowed").asBoolean(),
        response.path("code").asInt(0),
        response.path("reason").asText(),
        response.path("message").asText(),
        causes,
        warnings,
        annotations);
  }

  private static Answer actual(AdmissionResponse response) {
    return new Answer(
        response.allowed(),
        response.status().map(Status::code).orElse(0),
        response.status().map(Status::reason).orElse(""),
        response.status().map(Status::message).orElse(""),
        response.status().map(Status::causes).orElse(List.of()),
        response.warnings(),
        new TreeMap<>(response.auditAnnotations()));
  }

  private record Answer(
      boolean allowed,
      int code,
      String reason,
      String message,
      List<Status.Cause> causes,
      List<String> warnings,
      Map<String, String> auditAnnotations) {}
}
