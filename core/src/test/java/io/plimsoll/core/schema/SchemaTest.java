package io.plimsoll.core.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.schema.FieldType.ListOf;
import io.plimsoll.core.schema.FieldType.MapOf;
import io.plimsoll.core.schema.FieldType.Scalar;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaTest {

  private static final Schema SCHEMA = Schema.kubernetes();

  @Test
  void knowsTheTypeOfAKind() {
    ObjectType deployment = SCHEMA.type("apps/v1", "Deployment").orElseThrow();

    assertThat(deployment.name()).isEqualTo("apps.v1.Deployment");
    assertThat(deployment.fields())
        .extracting(Field::name)
        .containsExactly("apiVersion", "kind", "metadata", "spec", "status");
  }

  @Test
  void kindsAreNotMixedUpWithVersions() {
    assertThat(SCHEMA.type("apps/v1beta1", "Deployment")).isEmpty();
    assertThat(SCHEMA.type("v1", "Deployment")).isEmpty();
    assertThat(SCHEMA.type("apps/v1", "deployment")).isEmpty();
  }

  @Test
  void listsItsKinds() {
    assertThat(SCHEMA.version()).startsWith("1.37");
    assertThat(SCHEMA.apiVersions()).contains("v1", "apps/v1").isSorted();
    assertThat(SCHEMA.kinds("batch/v1"))
        .containsExactly("CronJob", "CronJobList", "Job", "JobList");
    assertThat(SCHEMA.kinds("batch/v2")).isEmpty();
  }

  @Test
  void keyedListsNameTheirKeys() {
    Field ports = field("core.v1.Container", "ports");

    assertThat(ports.type()).isEqualTo(new ListOf(type("core.v1.ContainerPort")));
    assertThat(ports.merge()).isEqualTo(new Merge.Keyed(List.of("containerPort", "protocol")));
    assertThat(ports.mergeKey()).contains("containerPort");
  }

  @Test
  void fieldsMergeAsTheTableOrTheirTypeSays() {
    assertThat(field("core.v1.Container", "args").merge()).isEqualTo(Merge.ATOMIC);
    assertThat(field("core.v1.Container", "image").merge()).isEqualTo(Merge.ATOMIC);
    assertThat(field("meta.v1.ObjectMeta", "finalizers").merge()).isEqualTo(Merge.SET);
    assertThat(field("meta.v1.ObjectMeta", "labels").merge()).isEqualTo(Merge.GRANULAR);
    assertThat(field("core.v1.PodSpec", "nodeSelector").merge()).isEqualTo(Merge.ATOMIC);
    assertThat(field("core.v1.PodSpec", "securityContext").merge()).isEqualTo(Merge.GRANULAR);
  }

  @Test
  void fieldsKnowWhetherTheyAreRequiredAndWhatTheyMayBe() {
    String egress = "policy.v1alpha1.AdminNetworkPolicy.spec.egress";

    assertThat(field("core.v1.PodSpec", "containers").required()).isTrue();
    assertThat(field("core.v1.PodSpec", "volumes").required()).isFalse();
    assertThat(field(egress, "action").allowed()).containsExactly("Allow", "Deny", "Pass");
    assertThat(field(egress + ".ports.portNumber", "protocol").defaultValue()).contains("TCP");
  }

  @Test
  void typesNest() {
    assertThat(field("core.v1.ResourceRequirements", "limits").type())
        .isEqualTo(new MapOf(Scalar.QUANTITY))
        .hasToString("{}quantity");
    assertThat(field("core.v1.Secret", "data").type()).isEqualTo(new MapOf(Scalar.BYTES));
    assertThat(SCHEMA.types())
        .flatExtracting(ObjectType::fields)
        .extracting(Field::type)
        .contains(new MapOf(new ListOf(Scalar.STRING)));
  }

  private static ObjectType type(String name) {
    return SCHEMA.type(name).orElseThrow();
  }

  private static Field field(String type, String name) {
    return type(type).field(name).orElseThrow();
  }
}
