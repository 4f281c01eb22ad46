package io.plimsoll.core.registry.admissionregistration;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.registry.Written;
import io.plimsoll.core.validation.Strategy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Configurations of webhooks. */
class WebhookConfigurationTest {

  private static final Strategy VALIDATING =
      new WebhookConfigurationStrategy("ValidatingWebhookConfiguration", false);
  private static final Strategy MUTATING =
      new WebhookConfigurationStrategy("MutatingWebhookConfiguration", true);

  private static final String FINE = "name: a.example.com, sideEffects: None,"
      + " admissionReviewVersions: [v1], clientConfig: {url: 'https://a/b'}";

  private static String configuration(String... webhooks) {
    return "metadata: {name: guards}\nwebhooks: [{" + String.join("}, {", webhooks) + "}]\n";
  }

  private static List<String> errors(String... webhooks) {
    return Written.errors(Written.create(VALIDATING, configuration(webhooks)));
  }

  private static List<String> ruleErrors(String rule) {
    return errors(FINE + ", rules: [{" + rule + "}]");
  }

  @Test
  void defaults() {
    String webhook = FINE.replace("url: 'https://a/b'", "service: {name: a, namespace: b}")
        + ", rules: [{operations: [CREATE], apiGroups: [''], apiVersions: [v1], resources: [pods]}]";
    MappingValue stored = Written.stored(MUTATING, configuration(webhook));

    assertThat(Written.json(MUTATING, stored, "webhooks"))
        .contains(
            "\"failurePolicy\":\"Fail\"",
            "\"matchPolicy\":\"Equivalent\"",
            "\"namespaceSelector\":{}",
            "\"objectSelector\":{}",
            "\"timeoutSeconds\":10",
            "\"reinvocationPolicy\":\"Never\"",
            "\"scope\":\"*\"",
            "\"port\":443");
    assertThat(Written.json(MUTATING, stored, "metadata")).contains("\"generation\":1");
  }

