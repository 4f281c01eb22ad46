package io.plimsoll.core.admission.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.core.admission.TestCall;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AdmissionConfigurationTest {

  private static AdmissionConfiguration read(String text, Map<String, String> files) {
    return AdmissionConfiguration.read(
        "config.yaml", text, path -> Optional.ofNullable(files.get(path)));
  }

  private static String file(String plugins) {
    return """
        apiVersion: apiserver.config.k8s.io/v1
        kind: AdmissionConfiguration
        plugins: [%s]
        """.formatted(plugins);
  }

  @Test
  void configurationsAreInTheFileOrNextToIt() {
    AdmissionConfiguration configuration = read(
        file("{name: A, configuration: {a: 1}}, {name: B, path: b.yaml}, {name: C},"
            + " {name: A, configuration: {a: 2}}"),
        Map.of("b.yaml", "b: 2"));
    assertThat(configuration.of("A")).contains(TestCall.tree("{a: 1}"));
    assertThat(configuration.of("B")).contains(TestCall.tree("{b: 2}"));
    assertThat(configuration.of("C")).isEmpty();
  }

  @Test
  void filesThatAreNotThereAreErrors() {
    assertThatThrownBy(() -> read(file("{name: B, path: b.yaml}"), Map.of()))
        .hasMessage("open b.yaml: no such file or directory");
  }

  @Test
  void oldFilesAreTheConfigurationOfTwoPlugins() {
    AdmissionConfiguration configuration =
        read("podNodeSelectorPluginConfig: {shop: a=b}", Map.of());
    assertThat(configuration.plugins().keySet())
        .containsExactlyInAnyOrder("PodNodeSelector", "ImagePolicyWebhook");
  }

  @Test
  void otherFilesAreErrors() {
    assertThatThrownBy(() -> read("a: b", Map.of()))
        .hasMessageStartingWith("failed to read plugin config: Object 'Kind' is missing in ");
    assertThatThrownBy(() -> read("apiVersion: v1\nkind: Pod", Map.of()))
        .hasMessageStartingWith("failed to read plugin config: no kind \"Pod\" is registered for");
    assertThatThrownBy(() -> read("{apiVersion: v1, kind: Pod}", Map.of()))
        .hasMessage("failed to read plugin config: couldn't get version/kind; json parse error:"
            + " invalid character 'a' looking for beginning of object key string");
  }
}
