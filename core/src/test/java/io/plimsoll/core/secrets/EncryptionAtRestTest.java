package io.plimsoll.core.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.Problem;
import io.plimsoll.core.manifest.Source;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncryptionAtRestTest {

  private static final String HEADER =
      "apiVersion: apiserver.config.k8s.io/v1\nkind: EncryptionConfiguration\nresources:\n";
  private static final String K1 = "AAECAwQFBgcICQoLDA0ODw==";
  private static final String K2 = "EBESExQVFhcYGRobHB0eHw==";
  private static final String K32 = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

  private static final byte[] DATA = bytes("{\"a\":1}");
  private static final byte[] PLACE = bytes("/registry/secrets/default/web");

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Counts, so that what is stored is known. */
  private static RandomGenerator counting() {
    return new RandomGenerator() {
      @Override
      public long nextLong() {
        return 0x0706050403020100L;
      }
    };
  }

  static EncryptionAtRest load(String rules) {
    return EncryptionAtRest.load(Source.of("encryption.yaml", HEADER + rules));
  }

  static String rule(String resources, String... providers) {
    return "- {resources: [" + resources + "], providers: [" + String.join(", ", providers)
        + "]}\n";
  }

  static String aes(String kind, String... namesAndSecrets) {
    StringBuilder keys = new StringBuilder();
    for (int i = 0; i < namesAndSecrets.length; i += 2) {
      keys.append(i == 0 ? "" : ", ")
          .append(
              "{name: \"" + namesAndSecrets[i] + "\", secret: \"" + namesAndSecrets[i + 1] + "\"}");
    }
    return "{" + kind + ": {keys: [" + keys + "]}}";
  }

  private static void refused(String rules, String message) {
    assertThatExceptionOfType(EncryptionConfigurationException.class)
        .isThrownBy(() -> load(rules))
        .withMessage(message)
        .satisfies(refused -> assertThat(refused.problems())
            .isNotEmpty()
            .allSatisfy(problem -> assertThat(problem.place()).isPresent()));
  }

  @ParameterizedTest
  @CsvSource({
    "Secret, secrets",
    "secret, secrets",
    "cm, configmaps",
    "deploy, deployments.apps",
    "deployments.v1.apps, deployments.apps",
    "deployments.apps, deployments.apps",
    "widgets.example.com, widgets.example.com"
  })
  void resourcesAreNamedAsForKubectl(String name, String resource) {
    EncryptionAtRest encryption = load(rule("'" + resource + "'", aes("aesgcm", "k", K1)));

    assertThat(encryption.of(name).isEncrypted()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "secrts",
        "secrets.core",
        "pods/exec",
        "widgets.apps",
        "widgets.local",
        "*.",
        "*.*"
      })
  void whatIsNoResourceHasNoAnswer(String name) {
    EncryptionAtRest encryption = load(rule("secrets", aes("aesgcm", "k", K1)));

    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> encryption.of(name))
        .withMessage("no resource that is stored: \"" + name + "\"");
  }

  @Test
  void textsHaveNoKeys() {
    assertThat(load(rule("secrets", aes("aesgcm", "k", K1))))
        .hasToString("encryption at rest (1 rule)");
  }

  @Test
  void theFirstProviderAndItsFirstKeyWrite() {
    EncryptionAtRest encryption = load(rule(
        "secrets",
        aes("aesgcm", "new", K1, "old", K2),
        aes("aescbc", "older", K2),
        "{identity: {}}"));
    ResourceEncryption secrets = encryption.of("secrets");

    assertThat(secrets.isEncrypted()).isTrue();
    assertThat(secrets.writer().prefix()).isEqualTo("k8s:enc:aesgcm:v1:new:");
    assertThat(secrets.writer().provider()).contains(Provider.AESGCM);
    assertThat(secrets.writer().name()).isEqualTo("new");
    assertThat(secrets.writer().path())
        .contains(FieldPath.parse("resources[0].providers[0].aesgcm.keys[0].name"));
    assertThat(secrets.readable())
        .extracting(StoredForm::toString)
        .containsExactly(
            "k8s:enc:aesgcm:v1:new:",
            "k8s:enc:aesgcm:v1:old:",
            "k8s:enc:aescbc:v1:older:",
            "plain text");
    assertThat(secrets.readable())
        .extracting(secrets::read)
        .containsExactly(
            new ReadAnswer.Read(false),
            new ReadAnswer.Read(true),
            new ReadAnswer.Read(true),
            new ReadAnswer.Read(true));
    assertThat(secrets.read(StoredForm.unknown("k8s:enc:aesgcm:v1:gone:")))
        .isEqualTo(
            new ReadAnswer.Failed("no matching key was found for the provided AES transformer"));
    assertThat(secrets.read(StoredForm.unknown("k8s:enc:kms:v2:gone:")))
        .isEqualTo(new ReadAnswer.Failed("no matching prefix found"));
    assertThat(secrets).hasToString("secrets: k8s:enc:aesgcm:v1:new:");
  }

  @Test
  void whatHasNoRuleIsPlainText() {
    ResourceEncryption pods = load(rule("secrets", aes("aescbc", "k", K1))).of("pods");

    assertThat(pods.rule()).isEmpty();
    assertThat(pods.isEncrypted()).isFalse();
    assertThat(pods.readable()).containsExactly(StoredForm.PLAIN);
    assertThat(pods.read(StoredForm.PLAIN)).isEqualTo(new ReadAnswer.Read(false));
    assertThat(pods.read(StoredForm.unknown("k8s:enc:aescbc:v1:k:")))
        .isEqualTo(new ReadAnswer.Failed("identity transformer tried to read encrypted data"));
  }

  @ParameterizedTest
  @CsvSource({
    "secrets, resources[0].resources[0]",
    "configmaps, resources[2].resources[0]",
    "deployments.apps, resources[1].resources[0]",
    "widgets.example.com, resources[3].resources[0]"
  })
  void aResourceIsRuledByItsNameThenItsGroupThenAll(String resource, String path) {
    EncryptionAtRest encryption = load(rule("secrets", aes("aescbc", "a", K1))
        + rule("'*.apps'", aes("aescbc", "b", K1))
        + rule("'*.'", aes("aescbc", "c", K1))
        + rule("'*.*'", aes("aescbc", "d", K1)));

    assertThat(encryption.of(resource).rule()).contains(FieldPath.parse(path));
  }

  @Test
  void aLaterRuleForTheSameResourceReadsOnly() {
    ResourceEncryption secrets = load(rule("secrets", aes("aesgcm", "a", K1))
            + rule("secrets", aes("aescbc", "b", K1)))
        .of("secrets");

    assertThat(secrets.writer().name()).isEqualTo("a");
    assertThat(secrets.readable()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"aescbc", "aesgcm"})
  void whatIsStoredCanBeRead(String kind) {
    ResourceEncryption secrets =
        load(rule("secrets", aes(kind, "k", K1, "l", K32))).of("secrets");

    byte[] stored = secrets.toStorage(DATA, PLACE, counting());
    StorageRead read = secrets.fromStorage(stored, PLACE);

    assertThat(new String(stored, 0, 20, StandardCharsets.UTF_8))
        .isEqualTo("k8s:enc:" + kind + ":v1:k:");
    assertThat(read.data()).isEqualTo(DATA);
    assertThat(read.answer()).isEqualTo(new ReadAnswer.Read(false));
  }

  @ParameterizedTest
  @CsvSource({
    "aescbc, 0001020304050607000102030405060715187631a8ddd0c9f0ff79f9efa4cff5",
    "aesgcm, 000102030405060700010203"
  })
  void theVectorStandsBeforeTheText(String kind, String start) {
    ResourceEncryption secrets = load(rule("secrets", aes(kind, "k", K1))).of("secrets");

    byte[] stored = secrets.toStorage(DATA, PLACE, counting());

    byte[] behind = Arrays.copyOfRange(stored, "k8s:enc:aescbc:v1:k:".length(), stored.length);
    assertThat(HexFormat.of().formatHex(behind)).startsWith(start);
  }

  @Test
  void whatWasMovedOrChangedIsRefused() {
    ResourceEncryption secrets = load(rule("secrets", aes("aesgcm", "k", K1))).of("secrets");
    byte[] stored = secrets.toStorage(DATA, PLACE, counting());

    ReadAnswer failed = new ReadAnswer.Failed("cipher: message authentication failed");
    assertThat(secrets.fromStorage(stored, bytes("/elsewhere")).answer()).isEqualTo(failed);
    stored[stored.length - 1] ^= 1;
    assertThat(secrets.fromStorage(stored, PLACE).answer()).isEqualTo(failed);
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> secrets.fromStorage(stored, PLACE).data())
        .withMessage("cipher: message authentication failed");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      k8s:enc:aescbc:v1:k:short | the stored data was shorter than the required size
      k8s:enc:aescbc:v1:k:0123456789abcdef0 | the stored data is not a multiple of the block size
      k8s:enc:aescbc:v1:k:0123456789abcdef | invalid PKCS7 data (empty or not padded)
      k8s:enc:aesgcm:v1:g:short | the stored data was shorter than the required size
      k8s:enc:aesgcm:v1:g:0123456789abcdef | cipher: message authentication failed
      k8s:enc:secretbox:v1:s:0123456789abcdef | secretbox is not supported: the JDK has neither XSalsa20 nor Poly1305
      plain | no matching prefix found
      """)
  void whatIsNoneIsRefused(String stored, String error) {
    ResourceEncryption secrets = load(rule(
            "secrets", aes("aescbc", "k", K1), aes("aesgcm", "g", K1), aes("secretbox", "s", K32)))
        .of("secrets");

    assertThat(secrets.fromStorage(bytes(stored), PLACE).answer())
        .isEqualTo(new ReadAnswer.Failed(error));
  }

  @Test
  void secretboxIsAnsweredForButDoesNotWrite() {
    ResourceEncryption secrets =
        load(rule("secrets", aes("secretbox", "s", K32))).of("secrets");

    assertThat(secrets.writer().prefix()).isEqualTo("k8s:enc:secretbox:v1:s:");
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> secrets.toStorage(DATA, PLACE, counting()))
        .withMessageStartingWith("secretbox is not supported");
  }

  @Test
  void identityIsTriedFirstAndOthersAfterIt() {
    ResourceEncryption secrets =
        load(rule("secrets", "{identity: {}}", aes("aesgcm", "k", K1))).of("secrets");
    byte[] stored = load(rule("secrets", aes("aesgcm", "k", K1)))
        .of("secrets")
        .toStorage(DATA, PLACE, counting());

    assertThat(secrets.isEncrypted()).isFalse();
    assertThat(secrets.toStorage(DATA, PLACE, counting())).isEqualTo(DATA);
    assertThat(secrets.fromStorage(stored, PLACE).answer()).isEqualTo(new ReadAnswer.Read(true));
    assertThat(secrets.fromStorage(stored, PLACE).data()).isEqualTo(DATA);
  }

  @Test
  void anErrorDoesNotEndTheSearch() {
    EncryptionAtRest encryption = load(
        rule("secrets", aes("aesgcm", "k", K1), aes("aesgcm", "k", K2), aes("aesgcm", "l", K2)));
    byte[] stored = load(rule("secrets", aes("aesgcm", "k", K2)))
        .of("secrets")
        .toStorage(DATA, PLACE, counting());

    assertThat(encryption.of("secrets").fromStorage(stored, PLACE).answer())
        .isEqualTo(new ReadAnswer.Read(true));
    stored[stored.length - 1] ^= 1;
    assertThat(encryption.of("secrets").fromStorage(stored, PLACE).answer())
        .isEqualTo(new ReadAnswer.Failed("[cipher: message authentication failed, no matching key"
            + " was found for the provided AES transformer]"));
  }

  @Test
  void formsAreThoseOfTheFile() {
    EncryptionAtRest encryption = load(rule("secrets", aes("aesgcm", "k", K1), "{identity: {}}")
        + rule("pods", aes("aesgcm", "k", K2), aes("aescbc", "k", K2)));

    assertThat(encryption.forms())
        .extracting(StoredForm::prefix)
        .containsExactly("", "k8s:enc:aesgcm:v1:k:", "k8s:enc:aescbc:v1:k:");
    assertThat(encryption.of("pods").read(encryption.forms().get(1)))
        .isEqualTo(new ReadAnswer.Failed("cipher: message authentication failed"));
  }

  @Test
  void aKeyManagementServiceIsAFunction() {
    String kms = "{kms: {apiVersion: v2, name: vault, endpoint: 'unix:///vault.sock'}}";
    EncryptionAtRest without = load(rule("secrets", kms));
    EncryptionAtRest with = without.withKeyService("vault", new KeyService() {
      @Override
      public byte[] encrypt(byte[] data, byte[] authenticatedData) {
        return bytes("<" + new String(data, StandardCharsets.UTF_8) + ">");
      }

      @Override
      public Optional<byte[]> decrypt(byte[] data, byte[] authenticatedData) {
        return data[0] == '<'
            ? Optional.of(Arrays.copyOfRange(data, 1, data.length - 1))
            : Optional.empty();
      }
    });

    byte[] stored = with.of("secrets").toStorage(DATA, PLACE, counting());

    assertThat(new String(stored, StandardCharsets.UTF_8))
        .isEqualTo("k8s:enc:kms:v2:vault:<{\"a\":1}>");
    assertThat(with.of("secrets").fromStorage(stored, PLACE).data()).isEqualTo(DATA);
    assertThat(with.of("secrets")
            .fromStorage(bytes("k8s:enc:kms:v2:vault:x"), PLACE)
            .answer())
        .isEqualTo(new ReadAnswer.Failed(
            "the key management service \"vault\" did not encrypt the value"));
    assertThat(without.of("secrets").fromStorage(stored, PLACE).answer())
        .isEqualTo(new ReadAnswer.Failed("there is no key management service \"vault\""));
    assertThat(without.of("secrets").read(without.of("secrets").writer()))
        .isEqualTo(new ReadAnswer.Read(false));
    assertThat(without.configuration().resources().get(0).providers().get(0).kms())
        .isEqualTo(new EncryptionConfiguration.KmsConfiguration(
            "v2", "vault", null, "unix:///vault.sock", Duration.ofSeconds(3)));
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> without.of("secrets").toStorage(DATA, PLACE, counting()));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      name: k, endpoint: 'http://x', apiVersion: v2 | resources[0].providers[0].kms.endpoint: Invalid value: "http://x": unsupported scheme "http" for KMS provider, only unix is supported
      name: k, endpoint: ':x', apiVersion: v2 | resources[0].providers[0].kms.endpoint: Invalid value: ":x": invalid endpoint for kms provider, error: parse ":x": missing protocol scheme
      name: k, apiVersion: v2 | resources[0].providers[0].kms.endpoint: Invalid value: "": endpoint is a mandatory field for a kms
      endpoint: 'unix:///x' | resources[0].providers[0].kms.name: Required value: name is a mandatory field for a provider
      name: 'a:b', endpoint: 'unix:///x', apiVersion: v2 | resources[0].providers[0].kms.name: Invalid value: "a:b": invalid KMS provider name a:b, must not contain ':'
      name: k, endpoint: 'unix:///x', cachesize: 0 | resources[0].providers[0].kms.cachesize: Invalid value: 0: cachesize should be a positive value, or negative to disable
      name: k, endpoint: 'unix:///x', apiVersion: v2, cachesize: 1 | resources[0].providers[0].kms.cachesize: Invalid value: 1: cachesize is not supported in v2
      name: k, endpoint: 'unix:///x', apiVersion: v3 | resources[0].providers[0].kms.apiVersion: Invalid value: "v3": unsupported apiVersion apiVersion for KMS provider, only v1 and v2 are supported
      name: k, endpoint: 'unix:///x', timeout: 0s | resources[0].providers[0].kms.timeout: Invalid value: "0s": timeout should be a positive value
      name: k, endpoint: 'unix:///x', timeout: x | error decoding encryption provider configuration file "encryption.yaml": time: invalid duration "x"
      name: k, endpoint: 'unix:///x', timeout: 3, cachesize: x | error decoding encryption provider configuration file "encryption.yaml": json: cannot unmarshal number into Go struct field KMSConfiguration.resources.providers.kms.timeout of type string
      """)
  void servicesAreValidated(String fields, String error) {
    refused(rule("secrets", "{kms: {" + fields + "}}"), "error while parsing file: " + error);
  }

  @Test
  void servicesHaveNamesOfTheirOwn() {
    String kms = "{kms: {apiVersion: v2, name: k, endpoint: 'unix:///x'}}";

    refused(
        rule("secrets", kms, kms),
        "error while parsing file: resources[0].providers[1].kms.name: Invalid value: \"k\": duplicate"
            + " KMS provider name k, names must be unique");
  }

  @Test
  void theFirstVersionOfServicesIsOff() {
    refused(
        rule("secrets", "{kms: {name: k, endpoint: 'unix:///x'}}"),
        "error while building transformers: KMSv1 is deprecated and will only receive security updates"
            + " going forward. Use KMSv2 instead.  Set --feature-gates=KMSv1=true to use the"
            + " deprecated KMSv1 feature.");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      Secrets | .resources[0]: Invalid value: "Secrets": resource name should not contain capital letters
      '*' | .resources[0]: Invalid value: "*": use '*.' to encrypt all the resources from core API group or *.* to encrypt all resources
      apiserveripinfo | .resources[0]: Invalid value: "apiserveripinfo": resources which do not have REST API/s cannot be encrypted
      x.events.k8s.io | .resources[0]: Invalid value: "x.events.k8s.io": '*.events.k8s.io' objects are stored using the 'events' API group in etcd. Use 'events' instead in the config file
      x.extensions | .resources[0]: Invalid value: "x.extensions": 'extensions' group has been removed and cannot be used for encryption
      'secrets.*' | .resources[0]: Invalid value: "secrets.*": encrypting the same resource across groups is not supported
      `a, a` | .resources: Invalid value: ["a","a"]: the same resource cannot be specified multiple times
      `a, '*.'` | .resources: Invalid value: ["a","*."]: using overlapping resources such as 'secrets' and '*.' in the same resource list is not allowed as they will be masked
      `` | .resources: Required value: at least one resources[0].resources is required
      """)
  void resourcesAreValidated(String resources, String error) {
    refused(rule(resources, "{identity: {}}"), "error while parsing file: resources[0]" + error);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      {aescbc: {keys: []}} | .aescbc.keys: Required value: at least one keys is required
      {aescbc: {keys: [{name: a}]}} | .aescbc.keys[0].secret: Required value: secret is a mandatory field for a key
      {aescbc: {keys: [{secret: AAECAwQFBgcICQoLDA0ODw==}]}} | .aescbc.keys[0].name: Required value: name is a mandatory field for a key
      {aescbc: {keys: [{name: a, secret: AAA}]}} | .aescbc.keys[0].secret: Invalid value: "REDACTED": secrets must be base64 encoded
      {aescbc: {keys: [{name: a, secret: AAAA}]}} | .aescbc.keys[0].secret: Invalid value: "REDACTED": secret is not of the expected length, got 3, expected one of [16 24 32]
      {secretbox: {keys: [{name: a, secret: AAAA}]}} | .secretbox.keys[0].secret: Invalid value: "REDACTED": secret is not of the expected length, got 3, expected one of [32]
      {} | : Invalid value: {"AESGCM":null,"AESCBC":null,"Secretbox":null,"Identity":null,"KMS":null}: provider does not contain any of the expected providers: KMS, AESGCM, AESCBC, Secretbox, Identity
      """)
  void providersAreValidated(String provider, String error) {
    refused(
        rule("secrets", provider), "error while parsing file: resources[0].providers[0]" + error);
  }

  @Test
  void aProviderIsOneOnly() {
    String kms = "kms: {name: k, endpoint: 'unix:///x'}";

    refused(
        rule("secrets", "{identity: {}, aescbc: {keys: null}, " + kms + "}"),
        "error while parsing file: resources[0].providers[0]: Invalid value: {\"AESGCM\":null,\"AESCBC\":"
            + "{\"Keys\":null},\"Secretbox\":null,\"Identity\":{},\"KMS\":{\"APIVersion\":\"v1\",\"Name\":\"k\","
            + "\"CacheSize\":1000,\"Endpoint\":\"unix:///x\",\"Timeout\":\"3s\"}}: more than one provider"
            + " specified in a single element, should split into different list elements");
  }

  @Test
  void rulesThatAreMaskedAreRefused() {
    refused(
        rule("'*.'", aes("aescbc", "k", K1)) + rule("pods, secrets", aes("aescbc", "k", K1)),
        "error while building transformers: resource \"pods\" is masked by earlier rule \"*.\"");
    refused(
        rule("'*.*'", aes("aescbc", "k", K1)) + rule("a.b", aes("aescbc", "k", K1)),
        "error while building transformers: resource \"a.b\" is masked by earlier rule \"*.*\"");
    refused(
        " []",
        "error while parsing file: resources: Required value: at least one resources is required");
  }

  @Test
  void anEmptyFileIsRefused() {
    assertThatExceptionOfType(EncryptionConfigurationException.class)
        .isThrownBy(() -> EncryptionAtRest.load(Source.of("e.yaml", "")))
        .withMessage("error while parsing file: error while loading file: encryption provider"
            + " configuration file \"e.yaml\" is empty");
  }

  @Test
  void problemsHaveNoKeys() {
    String text = "apiVersion: apiserver.config.k8s.io/v1\nresources:\n"
        + rule("secrets", aes("aescbc", "k", K1));
    String several =
        HEADER + rule("secrets", "{identity: {}, aescbc: {keys: [{name: k, secret: " + K1 + "}]}}");

    for (String file : new String[] {text, several}) {
      assertThatExceptionOfType(EncryptionConfigurationException.class)
          .isThrownBy(() -> EncryptionAtRest.load(Source.of("e.yaml", file)))
          .satisfies(refused -> assertThat(refused.problems())
              .isNotEmpty()
              .extracting(Problem::toString)
              .allSatisfy(problem -> assertThat(problem).doesNotContain(K1)));
    }
    assertThat(load(rule("secrets", aes("aescbc", "k", K1))).configuration().toString())
        .doesNotContain(K1);
  }
}
