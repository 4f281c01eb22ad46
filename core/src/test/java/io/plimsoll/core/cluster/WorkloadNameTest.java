package io.plimsoll.core.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkloadNameTest {

  private static final Cluster CLUSTER = Cluster.of(Objects.of("""
      {apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {}}
      ---
      {apiVersion: apps/v1, kind: Deployment, metadata: {name: web, namespace: shop}, spec: {template: {}}}
      ---
      {apiVersion: v1, kind: Pod, metadata: {name: web, namespace: shop}, spec: {}}
      ---
      {apiVersion: batch/v1, kind: Job, metadata: {name: load, namespace: shop}, spec: {template: {}}}
      ---
      {apiVersion: v1, kind: Service, metadata: {name: front, namespace: shop}}
      """));

  @ParameterizedTest
  @CsvSource({
    "web, Pod default/web",
    "default/web, Pod default/web",
    "Pod web, Pod default/web",
    "shop/load, Job shop/load",
    "Deployment shop/web, Deployment shop/web",
    "Pod shop/web, Pod shop/web"
  })
  void aWorkloadIsNamedAsPeopleWriteIt(String name, String found) {
    assertThat(CLUSTER.workload(name).ref()).hasToString(found);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "load | the cluster has no workload \"default/load\"",
        "shop/front | the cluster has no workload \"shop/front\"",
        "Job shop/web | the cluster has no workload \"Job shop/web\"; there is \"Deployment shop/web\", \"Pod shop/web\"",
        "shop/web | more than one workload is called \"shop/web\": \"Deployment shop/web\", \"Pod shop/web\""
      })
  void aNameThatIsNoneOrNotEnoughIsRefused(String name, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CLUSTER.workload(name))
        .withMessage(message);
  }
}
