package io.plimsoll.core.secrets;

import io.plimsoll.core.finding.Finding;
import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.schema.ResourceCatalog;
import io.plimsoll.core.secrets.EncryptionConfiguration.ProviderConfiguration;
import io.plimsoll.core.secrets.EncryptionConfiguration.ResourceConfiguration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is most likely not meant in a configuration that a server starts with. No finding holds a key. */
final class EncryptionLint {

  private static final FieldPath ROOT = FieldPath.of("resources");
  private static final GroupResource SECRETS = new GroupResource("", "secrets");

  private final KubeObject object;
  private final EncryptionRules rules;
  private final List<List<ProviderKeys>> providers = new ArrayList<>();
  private final Set<StorageKey> writers = new LinkedHashSet<>();
  private final List<Finding> found = new ArrayList<>();

  private EncryptionLint(
      EncryptionConfiguration configuration, MappingValue tree, EncryptionRules rules) {
    this.object = KubeObject.of(tree);
    this.rules = rules;
    for (int i = 0; i < configuration.resources().size(); i++) {
      providers.add(providers(configuration.resources().get(i), ROOT.index(i)));
    }
    rules.all().forEach(rule -> writers.add(rule.providers().get(0).writer()));
  }

  private static List<ProviderKeys> providers(ResourceConfiguration rule, FieldPath path) {
    List<ProviderKeys> made = new ArrayList<>();
    for (ProviderConfiguration provider : rule.providers()) {
      made.add(ProviderKeys.of(provider, path.field("providers").index(made.size())));
    }
    return made;
  }

  static List<Finding> of(
      EncryptionConfiguration configuration, MappingValue tree, EncryptionRules rules) {
    EncryptionLint lint = new EncryptionLint(configuration, tree, rules);
    lint.checkSecrets();
    lint.checkSharedSecrets();
    Map<GroupResource, FieldPath> named = new HashMap<>();
    for (int i = 0; i < configuration.resources().size(); i++) {
      List<String> resources = configuration.resources().get(i).resources();
      lint.checkPlainText(i, resources);
      lint.checkKeys(lint.providers.get(i));
      lint.checkResources(resources, ROOT.index(i).field("resources"), named);
    }
    return lint.found.stream().sorted().toList();
  }

  /** Adds a finding without what was observed, which could be a key. */
  private void report(EncryptionLintRule rule, FieldPath path, String message) {
    found.add(rule.unseen(object, path, rule.severity(), message));
  }

  private void checkSecrets() {
    EncryptionRule rule = rules.find(SECRETS).orElse(null);
    if (rule == null) {
      report(
          EncryptionLintRule.SECRETS_WITHOUT_RULE,
          ROOT,
          "no rule is about secrets: they are stored in plain text");
    } else if (isPlain(rule.providers())) {
      report(
          EncryptionLintRule.PLAIN_TEXT_SECRETS,
          rule.providers().get(0).path(),
          "identity comes first: secrets are stored in plain text");
    }
  }

  private static boolean isPlain(List<ProviderKeys> providers) {
    return providers.get(0).kind() == Provider.IDENTITY;
  }

  private void checkPlainText(int index, List<String> resources) {
    List<ProviderKeys> own = providers.get(index);
    List<String> others =
        resources.stream().filter(resource -> !isAboutSecrets(index, resource)).toList();
    if (isPlain(own)) {
      if (own.size() > 1 && !others.isEmpty()) {
        report(
            EncryptionLintRule.PLAIN_TEXT,
            own.get(0).path(),
            "identity comes first: " + String.join(", ", others) + " are stored in plain text");
      }
      return;
    }
    own.stream()
        .filter(provider -> provider.kind() == Provider.IDENTITY)
        .findFirst()
        .ifPresent(identity -> report(
            EncryptionLintRule.PLAIN_TEXT_READ,
            identity.path(),
            "values that are not encrypted can be read; without identity they are refused"));
  }

  /** Returns whether a resource of a rule is, or stands for, secrets, so that the rule decides how they are written. */
  private boolean isAboutSecrets(int index, String resource) {
    FieldPath path = ROOT.index(index).field("resources");
    return rules
        .find(SECRETS)
        .filter(rule -> rule.resource().equals(GroupResource.parse(resource)))
        .filter(rule -> rule.path().after(path).isPresent())
        .isPresent();
  }