  @Test
  void whatAWebhookMustSay() {
    assertThat(errors("name: ''"))
        .containsExactly(
            "webhooks[0].name: Required value",
            "webhooks[0].sideEffects: Required value: must specify one of None, NoneOnDryRun",
            "webhooks[0].clientConfig: Required value: exactly one of url or service is required",
            "webhooks[0].admissionReviewVersions: Required value: must specify one of v1, v1beta1");
    assertThat(errors(FINE, FINE))
        .containsExactly("webhooks[1].name: Duplicate value: \"a.example.com\"");
    assertThat(errors(FINE.replace("a.example.com", "a.b")))
        .containsExactly(
            "webhooks[0].name: Invalid value: \"a.b\": should be a domain with at least"
                + " three segments separated by dots");
    assertThat(errors(FINE.replace("None", "Some")))
        .containsExactly("webhooks[0].sideEffects: Unsupported value: \"Some\": supported values:"
            + " \"None\", \"NoneOnDryRun\"");
    assertThat(errors(FINE.replace("[v1]", "[v1, v1]")))
        .containsExactly("webhooks[0].admissionReviewVersions[1]: Invalid value: \"v1\": duplicate"
            + " version");
    assertThat(errors(FINE.replace("[v1]", "[v9]")))
        .containsExactly(
            "webhooks[0].admissionReviewVersions: Invalid value: [\"v9\"]: must include"
                + " at least one of v1, v1beta1");
    assertThat(errors(FINE + ", timeoutSeconds: 31, failurePolicy: Never, matchPolicy: Close,"
            + " namespaceSelector: {matchLabels: {a: 'b c'}}"))
        .hasSize(4)
        .contains(
            "webhooks[0].timeoutSeconds: Invalid value: 31: the timeout value must be between 1"
                + " and 30 seconds");
    assertThat(Written.errors(
            Written.create(MUTATING, configuration(FINE + ", reinvocationPolicy: Always"))))
        .containsExactly("webhooks[0].reinvocationPolicy: Unsupported value: \"Always\": supported"
            + " values: \"IfNeeded\", \"Never\"");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
          http://a | Invalid value: "http": 'https' is the only allowed URL scheme; desired format: https://host[/path]
          https:/a | Invalid value: "": host must be specified; desired format: https://host[/path]
          https://u:p@a | Invalid value: "u:p": user information is not permitted in the URL
          https://a#b | Invalid value: "b": fragments are not permitted in the URL
          https://a?b=c | Invalid value: "b=c": query parameters are not permitted in the URL
          """)
  void urls(String url, String error) {
    assertThat(errors(FINE.replace("https://a/b", url)))
        .containsExactly("webhooks[0].clientConfig.url: " + error);
  }

  @Test
  void services() {
    // Upstream takes the name and the namespace for each other.
    assertThat(errors(
            FINE.replace("url: 'https://a/b'", "service: {name: a, port: 70000, path: 'a//B/'}")))
        .hasSize(6)
        .contains(
            "webhooks[0].clientConfig.service.name: Required value",
            "webhooks[0].clientConfig.service.port: Invalid value: 70000: port is not valid: must be"
                + " between 1 and 65535, inclusive",
            "webhooks[0].clientConfig.service.path: Invalid value: \"a//B/\": must start with a '/'",
            "webhooks[0].clientConfig.service.path: Invalid value: \"a//B/\": segment[0] may not be"
                + " empty");
  }

  @Test
  void rules() {
    assertThat(ruleErrors("operations: [READ, '*'], apiGroups: ['*', a], apiVersions: [''],"
            + " resources: ['*', pods], scope: World"))
        .containsExactly(
            "webhooks[0].rules[0].operations: Invalid value: [\"READ\",\"*\"]: if '*' is present, must"
                + " not specify other operations",
            "webhooks[0].rules[0].operations[0]: Unsupported value: \"READ\": supported values: \"*\","
                + " \"CONNECT\", \"CREATE\", \"DELETE\", \"UPDATE\"",
            "webhooks[0].rules[0].apiGroups: Invalid value: [\"*\",\"a\"]: if '*' is present, must not"
                + " specify other API groups",
            "webhooks[0].rules[0].apiVersions[0]: Required value",
            "webhooks[0].rules[0].resources: Invalid value: [\"*\",\"pods\"]: if '*' is present, must"
                + " not specify other resources without subresources",
            "webhooks[0].rules[0].scope: Unsupported value: \"World\": supported values: \"*\","
                + " \"Cluster\", \"Namespaced\"");
    assertThat(ruleErrors("operations: ['*'], apiGroups: ['*'], apiVersions: ['*'],"
            + " resources: ['pods/*', pods/log, '*/scale', a/scale, '*/*', '']"))
        .containsExactly(
            "webhooks[0].rules[0].resources[1]: Invalid value: \"pods/log\": if 'pods/*' is present,"
                + " must not specify pods/log",
            "webhooks[0].rules[0].resources[3]: Invalid value: \"a/scale\": if '*/scale' is present,"
                + " must not specify a/scale",
            "webhooks[0].rules[0].resources[5]: Required value",
            "webhooks[0].rules[0].resources: Invalid value: [\"pods/*\",\"pods/log\",\"*/scale\","
                + "\"a/scale\",\"*/*\",\"\"]: if '*/*' is present, must not specify other resources");
    assertThat(ruleErrors("")).hasSize(4).allMatch(error -> error.endsWith(": Required value"));
  }

  @Test
  void reviewsAreNotReviewed() {
    String rule = ", rules: [{operations: [CREATE], apiGroups: [authentication.k8s.io],"
        + " apiVersions: [v1], resources: [tokenreviews, tokenreviews]}]";

    assertThat(Written.warnings(Written.create(VALIDATING, configuration(FINE + rule))))
        .containsExactly("webhooks[0].rules[0]: tokenreviews.authentication.k8s.io is excluded from"
            + " admission webhooks; this rule will have no effect");
  }

  @Test
  void conditions() {
    assertThat(errors(FINE + ", matchConditions: [{name: a, expression: ' '}, {name: a, expression:"
            + " 'true'}, {expression: 'true'}]"))
        .containsExactly(
            "webhooks[0].matchConditions[0].expression: Required value",
            "webhooks[0].matchConditions[1].name: Duplicate value: \"a\"",
            "webhooks[0].matchConditions[2].name: Required value");
  }

  @Test
  void oldMistakesMayStay() {
    MappingValue old = Written.decoded(
        VALIDATING,
        "metadata: {name: guards, uid: u-1, resourceVersion: '2', generation: 1}\n"
            + "webhooks: [{name: a.b.c, sideEffects: Some, admissionReviewVersions: [v9], clientConfig:"
            + " {url: 'https://a'}}, {name: a.b.c, sideEffects: None, clientConfig: {url: 'https://a'}}]\n");
    String same = configuration(FINE.replace("None", "Unknown").replace("[v1]", "[v9]"), FINE);

    assertThat(Written.errors(Written.update(VALIDATING, old, same))).isEmpty();
    assertThat(Written.json(VALIDATING, Written.updated(VALIDATING, old, same), "metadata"))
        .contains("\"generation\":2");
  }

  @Test
  void someNamesAreForFiles() {
    String reserved = configuration(FINE).replace("guards", "guards.static.k8s.io");

    assertThat(Written.errors(Written.create(VALIDATING, reserved)))
        .containsExactly("metadata.name: Invalid value: \"guards.static.k8s.io\": names ending with"
            + " \".static.k8s.io\" are reserved for static manifest-based configurations and cannot be"
            + " managed via the API");
  }
}
