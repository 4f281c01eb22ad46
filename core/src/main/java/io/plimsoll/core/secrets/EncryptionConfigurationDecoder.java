package io.plimsoll.core.secrets;

import io.plimsoll.core.decode.ConfigurationDecoding;
import io.plimsoll.core.decode.ConfigurationKind;
import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.GoDuration;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Problem;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Source;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.schema.Field;
import io.plimsoll.core.schema.FieldType;
import io.plimsoll.core.schema.FieldType.ListOf;
import io.plimsoll.core.schema.FieldType.Scalar;
import io.plimsoll.core.schema.ObjectType;
import io.plimsoll.core.secrets.EncryptionConfiguration.KmsConfiguration;
import io.plimsoll.core.secrets.EncryptionConfiguration.ProviderConfiguration;
import io.plimsoll.core.secrets.EncryptionConfiguration.ResourceConfiguration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads {@link EncryptionConfiguration}. Mirrors {@code k8s.io/apiserver/pkg/apis/apiserver/v1}, with its defaults. */
final class EncryptionConfigurationDecoder {

  private static final String RESOURCES = "resources";
  private static final String PROVIDERS = "providers";
  private static final String API_VERSION = "apiVersion";
  private static final String NAME = "name";
  private static final String TIMEOUT = "timeout";

  private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(3);
  private static final int DEFAULT_CACHE_SIZE = 1000;
  private static final String V1 = "v1";

  private static final ConfigurationKind KIND = new ConfigurationKind(
      "EncryptionConfiguration",
      List.of("apiserver.config.k8s.io/v1"),
      object(
          "EncryptionConfiguration",
          Field.of(API_VERSION, Scalar.STRING),
          Field.of("kind", Scalar.STRING),
          Field.of(RESOURCES, new ListOf(ruleType()))));

  private EncryptionConfigurationDecoder() {}

  private static ObjectType ruleType() {
    return object(
        "ResourceConfiguration",
        Field.of(RESOURCES, new ListOf(Scalar.STRING)),
        Field.of(PROVIDERS, new ListOf(providerType())));
  }

  private static ObjectType providerType() {
    return object(
        "ProviderConfiguration",
        Field.of(Provider.AESGCM.toString(), keysType("AESConfiguration")),
        Field.of(Provider.AESCBC.toString(), keysType("AESConfiguration")),
        Field.of(Provider.SECRETBOX.toString(), keysType("SecretboxConfiguration")),
        Field.of(Provider.IDENTITY.toString(), object("IdentityConfiguration")),
        Field.of(
            Provider.KMS.toString(),
            object(
                "KMSConfiguration",
                Field.of(API_VERSION, Scalar.STRING),
                Field.of(NAME, Scalar.STRING),
                Field.of("cachesize", Scalar.INT32),
                Field.of("endpoint", Scalar.STRING),
                Field.of(TIMEOUT, Scalar.STRING))));
  }

  private static FieldType keysType(String name) {
    ObjectType key = object(
        "Key",
        Stream.of(NAME, "secret")
            .map(field -> Field.of(field, Scalar.STRING))
            .toArray(Field[]::new));
    return object(name, Field.of("keys", new ListOf(key)));
  }

  private static ObjectType object(String name, Field... fields) {
    return ObjectType.of(name, List.of(fields));
  }

  /** Decodes a file strictly. A duration decodes itself, so that one that is wrong is told before all else. */
  static ConfigurationDecoding decode(Source source) {
    ConfigurationDecoding decoding = KIND.decode(source);
    List<Problem> durations = durationProblems(decoding.tree());
    if (durations.isEmpty()) {
      return decoding;
    }
    List<Problem> all = new ArrayList<>(decoding.problems());
    durations.stream()
        .filter(one -> all.stream().noneMatch(known -> known.path().equals(one.path())))
        .forEach(all::add);
    return new ConfigurationDecoding(durations.get(0).message(), all, decoding.tree());
  }

  private static List<Problem> durationProblems(MappingValue tree) {
    List<Problem> problems = new ArrayList<>();
    List<Value> rules = items(tree, RESOURCES);
    for (int i = 0; i < rules.size(); i++) {
      List<Value> providers = items(rules.get(i), PROVIDERS);
      for (int j = 0; j < providers.size(); j++) {
        FieldPath path = FieldPath.of(RESOURCES).index(i).field(PROVIDERS).index(j);
        FieldPath at = path.field(Provider.KMS.toString()).field(TIMEOUT);
        Value timeout = kms(providers.get(j)).value(TIMEOUT);
        if (timeout != null) {
          durationProblem(timeout).ifPresent(problem -> problems.add(problem.at(at)));
        }
      }
    }
    return problems;
  }

  private static Optional<Problem> durationProblem(Value timeout) {
    if (timeout instanceof ScalarValue scalar && scalar.isString()) {
      String error = GoDuration.error(scalar.text());
      return error.isEmpty()
          ? Optional.empty()
          : Optional.of(Problem.error("invalid-duration", timeout.location(), error));
    }
    return Optional.of(Problem.error(
        "wrong-type",
        timeout.location(),
        "json: cannot unmarshal " + timeout.typeName()
            + " into Go struct field KMSConfiguration.resources.providers.kms.timeout of type"
            + " string"));
  }

  private static Fields kms(Value provider) {
    return Fields.of(Fields.of(provider).value(Provider.KMS.toString()));
  }

  private static List<Value> items(Value object, String field) {
    return Fields.of(object).value(field) instanceof SequenceValue list ? list.items() : List.of();
  }

  /** Reads a tree that was decoded. */
  static EncryptionConfiguration read(MappingValue tree) {
    return new EncryptionConfiguration(Fields.of(tree)
        .list(
            RESOURCES,
            rule -> new ResourceConfiguration(
                rule.strings(RESOURCES),
                rule.list(PROVIDERS, EncryptionConfigurationDecoder::provider))));
  }

  private static ProviderConfiguration provider(Fields fields) {
    return new ProviderConfiguration(
        fields.object(Provider.AESGCM.toString(), EncryptionConfigurationDecoder::keys),
        fields.object(Provider.AESCBC.toString(), EncryptionConfigurationDecoder::keys),
        fields.object(Provider.SECRETBOX.toString(), EncryptionConfigurationDecoder::keys),
        fields.has(Provider.IDENTITY.toString()),
        fields.object(Provider.KMS.toString(), EncryptionConfigurationDecoder::service));
  }

  private static EncryptionConfiguration.Keys keys(Fields fields) {
    return new EncryptionConfiguration.Keys(
        fields.has("keys")
            ? fields.list(
                "keys", key -> new EncryptionConfiguration.Key(key.text(NAME), key.text("secret")))
            : null);
  }

  /** Mirrors {@code SetDefaults_KMSConfiguration}. */
  private static KmsConfiguration service(Fields fields) {
    String version = fields.text(API_VERSION).isEmpty() ? V1 : fields.text(API_VERSION);
    Integer size = fields.int32("cachesize");
    return new KmsConfiguration(
        version,
        fields.text(NAME),
        size == null && version.equals(V1) ? Integer.valueOf(DEFAULT_CACHE_SIZE) : size,
        fields.text("endpoint"),
        timeout(fields.string(TIMEOUT)));
  }

  private static Duration timeout(@Nullable String text) {
    return text == null ? DEFAULT_TIMEOUT : GoDuration.tryParse(text).orElse(DEFAULT_TIMEOUT);
  }
}