  private void checkKeys(List<ProviderKeys> own) {
    Set<String> names = new HashSet<>();
    for (ProviderKeys provider : own) {
      if (provider.kind() == Provider.AESCBC && writers.contains(provider.writer())) {
        report(
            EncryptionLintRule.CBC,
            provider.path(),
            "aescbc writes: it does not tell whether a stored value was changed, as aesgcm does");
      }
      for (StorageKey key : provider.keys()) {
        if (key.provider() != Provider.IDENTITY) {
          checkKey(key, names.add(key.prefix()));
        }
      }
    }
  }

  private void checkKey(StorageKey key, boolean first) {
    String name = key.provider()
        + (key.provider() == Provider.KMS ? " service " : " key ")
        + GoText.quote(key.name());
    if (!first) {
      report(
          EncryptionLintRule.REPEATED_KEY,
          key.path(),
          "the rule has another " + name + " before, which is tried first");
    } else if (writers.stream().noneMatch(key::isSameAs)) {
      report(
          EncryptionLintRule.READ_ONLY_KEY,
          key.path(),
          "the " + name + " is never used to write: it reads what it wrote before");
    }
  }

  private void checkSharedSecrets() {
    Map<StorageKey.Secret, StorageKey> known = new HashMap<>();
    Set<String> told = new HashSet<>();
    providers.stream()
        .flatMap(List::stream)
        .flatMap(provider -> provider.keys().stream())
        .filter(key -> !key.secret().equals(StorageKey.Secret.NONE))
        .forEach(key -> {
          StorageKey first = known.putIfAbsent(key.secret(), key);
          if (first != null && !first.prefix().equals(key.prefix()) && told.add(key.prefix())) {
            report(
                EncryptionLintRule.SHARED_SECRET,
                key.path(),
                "the " + key.provider() + " key " + GoText.quote(key.name())
                    + " is the same as the " + first.provider() + " key "
                    + GoText.quote(first.name()));
          }
        });
  }

  private void checkResources(
      List<String> resources, FieldPath path, Map<GroupResource, FieldPath> named) {
    Map<GroupResource, FieldPath> own = new HashMap<>();
    for (int i = 0; i < resources.size(); i++) {
      GroupResource resource = GroupResource.parse(resources.get(i));
      FieldPath at = path.index(i);
      own.put(resource, at);
      FieldPath before = named.get(resource);
      if (before != null) {
        report(
            EncryptionLintRule.REPEATED_RESOURCE,
            at,
            resource + " is named by an earlier rule at " + before
                + ": the providers of this one only read");
      }
      if (resource.isWildcard()) {
        checkWildcard(resource, at, named);
      } else {
        checkKnown(resource, at);
      }
    }
    own.forEach(named::putIfAbsent);
  }

  private void checkWildcard(
      GroupResource wildcard, FieldPath at, Map<GroupResource, FieldPath> named) {
    List<String> masked = named.keySet().stream()
        .filter(resource -> wildcard.covers(resource) && !wildcard.equals(resource))
        .map(GroupResource::toString)
        .sorted()
        .toList();
    if (!masked.isEmpty()) {
      report(
          EncryptionLintRule.MASKED_WILDCARD,
          at,
          GoText.quote(wildcard.toString()) + " does not stand for " + String.join(", ", masked)
              + ": earlier rules name them");
    }
  }

  private void checkKnown(GroupResource resource, FieldPath at) {
    ResourceCatalog catalog = ResourceCatalog.kubernetes();
    boolean known = catalog.byResource(resource.resource()).stream()
        .anyMatch(served -> served.group().equals(resource.group()));
    if (catalog.hasGroup(resource.group()) && !known) {
      String nearest = catalog
          .nearestResource(resource.group(), resource.resource())
          .map(name -> "; did you mean " + GoText.quote(name))
          .orElse("");
      report(
          EncryptionLintRule.UNKNOWN_RESOURCE,
          at,
          "no resource is called " + GoText.quote(resource.toString()) + nearest);
    }
  }
}
