package io.plimsoll.core.secrets;

import io.plimsoll.core.decode.ConfigurationDecoding;
import io.plimsoll.core.finding.Finding;
import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Problem;
import io.plimsoll.core.manifest.Source;
import io.plimsoll.core.secrets.EncryptionConfiguration.ProviderConfiguration;
import io.plimsoll.core.validation.FieldError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an API server encrypts before it stores it, and what it can still read, by the file of {@code --encryption-provider-config}.
 * Mirrors {@code LoadEncryptionConfig} of {@code k8s.io/apiserver/pkg/server/options/encryptionconfig}, as at a start with the default
 * feature gates.
 */
public final class EncryptionAtRest {

  private static final String FAILED = "error while parsing file: ";

  private final EncryptionConfiguration configuration;
  private final MappingValue tree;
  private final EncryptionRules rules;
  private final Map<String, KeyService> services;

  private EncryptionAtRest(
      EncryptionConfiguration configuration,
      MappingValue tree,
      EncryptionRules rules,
      Map<String, KeyService> services) {
    this.configuration = configuration;
    this.tree = tree;
    this.rules = rules;
    this.services = Map.copyOf(services);
  }

  /**
   * Reads a file, in YAML or JSON.
   *
   * @throws EncryptionConfigurationException if a server would not start with it
   */
  public static EncryptionAtRest load(Source source) {
    String name = GoText.quote(source.name());
    if (source.text().isEmpty()) {
      String message = "encryption provider configuration file " + name + " is empty";
      throw new EncryptionConfigurationException(
          FAILED + "error while loading file: " + message,
          List.of(Problem.error("empty-file", source.location(0, 0), message)));
    }
    ConfigurationDecoding decoding = EncryptionConfigurationDecoder.decode(source);
    if (!decoding.isFine()) {
      throw new EncryptionConfigurationException(
          FAILED + "error decoding encryption provider configuration file " + name + ": "
              + decoding.message(),
          withoutFile(decoding.problems()));
    }
    EncryptionConfiguration configuration = EncryptionConfigurationDecoder.read(decoding.tree());
    List<FieldError> errors = EncryptionValidation.errors(configuration);
    if (!errors.isEmpty()) {
      throw new EncryptionConfigurationException(
          FAILED + FieldError.aggregate(errors),
          errors.stream().map(error -> problem(error, decoding.tree())).toList());
    }
    EncryptionRules rules = EncryptionRules.of(configuration, decoding.tree());
    return new EncryptionAtRest(configuration, decoding.tree(), rules, Map.of());
  }

  /** Upstream shows the whole file where it does not say its kind; a problem does not. */
  private static List<Problem> withoutFile(List<Problem> problems) {
    return problems.stream()
        .map(problem -> {
          int end = problem.message().indexOf(" is missing in '");
          return end < 0
              ? problem
              : Problem.error(
                  problem.code(),
                  problem.location(),
                  problem.message().substring(0, end) + " is missing");
        })
        .toList();
  }

  /** The value is left out, as it may be a provider with its keys. */
  private static Problem problem(FieldError error, MappingValue tree) {
    FieldPath path = error.path();
    return Problem.error(error.type().code(), path.locate(tree), error.detail()).at(path);
  }

  /** Returns this with a key management service that the configuration names. */
  public EncryptionAtRest withKeyService(String name, KeyService service) {
    Map<String, KeyService> all = new HashMap<>(services);
    all.put(name, service);
    return new EncryptionAtRest(configuration, tree, rules, all);
  }

  /** Returns the configuration, with its defaults. */
  public EncryptionConfiguration configuration() {
    return configuration;
  }

  /**
   * Returns how the objects of a resource are stored. It may be written as with {@code kubectl}: {@code secrets}, {@code Secret},
   * {@code cm}, {@code deployments.apps}; one of a group that Kubernetes does not have is {@code NAME.GROUP}, with the plural.
   *
   * @throws IllegalArgumentException if Kubernetes has the group but no such resource, or it is part of one, such as {@code
   *     pods/exec}, of which nothing is stored
   */
  public ResourceEncryption of(String resource) {
    GroupResource parsed = GroupResource.named(resource);
    return new ResourceEncryption(parsed, rules.find(parsed), services);
  }

  /**
   * Returns the forms in which values can have been stored under this configuration: plain text, and the form of each key in the order
   * of the file. Of several keys that write the same prefix there is the first.
   */
  public List<StoredForm> forms() {
    List<StoredForm> forms = new ArrayList<>(List.of(StoredForm.PLAIN));
    Set<String> prefixes = new HashSet<>(Set.of(StoredForm.PLAIN.prefix()));
    FieldPath path = FieldPath.of("resources");
    for (int i = 0; i < configuration.resources().size(); i++) {
      List<ProviderConfiguration> providers = configuration.resources().get(i).providers();
      for (int j = 0; j < providers.size(); j++) {
        FieldPath at = path.index(i).field("providers").index(j);
        ProviderKeys.of(providers.get(j), at).keys().stream()
            .map(StoredForm::of)
            .filter(form -> prefixes.add(form.prefix()))
            .forEach(forms::add);
      }
    }
    return List.copyOf(forms);
  }

  /** Returns how many rules there are, without the keys: {@code encryption at rest (2 rules)}. */
  @Override
  public String toString() {
    int count = configuration.resources().size();
    return "encryption at rest (" + count + (count == 1 ? " rule)" : " rules)");
  }

  /** Returns what is most likely not meant, by {@link EncryptionLintRule}: by field and rule. */
  public List<Finding> findings() {
    return EncryptionLint.of(configuration, tree, rules);
  }
}
