package io.plimsoll.core.registry.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.registry.Written;
import io.plimsoll.core.validation.Strategy;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** ConfigMaps, Secrets, ServiceAccounts and Namespaces. */
class ConfigTest {

  private static final Strategy MAPS = new ConfigMapStrategy();
  private static final Strategy SECRETS = new SecretStrategy();
  private static final Strategy ACCOUNTS = new ServiceAccountStrategy();
  private static final Strategy NAMESPACES = new NamespaceStrategy();

  private static String named(String rest) {
    return "metadata: {name: a}\n" + rest;
  }

  private static List<String> secretErrors(String rest) {
    return Written.errors(Written.create(SECRETS, named(rest)));
  }

  @Test
  void frozenDataStays() {
    MappingValue old = Written.stored(MAPS, named("immutable: true\ndata: {a: b}\n"));
    assertThat(Written.errors(Written.update(MAPS, old, named("data: {a: c}\n"))))
        .containsExactlyInAnyOrder(
            "immutable: Forbidden: field is immutable when `immutable` is set",
            "data: Forbidden: field is immutable when `immutable` is set");
    assertThat(Written.errors(Written.update(MAPS, old, named("immutable: true\ndata: {a: b}\n"))))
        .isEmpty();
  }

  @Test
  void keysOfMapsAreFilesOfOneKind() {
    assertThat(Written.errors(
            Written.create(MAPS, named("data: {a: b, ..: c}\nbinaryData: {a: AA==}\n"))))
        .containsExactlyInAnyOrder(
            "data[a]: Invalid value: \"a\": duplicate of key present in binaryData",
            "data[..]: Invalid value: \"..\": must not be '..'");
  }

  @Test
  void textsOfSecretsBecomeTheirData() {
    MappingValue stored =
        Written.stored(SECRETS, named("data: {a: AA==, b: AA==}\nstringData: {a: x, c: é}\n"));
    assertThat(Written.json(SECRETS, stored, "data"))
        .isEqualTo("{\"a\":\"eA==\",\"b\":\"AA==\",\"c\":\"w6k=\"}");
    assertThat(stored.get("stringData")).isNull();
  }

  @Test
  void secretsOfTypesHaveTheirKeys() {
    assertThat(secretErrors("type: kubernetes.io/tls\n"))
        .containsExactlyInAnyOrder(
            "data[tls.crt]: Required value", "data[tls.key]: Required value");
    assertThat(secretErrors("type: kubernetes.io/basic-auth\n"))
        .containsExactlyInAnyOrder(
            "data[username]: Required value", "data[password]: Required value");
    assertThat(secretErrors("type: kubernetes.io/basic-auth\ndata: {username: YQ==}\n"))
        .isEmpty();
    assertThat(secretErrors("type: kubernetes.io/ssh-auth\ndata: {ssh-privatekey: ''}\n"))
        .containsExactly("data[ssh-privatekey]: Required value");
    assertThat(secretErrors("type: kubernetes.io/service-account-token\n"))
        .containsExactly(
            "metadata.annotations[kubernetes.io/service-account.name]: Required value");
    assertThat(secretErrors(
            "type: kubernetes.io/dockerconfigjson\nstringData: {.dockerconfigjson: '{'}\n"))
        .containsExactly("data[.dockerconfigjson]: Invalid value: \"<secret contents redacted>\":"
            + " unexpected end of JSON input");
  }

  @Test
  void bytesMayBeAListOfNumbers() {
    MappingValue stored = Written.stored(SECRETS, named("data: {a: [1, null, 255], b: []}\n"));

    assertThat(Written.json(SECRETS, stored, "data")).isEqualTo("{\"a\":\"AQD/\",\"b\":\"\"}");
    assertThat(secretErrors(
            "type: kubernetes.io/dockerconfigjson\ndata: {.dockerconfigjson: [null]}\n"))
        .containsExactly("data[.dockerconfigjson]: Invalid value: \"<secret contents redacted>\":"
            + " invalid character '\\x00' looking for beginning of value");
  }

  @Test
  void secretsKeepTheirType() {
    MappingValue old = Written.stored(SECRETS, named("type: a\nimmutable: true\n"));
    assertThat(Written.errors(
            Written.update(SECRETS, old, named("type: b\nstringData: {a: b}\nimmutable: true\n"))))
        .containsExactlyInAnyOrder(
            "type: Invalid value: \"b\": field is immutable",
            "data: Forbidden: field is immutable when `immutable` is set");
  }

  @Test
  void keyPairsThatAreNoneAreRemarked() {
    String text = Base64.getEncoder().encodeToString("x".getBytes(StandardCharsets.UTF_8));
    assertThat(Written.warnings(Written.create(
            SECRETS,
            named("type: kubernetes.io/tls\ndata: {tls.crt: " + text + ", tls.key: " + text
                + "}\n"))))
        .containsExactly("tls: failed to find any PEM data in certificate input");
  }

  @Test
  void accountsKnowTheNamesOfTheirSecrets() {
    MappingValue stored =
        Written.stored(ACCOUNTS, named("secrets: [{name: s, namespace: n, kind: Secret}]\n"));
    assertThat(Written.json(ACCOUNTS, stored, "secrets")).isEqualTo("[{\"name\":\"s\"}]");
    assertThat(
            Written.warnings(
                Written.create(
                    ACCOUNTS,
                    "metadata: {name: a, annotations: {kubernetes.io/enforce-mountable-secrets: 'true'}}\n")))
        .containsExactly(
            "metadata.annotations[kubernetes.io/enforce-mountable-secrets]: deprecated in"
                + " v1.32+; prefer separate namespaces to isolate access to mounted secrets");
  }

  @Test
  void namespacesAreLabelledWithTheirNames() {
    MappingValue stored = Written.stored(NAMESPACES, named(""));
    assertThat(Written.json(NAMESPACES, stored, "metadata"))
        .contains("\"labels\":{\"kubernetes.io/metadata.name\":\"a\"}");
    assertThat(Written.json(NAMESPACES, stored, "spec"))
        .isEqualTo("{\"finalizers\":[\"kubernetes\"]}");
    MappingValue updated = Written.updated(
        NAMESPACES,
        stored,
        "metadata: {name: a, labels: {kubernetes.io/metadata.name: b}}\nspec: {finalizers: []}\n");
    assertThat(Written.json(NAMESPACES, updated, "spec"))
        .isEqualTo("{\"finalizers\":[\"kubernetes\"]}");
  }
}
