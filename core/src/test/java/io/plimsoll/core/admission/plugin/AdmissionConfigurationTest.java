package io.plimsoll.core.admission.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.core.admission.TestCall;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
  void filesThatAreNotThereAreErrorsOnceTheyAreNeeded() {
    AdmissionConfiguration configuration = read(file("{name: B, path: b.yaml}"), Map.of());
    assertThatThrownBy(() -> configuration.of("B"))
        .hasMessage("Couldn't open admission plugin configuration b.yaml:"
            + " &fs.PathError{Op:\"open\", Path:\"b.yaml\", Err:0x2}");
    assertThat(configuration.of("A")).isEmpty();
  }

  @Test
  void ofTwoEntriesTheFirstCountsEvenIfItIsEmpty() {
    assertThat(
            read(file("{name: A}, {name: A, configuration: {a: 2}}"), Map.of()).of("A"))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/etc/k/ac.yaml, b.yaml, /etc/k/b.yaml",
    "/etc/k/ac.yaml, ./c/../../b.yaml, /etc/b.yaml",
    "/ac.yaml, ../b.yaml, /b.yaml",
    "k/ac.yaml, b.yaml, k/b.yaml",
    "./ac.yaml, b.yaml, b.yaml",
    "ac.yaml, ../b.yaml, ../b.yaml",
    "/etc/k/ac.yaml, /x//b.yaml, /x//b.yaml"
  })
  void pathsAreRelativeToTheFile(String file, String path, String there) {
    AdmissionConfiguration configuration = AdmissionConfiguration.read(
        file,
        file("{name: B, path: " + path + "}"),
        named -> named.equals(there) ? Optional.of("b: 2") : Optional.empty());
    assertThat(configuration.of("B")).contains(TestCall.tree("{b: 2}"));
  }

  @Test
  void oldFilesAreTheConfigurationOfTwoPlugins() {
    AdmissionConfiguration configuration =
        read("podNodeSelectorPluginConfig: {shop: a=b}", Map.of());
    assertThat(configuration.plugins())
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
