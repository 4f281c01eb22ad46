package io.plimsoll.core.registry.pod;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.manifest.FieldPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContainerDefaultsTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
          {}                                                        | {}
          {limits: {}}                                              | {"limits":{},"requests":{}}
          {limits: {cpu: 1, memory: 2}}                             | {"limits":{"cpu":1,"memory":2},"requests":{"cpu":1,"memory":2}}
          {limits: {cpu: 1, memory: 2}, requests: {memory: 1}}      | {"limits":{"cpu":1,"memory":2},"requests":{"memory":1,"cpu":1}}
          {limits: {cpu: 1}, requests: {cpu: null}}                 | {"limits":{"cpu":1},"requests":{"cpu":1}}
          {limits: {cpu: 1}, requests: {cpu: 2}}                    | {"limits":{"cpu":1},"requests":{"cpu":2}}
          {requests: {cpu: 2}}                                      | {"requests":{"cpu":2}}
          """)
  void limitsAreRequests(String resources, String complete) {
    assertThat(withDefaults("{resources: " + resources + "}", "resources")).hasToString(complete);
  }

  @Test
  void partsHaveTheirDefaults() {
    assertThat(withDefaults(
            "{readinessProbe: {httpGet: {port: 1}, periodSeconds: 0}}", "readinessProbe"))
        .hasToString(
            "{\"httpGet\":{\"port\":1,\"path\":\"/\",\"scheme\":\"HTTP\"},\"periodSeconds\":10,"
                + "\"timeoutSeconds\":1,\"successThreshold\":1,\"failureThreshold\":3}");
    assertThat(withDefaults("{livenessProbe: {grpc: {port: 1}}}", "livenessProbe"))
        .hasToString(
            "{\"grpc\":{\"port\":1,\"service\":\"\"},\"timeoutSeconds\":1,\"periodSeconds\":10,"
                + "\"successThreshold\":1,\"failureThreshold\":3}");
    assertThat(withDefaults("{env: [{name: A, valueFrom: {fieldRef: {fieldPath: x}}}]}", "env"))
        .hasToString(
            "[{\"name\":\"A\",\"valueFrom\":{\"fieldRef\":{\"fieldPath\":\"x\",\"apiVersion\":\"v1\"}}}]");
  }

  private static Object withDefaults(String container, String field) {
    return String.valueOf(FieldPath.parse("spec.containers[0]." + field)
        .in(Pods.STRATEGY.withDefaults(Pods.withContainer(container))));
  }
}
