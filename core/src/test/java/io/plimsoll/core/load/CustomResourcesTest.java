package io.plimsoll.core.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.manifest.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomResourcesTest {

  private static String definition(String group) {
    return """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: widgets.%1$s}
        spec:
          group: %1$s
          scope: Namespaced
          names: {plural: widgets, kind: Widget}
          versions:
          - {name: v2, served: true, storage: true, schema: {openAPIV3Schema: {type: object}}}
          - {name: v1beta1, served: true, storage: false, schema: {openAPIV3Schema: {type: object}}}
          - {name: v1alpha1, served: false, storage: false, schema: {openAPIV3Schema: {type: object}}}
        ---
        """.formatted(group);
  }

  private static String widget(String apiVersion) {
    return "apiVersion: " + apiVersion + "\nkind: Widget\nmetadata: {name: w}\nspec: {size: 1}\n";
  }

  @ParameterizedTest
  @CsvSource({
    "acme.io, acme.io/v2",
    "acme.io, acme.io/v1beta1",
    "acme, acme/v2",
    "apps, apps/v2",
    "policy.networking.k8s.io, policy.networking.k8s.io/v2"
  })
  void whatADefinitionServesIsKnown(String group, String apiVersion) {
    assertThat(problems(definition(group) + widget(apiVersion))).isEmpty();
    assertThat(problems(widget(apiVersion) + "---\n" + definition(group))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"acme.io, acme.io/v1", "acme.io, acme.io/v1alpha1", "apps, apps/v1"})
  void whatADefinitionDoesNotServeIsAWarning(String group, String apiVersion) {
    assertThat(problems(widget(apiVersion) + "---\n" + definition(group)))
        .containsExactly("m.yaml:1:13: warning: Widget w: apiVersion: \"" + apiVersion
            + "\" is not served; CustomResourceDefinition widgets." + group + " serves \"" + group
            + "/v2\", \"" + group + "/v1beta1\" [unserved-api-version]");
  }

  @Test
  void withoutADefinitionAGroupWithoutADotIsTakenForOneOfKubernetes() {
    assertThat(problems(widget("acme/v2")))
        .containsExactly("m.yaml:1:13: error: Widget w: apiVersion: unknown API version \"acme/v2\""
            + " [unknown-api-version]");
  }

  @Test
  void theMetadataOfCustomResourcesIsCheckedAllTheSame() {
    assertThat(problems(definition("apps") + widget("apps/v2").replace("name: w", "nam: w")))
        .hasSize(2)
        .anySatisfy(line -> assertThat(line).contains("unknown field \"nam\""))
        .anySatisfy(line -> assertThat(line).contains("the object has no name"));
  }

  @Test
  void theDefinitionMayStandInALaterFile(@TempDir Path directory) throws IOException {
    Files.writeString(directory.resolve("a.yaml"), widget("apps/v2"));
    Files.writeString(directory.resolve("b.yaml"), definition("apps"));

    assertThat(Manifests.read(directory).problems()).isEmpty();
  }

  private static List<String> problems(String text) {
    return Manifests.read("m.yaml", text).problems().stream()
        .map(Problem::toString)
        .toList();
  }
}
