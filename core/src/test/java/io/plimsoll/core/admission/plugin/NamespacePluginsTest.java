package io.plimsoll.core.admission.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.admission.Admission;
import io.plimsoll.core.admission.TestCall;
import io.plimsoll.core.admission.support.Trees;
import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.request.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamespacePluginsTest {

  private static final String POD =
      "{apiVersion: v1, kind: Pod, metadata: {name: p, namespace: shop}}";
  private static final String SHOP = "{apiVersion: v1, kind: Namespace, metadata: {name: shop}}";
  private static final String DYING =
      "{apiVersion: v1, kind: Namespace, metadata: {name: shop}, status: {phase: Terminating}}";

  private final NamespaceLifecycle lifecycle = new NamespaceLifecycle();
  private final NamespaceExists exists = new NamespaceExists();
  private final NamespaceAutoProvision autoProvision = new NamespaceAutoProvision();

  @Test
  void objectsAreMadeInNamespacesThatExist() {
    assertThat(TestCall.create(POD).amid(SHOP).admit(lifecycle)).isEqualTo(Admission.UNCHANGED);
    assertThat(TestCall.refusal(TestCall.create(POD).admit(lifecycle)))
        .isEqualTo("404 namespaces \"shop\" not found");
  }

  @Test
  void nothingIsMadeInANamespaceThatGoes() {
    Admission answer = TestCall.create(POD).amid(DYING).admit(lifecycle);
    assertThat(TestCall.refusal(answer))
        .isEqualTo("403 pods \"p\" is forbidden: unable to create new content in namespace shop"
            + " because it is being terminated");
    assertThat(answer.refusal().orElseThrow().causes())
        .containsExactly(new Status.Cause(
            "NamespaceTerminating", "namespace shop is being terminated", "metadata.namespace"));
  }

  @Test
  void objectsOfANamespaceThatGoesMayChangeAndGo() {
    assertThat(TestCall.update(POD, POD).amid(DYING).admit(lifecycle))
        .isEqualTo(Admission.UNCHANGED);
    assertThat(TestCall.delete(POD).amid(DYING).admit(lifecycle)).isEqualTo(Admission.UNCHANGED);
  }

  @Test
  void reviewsNeedNoNamespace() {
    String review = "{apiVersion: authorization.k8s.io/v1, kind: LocalSubjectAccessReview,"
        + " metadata: {namespace: shop}}";
    assertThat(TestCall.create(review).admit(lifecycle)).isEqualTo(Admission.UNCHANGED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"default", "kube-system", "kube-public"})
  void someNamespacesStay(String name) {
    String namespace = "{apiVersion: v1, kind: Namespace, metadata: {name: " + name + "}}";
    assertThat(TestCall.refusal(TestCall.delete(namespace).admit(lifecycle)))
        .isEqualTo(TestCall.forbidden("namespaces", name, "this namespace may not be deleted"));
    assertThat(TestCall.update(namespace, namespace).admit(lifecycle))
        .isEqualTo(Admission.UNCHANGED);
  }

  @Test
  void otherNamespacesGo() {
    assertThat(TestCall.delete(SHOP).admit(lifecycle)).isEqualTo(Admission.UNCHANGED);
  }

  @Test
  void existenceIsCheckedForChangesAsWell() {
    assertThat(TestCall.refusal(TestCall.update(POD, POD).validate(exists)))
        .isEqualTo("404 namespaces \"shop\" not found");
    assertThat(TestCall.update(POD, POD).amid(SHOP).validate(exists))
        .isEqualTo(Admission.UNCHANGED);
    assertThat(TestCall.create(SHOP).validate(exists)).isEqualTo(Admission.UNCHANGED);
  }

  @Test
  void aMissingNamespaceIsMade() {
    Cluster after = TestCall.create(POD).admit(autoProvision).cluster().orElseThrow();
    assertThat(after.objects()).hasSize(1);
    MappingValue made = after.objects().get(0).tree();
    assertThat(Trees.metadata(made).text("name")).isEqualTo("shop");
    assertThat(Trees.metadata(made).stringMap("labels"))
        .containsEntry("kubernetes.io/metadata.name", "shop");
    assertThat(Trees.metadata(made).text("creationTimestamp")).isEqualTo("2026-11-26T10:00:00Z");
    assertThat(Trees.status(made).text("phase")).isEqualTo("Active");
    assertThat(Trees.spec(made).strings("finalizers")).containsExactly("kubernetes");
  }

  @Test
  void noNamespaceIsMadeWhereOneIsOrNothingIsStored() {
    assertThat(TestCall.create(POD).amid(SHOP).admit(autoProvision)).isEqualTo(Admission.UNCHANGED);
    assertThat(TestCall.create(POD).dryRun().admit(autoProvision)).isEqualTo(Admission.UNCHANGED);
    assertThat(TestCall.update(POD, POD).admit(autoProvision)).isEqualTo(Admission.UNCHANGED);
    assertThat(TestCall.create(SHOP).admit(autoProvision)).isEqualTo(Admission.UNCHANGED);
  }
}
