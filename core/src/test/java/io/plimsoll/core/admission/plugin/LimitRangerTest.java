package io.plimsoll.core.admission.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.admission.Admission;
import io.plimsoll.core.admission.TestCall;
import org.junit.jupiter.api.Test;

class LimitRangerTest {

  private static final String RANGE = """
      apiVersion: v1
      kind: LimitRange
      metadata: {name: bounds, namespace: shop}
      spec:
        limits:
          - type: Container
            default: {cpu: 500m, memory: 256Mi}
            defaultRequest: {cpu: 100m}
            max: {cpu: "1"}
            min: {cpu: 50m}
            maxLimitRequestRatio: {cpu: "4"}
          - type: Pod
            max: {memory: 1Gi}
          - type: PersistentVolumeClaim
            min: {storage: 1Gi}
            max: {storage: 10Gi}
      """;

  private final LimitRanger plugin = new LimitRanger();

  private static String pod(String containers) {
    return "{apiVersion: v1, kind: Pod, metadata: {name: p, namespace: shop}, spec: {" + containers
        + "}}";
  }

  private static String claim(String requests) {
    return "{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: c, namespace: shop},"
        + " spec: {resources: {requests: {" + requests + "}}}}";
  }

  @Test
  void containersGetWhatTheyLack() {
    Admission answer = TestCall.create(
            pod("containers: [{name: a}, {name: b, resources: {limits: {cpu: 200m}}}],"
                + " initContainers: [{name: i, resources: {requests: {cpu: 60m, memory: 1Mi},"
                + " limits: {cpu: 60m, memory: 2Mi}}}]"))
        .amid(RANGE)
        .admit(plugin);
    assertThat(answer.object()).contains(TestCall.tree("""
            apiVersion: v1
            kind: Pod
            metadata:
              name: p
              namespace: shop
              annotations:
                kubernetes.io/limit-ranger: 'LimitRanger plugin set: cpu, memory request for container a;
                  cpu, memory limit for container a; cpu, memory request for container b;
                  memory limit for container b'
            spec:
              containers:
                - name: a
                  resources: {limits: {cpu: 500m, memory: 256Mi}, requests: {cpu: 100m, memory: 256Mi}}
                - name: b
                  resources: {limits: {cpu: 200m, memory: 256Mi}, requests: {cpu: 100m, memory: 256Mi}}
              initContainers:
                - name: i
                  resources: {requests: {cpu: 60m, memory: 1Mi}, limits: {cpu: 60m, memory: 2Mi}}
            """));
    assertThat(answer.reason()).startsWith("LimitRanger plugin set: cpu, memory request");
  }

  @Test
  void podsWithEverythingStayAsTheyAre() {
    assertThat(TestCall.create(pod("containers: [{name: a, resources: {requests: {cpu: 60m,"
                + " memory: 1Mi}, limits: {cpu: 60m, memory: 2Mi}}}]"))
            .amid(RANGE)
            .admit(plugin))
        .isEqualTo(Admission.UNCHANGED);
  }

  @Test
  void boundsOfContainersAndPodsHold() {
    String why = TestCall.refusal(TestCall.create(
            pod("containers: [{name: a, resources: {requests: {cpu: 10m}, limits: {cpu: 2,"
                + " memory: 800Mi}}}, {name: b, resources: {requests: {cpu: 100m}, limits: {cpu:"
                + " 500m, memory: 800Mi}}}]"))
        .amid(RANGE)
        .validate(plugin));
    assertThat(why)
        .isEqualTo(TestCall.forbidden(
            "pods",
            "p",
            "[minimum cpu usage per Container is 50m, but request is 10m, maximum cpu usage per"
                + " Container is 1, but limit is 2, cpu max limit to request ratio per Container"
                + " is 4, but provided ratio is 200.000000, cpu max limit to request ratio per"
                + " Container is 4, but provided ratio is 5.000000, maximum memory usage per Pod is"
                + " 1Gi, but limit is 1600Mi]"));
  }

  @Test
  void whatIsNotSaidBreaksBounds() {
    assertThat(TestCall.refusal(
            TestCall.create(pod("containers: [{name: a}]")).amid(RANGE).validate(plugin)))
        .isEqualTo(TestCall.forbidden(
            "pods",
            "p",
            "[minimum cpu usage per Container is 50m.  No request is specified, maximum cpu usage"
                + " per Container is 1.  No limit is specified, cpu max limit to request ratio per"
                + " Container is 4, but no request is specified or request is 0, maximum memory"
                + " usage per Pod is 1Gi.  No limit is specified]"));
  }

  @Test
  void whatAPodSaysAsAWholeCountsForIt() {
    assertThat(TestCall.create(pod("resources: {limits: {memory: 512Mi}}, containers: [{name: a,"
                + " resources: {requests: {cpu: 100m}, limits: {cpu: 100m, memory: 2Gi}}}]"))
            .amid(RANGE)
            .validate(plugin))
        .isEqualTo(Admission.UNCHANGED);
  }

  @Test
  void claimsHaveBounds() {
    assertThat(
            TestCall.refusal(TestCall.create(claim("storage: 20Gi")).amid(RANGE).validate(plugin)))
        .isEqualTo(TestCall.forbidden(
            "persistentvolumeclaims",
            "c",
            "maximum storage usage per PersistentVolumeClaim is 10Gi, but request is 20Gi"));
    assertThat(TestCall.refusal(TestCall.create(claim("")).amid(RANGE).validate(plugin)))
        .contains(
            "minimum storage usage per PersistentVolumeClaim is 1Gi.  No request is specified");
    assertThat(TestCall.create(claim("storage: 5Gi")).amid(RANGE).validate(plugin))
        .isEqualTo(Admission.UNCHANGED);
  }

  @Test
  void updatesCountWhenPodsAreResizedOnly() {
    String big = pod("containers: [{name: a, resources: {requests: {cpu: 2}, limits: {cpu: 2}}}]");
    assertThat(TestCall.update(big, big).amid(RANGE).validate(plugin))
        .isEqualTo(Admission.UNCHANGED);
    assertThat(TestCall.refusal(
            TestCall.update(big, big).subresource("resize").amid(RANGE).validate(plugin)))
        .contains("maximum cpu usage per Container is 1, but limit is 2");
    String going = "{apiVersion: v1, kind: Pod, metadata: {name: p, namespace: shop,"
        + " deletionTimestamp: 2026-01-01T00:00:00Z}}";
    assertThat(TestCall.update(going, big).subresource("resize").amid(RANGE).validate(plugin))
        .isEqualTo(Admission.UNCHANGED);
  }

  @Test
  void rangesOfOtherNamespacesDoNotCount() {
    assertThat(TestCall.create(pod("containers: [{name: a}]"))
            .amid(RANGE.replace("shop", "other"))
            .validate(plugin))
        .isEqualTo(Admission.UNCHANGED);
  }
}
