package io.plimsoll.core.admission.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.admission.Admission;
import io.plimsoll.core.admission.TestCall;
import io.plimsoll.core.admission.support.Trees;
import io.plimsoll.core.manifest.MappingValue;
import org.junit.jupiter.api.Test;

class ClassPluginsTest {

  private static String storageClass(String name, String created, String more) {
    return "{apiVersion: storage.k8s.io/v1, kind: StorageClass, metadata: {name: " + name
        + ", creationTimestamp: '" + created + "', annotations:"
        + " {storageclass.kubernetes.io/is-default-class: 'true'}}, " + more + "}";
  }

  private static String claim(String spec, String status) {
    return "{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: c, namespace: shop},"
        + " spec: {" + spec + "}, status: {" + status + "}}";
  }

  private static String size(String amount) {
    return "storageClassName: fast, resources: {requests: {storage: " + amount + "}}";
  }

  @Test
  void claimsGetTheNewestDefaultClass() {
    DefaultStorageClass plugin = new DefaultStorageClass();
    Admission answer = TestCall.create(claim("", ""))
        .amid(
            storageClass("old", "2024-01-01T00:00:00Z", ""),
            storageClass("b", "2025-01-01T00:00:00Z", ""),
            storageClass("a", "2025-01-01T00:00:00Z", ""))
        .admit(plugin);
    assertThat(Trees.spec(answer.object().orElseThrow()).text("storageClassName"))
        .isEqualTo("a");
    assertThat(answer.reason()).isEqualTo("StorageClass a is the default");
  }

  @Test
  void claimsWithAClassKeepIt() {
    DefaultStorageClass plugin = new DefaultStorageClass();
    String old = storageClass("old", "2024-01-01T00:00:00Z", "");
    assertThat(TestCall.create(claim("storageClassName: ''", "")).amid(old).admit(plugin))
        .isEqualTo(Admission.UNCHANGED);
    assertThat(TestCall.create("{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: c,"
                + " namespace: shop, annotations: {volume.beta.kubernetes.io/storage-class: x}}}")
            .amid(old)
            .admit(plugin))
        .isEqualTo(Admission.UNCHANGED);
    assertThat(TestCall.create(claim("", "")).admit(plugin)).isEqualTo(Admission.UNCHANGED);
  }

  @Test
  void claimsGrowWhereTheirClassAllowsIt() {
    PersistentVolumeClaimResize plugin = new PersistentVolumeClaimResize();
    String fast = storageClass("fast", "2024-01-01T00:00:00Z", "allowVolumeExpansion: true");
    String slow = storageClass("fast", "2024-01-01T00:00:00Z", "allowVolumeExpansion: false");
    String small = claim(size("1Gi"), "phase: Bound");
    String big = claim(size("2Gi"), "phase: Bound");
    assertThat(TestCall.update(small, big).amid(fast).validate(plugin))
        .isEqualTo(Admission.UNCHANGED);
    String refusal = TestCall.forbidden(
        "persistentvolumeclaims",
        "c",
        "only dynamically provisioned pvc can be resized and the storageclass that provisions the"
            + " pvc must support resize");
    assertThat(TestCall.refusal(TestCall.update(small, big).amid(slow).validate(plugin)))
        .isEqualTo(refusal);
    assertThat(TestCall.refusal(TestCall.update(small, big).validate(plugin))).isEqualTo(refusal);
    assertThat(TestCall.refusal(TestCall.update(
                claim(size("1Gi"), "phase: Pending"), claim(size("2Gi"), "phase: Pending"))
            .amid(fast)
            .validate(plugin)))
        .isEqualTo(TestCall.forbidden(
            "persistentvolumeclaims", "c", "Only bound persistent volume claims can be expanded"));
    assertThat(TestCall.update(big, small).validate(plugin)).isEqualTo(Admission.UNCHANGED);
  }

  @Test
  void objectsInUseAreProtected() {
    FinalizerPlugin plugin = FinalizerPlugin.storageObjectInUseProtection();
    MappingValue claim = TestCall.create(claim("", "")).admit(plugin).object().orElseThrow();
    assertThat(Trees.metadata(claim).strings("finalizers"))
        .containsExactly("kubernetes.io/pvc-protection");
    assertThat(TestCall.create(claim.toString()).admit(plugin)).isEqualTo(Admission.UNCHANGED);
    MappingValue volume = TestCall.create("{apiVersion: v1, kind: PersistentVolume, metadata:"
            + " {name: v, finalizers: [other]}}")
        .admit(plugin)
        .object()
        .orElseThrow();
    assertThat(Trees.metadata(volume).strings("finalizers"))
        .containsExactly("other", "kubernetes.io/pv-protection");
    assertThat(TestCall.create(claim("", "")).admit(FinalizerPlugin.podGroupProtection(true)))
        .isEqualTo(Admission.UNCHANGED);
  }

  @Test
  void ingressesGetTheDefaultClass() {
    DefaultIngressClass plugin = new DefaultIngressClass();
    String ingress =
        "{apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: i, namespace: shop%s}}";
    String edge = "{apiVersion: networking.k8s.io/v1, kind: IngressClass, metadata: {name: edge,"
        + " annotations: {ingressclass.kubernetes.io/is-default-class: 'true'}}}";
    Admission answer = TestCall.create(ingress.formatted("")).amid(edge).admit(plugin);
    assertThat(Trees.spec(answer.object().orElseThrow()).text("ingressClassName"))
        .isEqualTo("edge");
    assertThat(
            TestCall.create(ingress.formatted(", annotations: {kubernetes.io/ingress.class: own}"))
                .amid(edge)
                .admit(plugin))
        .isEqualTo(Admission.UNCHANGED);
    assertThat(TestCall.create(ingress.formatted("")).admit(plugin)).isEqualTo(Admission.UNCHANGED);
  }
}
