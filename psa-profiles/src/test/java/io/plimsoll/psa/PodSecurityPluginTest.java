package io.plimsoll.psa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.core.admission.Admission;
import io.plimsoll.core.admission.AdmissionAttributes;
import io.plimsoll.core.admission.AdmissionCall;
import io.plimsoll.core.admission.Operation;
import io.plimsoll.core.admission.plugin.PluginFactory;
import io.plimsoll.core.admission.plugin.StartFailure;
import io.plimsoll.core.authz.Authorization;
import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Source;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.request.Status;
import io.plimsoll.core.request.User;
import io.plimsoll.core.schema.ResourceCatalog;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PodSecurityPluginTest {

  private static final PodSecurityPlugin PLUGIN =
      PodSecurityPlugin.of(PodSecurityConfiguration.DEFAULT);

  private static final String POD =
      "{\"apiVersion\": \"v1\", \"kind\": \"Pod\", \"metadata\": {\"name\": \"web\", \"namespace\":"
          + " \"shop\"}, \"spec\": {\"hostNetwork\": true, \"containers\": [{\"name\": \"c\", \"image\":"
          + " \"i\"}]}}";

  private static MappingValue tree(String json) {
    return (MappingValue) Value.parseJson(Source.of("test.json", json));
  }

  private static KubeObject shop(String labels) {
    return KubeObject.of(
        tree("{\"apiVersion\": \"v1\", \"kind\": \"Namespace\", \"metadata\": {\"name\":"
            + " \"shop\", \"labels\": {" + labels + "}}}"));
  }

  private static AdmissionCall call(Operation operation, String group, MappingValue object) {
    String kind = Fields.of(object).text("kind");
    String apiVersion = Fields.of(object).text("apiVersion");
    AdmissionAttributes attributes = new AdmissionAttributes(
        operation,
        ResourceCatalog.kubernetes().byKind(group, "v1", kind).orElseThrow(),
        "",
        apiVersion,
        kind,
        "shop",
        Fields.of(object.get("metadata")).text("name"),
        Optional.of(object),
        Optional.empty(),
        MappingValue.empty(),
        false,
        User.of("jane"));
    return new AdmissionCall(
        attributes,
        Cluster.empty(),
        Instant.EPOCH,
        (cluster, user, asked) -> Authorization.noOpinion(""),
        Optional.empty(),
        Optional.empty(),
        false,
        () -> "x");
  }

  private static AdmissionCall amid(AdmissionCall call, KubeObject... objects) {
    return new AdmissionCall(
        call.attributes(),
        Cluster.of(objects),
        call.now(),
        call.authorizer(),
        call.memory(),
        call.passMemory(),
        call.isAgain(),
        call.suffix());
  }

  private static AdmissionCall creation() {
    return call(Operation.CREATE, "", tree(POD));
  }

  @Test
  void podsAreHeldToTheLevelOfTheirNamespace() {
    Admission answer = PLUGIN.validate(
        amid(creation(), shop("\"pod-security.kubernetes.io/enforce\": \"baseline\"")));
    Status refusal = answer.refusal().orElseThrow();
    assertThat(refusal.code()).isEqualTo(403);
    assertThat(refusal.message())
        .isEqualTo("pods \"web\" is forbidden: violates PodSecurity \"baseline:latest\": host"
            + " namespaces (hostNetwork=true)");
    assertThat(answer.auditAnnotations())
        .containsEntry("pod-security.kubernetes.io/enforce-policy", "baseline:latest");
  }

  @Test
  void podsAreWarnedAboutAndNoted() {
    Admission answer = PLUGIN.validate(amid(
        creation(),
        shop("\"pod-security.kubernetes.io/warn\": \"baseline\","
            + " \"pod-security.kubernetes.io/audit\": \"baseline\"")));
    assertThat(answer.isRefusal()).isFalse();
    assertThat(answer.warnings())
        .containsExactly("would violate PodSecurity \"baseline:latest\": host namespaces"
            + " (hostNetwork=true)");
    assertThat(answer.auditAnnotations())
        .containsEntry("pod-security.kubernetes.io/enforce-policy", "privileged:latest")
        .containsEntry(
            "pod-security.kubernetes.io/audit-violations",
            "would violate PodSecurity \"baseline:latest\": host namespaces (hostNetwork=true)");
  }

  @Test
  void namespacesMustExist() {
    assertThat(PLUGIN.validate(creation()).isRefusal()).isTrue();
  }

  @Test
  void otherResourcesAndOperationsAreNotLookedAt() {
    AdmissionCall secret = call(
        Operation.CREATE,
        "",
        tree("{\"apiVersion\": \"v1\", \"kind\": \"Secret\", \"metadata\": {\"name\": \"s\"}}"));
    assertThat(PLUGIN.validate(secret)).isEqualTo(Admission.UNCHANGED);
    assertThat(PLUGIN.handles(Operation.DELETE)).isFalse();
    assertThat(PLUGIN.handles(Operation.UPDATE)).isTrue();
    assertThat(PLUGIN.name()).isEqualTo("PodSecurity");
  }

  @Test
  void theConfigurationOfAServerIsRead() throws StartFailure {
    PluginFactory factory = PodSecurityPlugin.factory();
    String configuration = "{\"apiVersion\": \"pod-security.admission.config.k8s.io/v1\", \"kind\":"
        + " \"PodSecurityConfiguration\", \"defaults\": {\"enforce\": \"%s\"}}";
    assertThat(factory
            .make(Optional.of(tree(configuration.formatted("baseline"))))
            .validate(amid(creation(), shop("")))
            .isRefusal())
        .isTrue();
    assertThat(
            factory.make(Optional.empty()).validate(amid(creation(), shop(""))).isRefusal())
        .isFalse();
    assertThatThrownBy(() -> factory.make(Optional.of(tree(configuration.formatted("strict")))))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("enforce: must be one of privileged, baseline, restricted");
  }
}
