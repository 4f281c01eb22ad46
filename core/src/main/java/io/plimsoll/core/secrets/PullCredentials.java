package io.plimsoll.core.secrets;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.finding.Finding;
import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.model.LocalObjectReference;
import io.plimsoll.core.model.Namespace;
import io.plimsoll.core.model.ServiceAccount;
import io.plimsoll.core.pod.Pod;
import io.plimsoll.core.pod.PodSpec;
import io.plimsoll.core.pod.Workload;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** With which credentials the images of a cluster's pods are pulled, and what is wrong with the secrets that hold them. */
public final class PullCredentials {

  static final String FIELD = "imagePullSecrets";

  private final Cluster cluster;
  private final Map<ObjectRef, PullSecret> secrets;

  private PullCredentials(Cluster cluster, Map<ObjectRef, PullSecret> secrets) {
    this.cluster = cluster;
    this.secrets = secrets;
  }

  /** Reads the pull secrets of a cluster. */
  public static PullCredentials of(Cluster cluster) {
    Map<ObjectRef, PullSecret> secrets = new LinkedHashMap<>();
    for (KubeObject secret : cluster.objects("", "Secret")) {
      secrets.put(secretRef(secret.ref().namespace(), secret.ref().name()), PullSecret.of(secret));
    }
    return new PullCredentials(cluster, secrets);
  }

  private static ObjectRef secretRef(String namespace, String name) {
    return new ObjectRef("v1", "Secret", namespace, name);
  }

  /** Returns what the images of a pod, or of the pods of a workload, are pulled with. */
  public PodPullCredentials of(Workload workload) {
    return new PodPullCredentials(references(workload), this::find);
  }

  Optional<PullSecret> find(PullSecretReference reference) {
    return Optional.ofNullable(secrets.get(reference.secret()));
  }

  private List<PullSecretReference> references(Workload workload) {
    PodSpec spec = workload.template().spec();
    if (!spec.imagePullSecrets().isEmpty()) {
      return ownReferences(workload);
    }
    boolean mirror =
        workload.isPod() && workload.metadata().annotations().containsKey(Pod.MIRROR_ANNOTATION);
    Optional<KubeObject> account = mirror ? Optional.empty() : account(workload);
    return account.map(this::ownReferences).orElse(List.of());
  }

  /** Returns the pull secrets that a workload names itself. */
  List<PullSecretReference> ownReferences(Workload workload) {
    return references(
        workload.object(),
        workload.templatePath().field("spec"),
        workload.template().spec().imagePullSecrets());
  }

  /** Returns the pull secrets that a service account names. */
  List<PullSecretReference> ownReferences(KubeObject account) {
    return references(account, FieldPath.ROOT, account.as(ServiceAccount.KIND).imagePullSecrets());
  }

  /** An entry without a name is of no effect. */
  private static List<PullSecretReference> references(
      KubeObject owner, FieldPath parent, List<LocalObjectReference> names) {
    List<PullSecretReference> references = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i).name();
      if (name != null && !name.isEmpty()) {
        references.add(new PullSecretReference(
            secretRef(namespace(owner), name), owner, parent.field(FIELD).index(i)));
      }
    }
    return references;
  }

  private static String namespace(KubeObject object) {
    String namespace = object.ref().namespace();
    return namespace.isEmpty() ? Namespace.DEFAULT : namespace;
  }

  /** Returns the service account of a workload's pods, if it is known. */
  Optional<KubeObject> account(Workload workload) {
    PodSpec spec = workload.template().spec();
    String name = spec.serviceAccountName();
    if (name == null || name.isEmpty()) {
      name = spec.serviceAccount();
    }
    return cluster.find(ServiceAccount.KIND.ref(
        namespace(workload.object()), name == null || name.isEmpty() ? "default" : name));
  }

  /** Returns what is most likely not meant, by {@link PullLintRule}: by object, field and rule. */
  public List<Finding> findings() {
    return new PullLint(this, cluster, List.copyOf(secrets.values())).findings();
  }

  /** Returns how many secrets there are; nothing of what is in them. */
  @Override
  public String toString() {
    return "pull credentials of a cluster with " + secrets.size()
        + (secrets.size() == 1 ? " secret" : " secrets");
  }
}
