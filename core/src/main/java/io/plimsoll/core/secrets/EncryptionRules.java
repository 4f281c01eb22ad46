package io.plimsoll.core.secrets;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Problem;
import io.plimsoll.core.secrets.EncryptionConfiguration.ProviderConfiguration;
import io.plimsoll.core.secrets.EncryptionConfiguration.ResourceConfiguration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rules of a valid configuration by resource. Mirrors {@code getTransformerOverridesAndKMSPluginProbes} of {@code
 * k8s.io/apiserver/pkg/server/options/encryptionconfig}.
 */
final class EncryptionRules {

  private static final String FAILED = "error while building transformers: ";
  private static final String NO_KMS_V1 =
      "KMSv1 is deprecated and will only receive security updates going forward. Use KMSv2 instead. "
          + " Set --feature-gates=KMSv1=true to use the deprecated KMSv1 feature.";

  private final Map<GroupResource, EncryptionRule> rules = new LinkedHashMap<>();

  private EncryptionRules() {}

  /** Makes the rules; throws what the server ends with if one cannot be made. */
  static EncryptionRules of(EncryptionConfiguration configuration, MappingValue tree) {
    EncryptionRules rules = new EncryptionRules();
    FieldPath path = FieldPath.of("resources");
    for (int i = 0; i < configuration.resources().size(); i++) {
      rules.add(configuration.resources().get(i), path.index(i), tree);
    }
    return rules;
  }

  private void add(ResourceConfiguration rule, FieldPath path, MappingValue tree) {
    List<ProviderKeys> providers = new ArrayList<>();
    for (ProviderConfiguration provider : rule.providers()) {
      FieldPath at = path.field("providers").index(providers.size());
      if (provider.kms() != null && provider.kms().apiVersion().equals("v1")) {
        throw refused(NO_KMS_V1, at.field("kms"), tree);
      }
      providers.add(ProviderKeys.of(provider, at));
    }
    for (int i = 0; i < rule.resources().size(); i++) {
      GroupResource resource = GroupResource.parse(rule.resources().get(i));
      FieldPath at = path.field("resources").index(i);
      for (GroupResource wildcard : List.of(resource.anyOfGroup(), GroupResource.ANYTHING)) {
        if (rules.containsKey(wildcard)) {
          String error = "resource " + GoText.quote(resource.toString())
              + " is masked by earlier rule " + GoText.quote(wildcard.toString());
          throw refused(error, at, tree);
        }
      }
      EncryptionRule made = new EncryptionRule(resource, at, providers);
      rules.merge(resource, made, (earlier, later) -> earlier.with(later.providers()));
    }
  }

  private static EncryptionConfigurationException refused(
      String error, FieldPath path, MappingValue tree) {
    Problem problem =
        Problem.error("encryption-rule", path.locate(tree), error.strip()).at(path);
    return new EncryptionConfigurationException(FAILED + error, List.of(problem));
  }

  /** Returns the rule for a resource: its own, or that of its group, or that for everything. */
  Optional<EncryptionRule> find(GroupResource resource) {
    return Stream.of(resource, resource.anyOfGroup(), GroupResource.ANYTHING)
        .filter(rules::containsKey)
        .findFirst()
        .map(rules::get);
  }

  /** Returns the rules in order. */
  List<EncryptionRule> all() {
    return List.copyOf(rules.values());
  }
}
