package io.plimsoll.core.secrets;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.finding.Finding;
import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.Severity;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.model.LocalObjectReference;
import io.plimsoll.core.model.ServiceAccount;
import io.plimsoll.core.pod.Container;
import io.plimsoll.core.pod.ContainerKind;
import io.plimsoll.core.pod.EphemeralContainer;
import io.plimsoll.core.pod.PodSpec;
import io.plimsoll.core.pod.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What is most likely not meant in pull secrets and where they are named. No finding holds what is in a secret but registries. */
final class PullLint {

  private final PullCredentials credentials;
  private final Cluster cluster;
  private final List<PullSecret> secrets;
  private final Set<String> namespacesWithSecrets;
  private final List<Finding> found = new ArrayList<>();

  PullLint(PullCredentials credentials, Cluster cluster, List<PullSecret> secrets) {
    this.credentials = credentials;
    this.cluster = cluster;
    this.secrets = secrets;
    this.namespacesWithSecrets = secrets.stream()
        .map(secret -> secret.object().ref().namespace())
        .collect(Collectors.toUnmodifiableSet());
  }

  List<Finding> findings() {
    secrets.forEach(this::checkSecret);
    for (KubeObject account : cluster.objects(ServiceAccount.KIND)) {
      List<LocalObjectReference> names = account.as(ServiceAccount.KIND).imagePullSecrets();
      checkReferences(account, FieldPath.ROOT, names, credentials.ownReferences(account));
    }
    for (Workload workload : cluster.workloads()) {
      FieldPath spec = workload.templatePath().field("spec");
      List<LocalObjectReference> names = workload.template().spec().imagePullSecrets();
      checkReferences(workload.object(), spec, names, credentials.ownReferences(workload));
      checkReplaced(workload, spec.field(PullCredentials.FIELD));
      checkImages(workload, spec);
    }
    return found.stream().sorted().toList();
  }

  private void report(PullLintRule rule, KubeObject object, FieldPath path, String message) {
    report(rule, rule.severity(), object, path, message);
  }

  /** Adds a finding without what was observed, which could be a secret. */
  private void report(
      PullLintRule rule, Severity severity, KubeObject object, FieldPath path, String message) {
    found.add(rule.unseen(object, path, severity, message));
  }

  private void checkSecret(PullSecret secret) {
    if (secret.format().isEmpty()) {
      return;
    }
    String key = GoText.quote(secret.format().get().key());
    if (secret.config().isEmpty()) {
      report(
          PullLintRule.WITHOUT_DATA,
          secret.object(),
          FieldPath.of("data"),
          "the type " + secret.type() + " needs " + key + ": images are pulled without the secret");
      return;
    }
    if (!secret.error().isEmpty()) {
      report(
          PullLintRule.MALFORMED,
          secret.object(),
          secret.path(),
          key + " cannot be decoded: " + secret.error());
      return;
    }
    secret.config().get().entries().forEach(entry -> checkEntry(secret, entry));
  }

  private void checkEntry(PullSecret secret, DockerConfig.Entry entry) {
    String registry = GoText.quote(entry.registry());
    Optional<RegistryUrl> url = Keyring.key(entry.registry()).flatMap(RegistryUrl::parse);
    if (url.isEmpty()) {
      report(
          PullLintRule.IGNORED_REGISTRY,
          secret.object(),
          secret.path(),
          "the registry " + registry + " is no URL: its credentials are ignored");
      return;
    }
    if (url.get().path().contains("*")) {
      report(
          PullLintRule.STAR_WITHOUT_EFFECT,
          secret.object(),
          secret.path(),
          "in the path of the registry " + registry + " a star matches itself only");
    }
    if (entry.isBlank()) {
      report(
          PullLintRule.BLANK_CREDENTIALS,
          secret.object(),
          secret.path(),
          "the entry for the registry " + registry + " has neither user nor password");
    }
  }

  private void checkReferences(
      KubeObject owner,
      FieldPath parent,
      List<LocalObjectReference> names,
      List<PullSecretReference> references) {
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i).name();
      if (name == null || name.isEmpty()) {
        report(
            PullLintRule.WITHOUT_NAME,
            owner,
            parent.field(PullCredentials.FIELD).index(i),
            "an entry without a name is of no effect");
      }
    }
    references.forEach(this::checkReference);
  }

  private void checkReference(PullSecretReference reference) {
    String name = GoText.quote(reference.secret().name());
    String namespace = reference.secret().namespace();
    PullSecret secret = credentials.find(reference).orElse(null);
    if (secret == null) {
      report(
          PullLintRule.MISSING_SECRET,
          namespacesWithSecrets.contains(namespace) ? Severity.WARNING : Severity.INFO,
          reference.owner(),
          reference.path(),
          "there is no secret " + name + " in namespace " + GoText.quote(namespace)
              + ": images are pulled without it");
    } else if (secret.format().isEmpty()) {
      report(
          PullLintRule.WRONG_TYPE,
          reference.owner(),
          reference.path(),
          "secret " + name + " is of type " + secret.type() + ": images are pulled without it");
    }
  }

  private void checkReplaced(Workload workload, FieldPath path) {
    if (workload.template().spec().imagePullSecrets().isEmpty()) {
      return;
    }
    credentials
        .account(workload)
        .filter(account -> !account.as(ServiceAccount.KIND).imagePullSecrets().isEmpty())
        .ifPresent(account -> report(
            PullLintRule.REPLACED_SECRETS,
            workload.object(),
            path,
            "the pull secrets of " + account.ref() + " are not added to those of the pod"));
  }

  private void checkImages(Workload workload, FieldPath path) {
    PodPullCredentials own = credentials.of(workload);
    boolean decides =
        !own.references().isEmpty() && own.missing().isEmpty() && own.error().isEmpty();
    if (!decides) {
      return;
    }
    PodSpec spec = workload.template().spec();
    checkImages(workload, own, path.field(ContainerKind.INIT.field()), spec.initContainers());
    checkImages(workload, own, path.field(ContainerKind.CONTAINER.field()), spec.containers());
    checkImages(
        workload,
        own,
        path.field(ContainerKind.EPHEMERAL.field()),
        spec.ephemeralContainers().stream().map(EphemeralContainer::container).toList());
  }

  private void checkImages(
      Workload workload, PodPullCredentials own, FieldPath path, List<Container> containers) {
    for (int i = 0; i < containers.size(); i++) {
      String image = containers.get(i).image();
      ImageCredentials found = own.lookup(image == null ? "" : image);
      if (found.error().isEmpty() && found.credentials().isEmpty()) {
        report(
            PullLintRule.NO_CREDENTIALS,
            workload.object(),
            path.index(i).field("image"),
            "no pull secret is for " + found.repository());
      }
    }
  }
}
