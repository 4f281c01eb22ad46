package io.plimsoll.core.registry.extension;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.registry.Written;
import io.plimsoll.core.validation.Strategy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Definitions of custom resources. */
class DefinitionsTest {

  private static final Strategy DEFINITIONS = new CustomResourceDefinitionStrategy();
  private static final String VERSION =
      "{name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object}}%s}";

  private static String definition(String group, String spec, String... versions) {
    return "metadata: {name: crons." + group + "}\nspec: {group: " + group
        + ", scope: Namespaced, names: {plural: crons, kind: Cron}" + spec + ", versions: ["
        + String.join(", ", versions) + "]}\n";
  }

  private static String version(String more) {
    return VERSION.formatted(more);
  }

  private static List<String> errors(String yaml) {
    return Written.errors(Written.create(DEFINITIONS, yaml));
  }

  @Test
  void namesAndTheConversionHaveDefaults() {
    MappingValue stored = Written.stored(DEFINITIONS, definition("a.io", "", version("")));

    assertThat(Written.json(DEFINITIONS, stored, "spec"))
        .contains(
            "\"singular\":\"cron\"",
            "\"listKind\":\"CronList\"",
            "\"conversion\":{\"strategy\":\"None\"}");
    assertThat(Written.json(DEFINITIONS, stored, "status")).contains("\"storedVersions\":[\"v1\"]");
    assertThat(Written.json(DEFINITIONS, stored, "metadata")).contains("\"generation\":1");
  }

  @Test
  void theNameIsThatOfTheResource() {
    assertThat(errors(definition("a.io", "", version("")).replace("crons.a.io", "cron.a.io")))
        .containsExactly("metadata.name: Invalid value: \"cron.a.io\": must be"
            + " spec.names.plural+\".\"+spec.group");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      , scope: World | spec.scope: Unsupported value: "World": supported values: "Cluster", "Namespaced"
      , names: {plural: crons, kind: Cron, listKind: Cron} | spec.names.listKind: Invalid value: "Cron": kind and listKind may not be the same
      , preserveUnknownFields: true | spec.preserveUnknownFields: Invalid value: true: cannot set to true, set x-kubernetes-preserve-unknown-fields to true in spec.versions[*].schema instead
      , conversion: {strategy: Magic} | spec.conversion.strategy: Unsupported value: "Magic": supported values: "None", "Webhook"
      , conversion: {strategy: Webhook} | spec.conversion.webhookClientConfig: Required value: required when strategy is set to Webhook
      , conversion: {strategy: None, webhook: {conversionReviewVersions: [v1]}} | spec.conversion.conversionReviewVersions: Forbidden: should not be set when strategy is not set to Webhook
      , conversion: {strategy: Webhook, webhook: {clientConfig: {url: 'https://a'}, conversionReviewVersions: [v3]}} | spec.conversion.conversionReviewVersions: Invalid value: ["v3"]: must include at least one of v1, v1beta1
      """)
  void specifications(String spec, String error) {
    String yaml = definition("a.io", "", version(""));
    String key = spec.substring(2, spec.indexOf(':'));
    String changed = key.equals("scope") || key.equals("names")
        ? yaml.replaceFirst(key + ": (\\{[^}]*}|[A-Za-z]+)", spec.substring(2))
        : definition("a.io", spec, version(""));
    assertThat(errors(changed)).contains(error);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      , deprecationWarning: old | spec.versions[0].deprecationWarning: Invalid value: "old": can only be set for deprecated versions
      , additionalPrinterColumns: [{name: a, type: x, jsonPath: .a}] | spec.additionalPrinterColumns[0].type: Invalid value: "x": must be one of boolean,date,integer,number,string
      , additionalPrinterColumns: [{name: a, type: string, jsonPath: a}] | spec.additionalPrinterColumns[0].JSONPath: Invalid value: "a": must be a simple json path starting with .
      , subresources: {scale: {specReplicasPath: .status.a, statusReplicasPath: .status.a}} | spec.subresources.scale.specReplicasPath: Invalid value: ".status.a": should be a json path under .spec
      """)
  void versions(String more, String error) {
    assertThat(errors(definition("a.io", "", version(more)))).containsExactly(error);
  }

  @Test
  void versionsAreSeveralOfWhichOneIsStored() {
    assertThat(errors(definition("a.io", "", version(""), version(", deprecated: true"))))
        .hasSize(2)
        .anySatisfy(error -> assertThat(error).endsWith("must contain unique version names"))
        .anySatisfy(error ->
            assertThat(error).endsWith("must have exactly one version marked as storage version"));
    assertThat(errors(definition("a.io", "", "{name: v1, served: true, storage: true}")))
        .containsExactly("spec.versions[0].schema.openAPIV3Schema: Required value");
  }

  @Test
  void groupsOfTheCommunityNeedItsApproval() {
    String yaml = definition("x.k8s.io", "", version(""));
    assertThat(errors(yaml))
        .containsExactly(
            "metadata.annotations[api-approved.kubernetes.io]: Required value: protected groups"
                + " must have approval annotation \"api-approved.kubernetes.io\", see"
                + " https://github.com/kubernetes/enhancements/pull/1111");
    assertThat(errors(yaml.replace(
            "metadata: {",
            "metadata: {annotations: {api-approved.kubernetes.io: 'https://a.io/1'}, ")))
        .isEmpty();
  }

  @Test
  void whatIsStoredStaysAVersion() {
    MappingValue old = Written.stored(DEFINITIONS, definition("a.io", "", version("")))
        .with(
            "status",
            Value.from(Map.of(
                "storedVersions",
                List.of("v0", "v1"),
                "conditions",
                List.of(Map.of("type", "Established", "status", "True")))));

    assertThat(Written.errors(Written.update(
            DEFINITIONS,
            old,
            definition("a.io", "", version("")).replace("Namespaced", "Cluster"))))
        .containsExactly(
            "spec.scope: Invalid value: \"Cluster\": field is immutable",
            "status.storedVersions[0]: Invalid value: \"v0\": missing from spec.versions; v0 was previously a"
                + " storage version, and must remain in spec.versions until a storage migration ensures no data"
                + " remains persisted in v0 and removes v0 from status.storedVersions");
  }

  @Test
  void whatIsNotLookedAtIsSaid() {
    assertThat(DEFINITIONS.unvalidated()).isPresent();
  }
}
