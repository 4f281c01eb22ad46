package io.plimsoll.rbac.risk;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.model.Namespace;
import io.plimsoll.core.model.ServiceAccount;
import io.plimsoll.core.pod.PodSpec;
import io.plimsoll.core.pod.Workload;
import io.plimsoll.rbac.Subject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What paths depend on besides roles and bindings: who there is, what runs, and what namespaces enforce. */
final class Facts {

  static final String KUBE_SYSTEM = "kube-system";

  private static final String DEFAULT = "default";
  private static final String ENFORCE = "pod-security.kubernetes.io/enforce";
  private static final String TOKEN_TYPE = "kubernetes.io/service-account-token";
  private static final String TOKEN_OF = "kubernetes.io/service-account.name";
  private static final ObjectRef AWS_AUTH =
      new ObjectRef("v1", "ConfigMap", KUBE_SYSTEM, "aws-auth", "");

  private final NavigableMap<String, NavigableSet<String>> accounts = new TreeMap<>();
  private final NavigableMap<String, List<Runner>> runners = new TreeMap<>();
  private final List<TokenSecret> tokenSecrets = new ArrayList<>();
  private final Set<String> secrets = new HashSet<>();
  private final NavigableSet<String> guarded = new TreeSet<>();
  private final Set<String> builtInAccounts = new HashSet<>();
  private final boolean onEks;

  /**
   * What runs as a service account.
   *
   * @param name the name of a pod, or of what makes pods
   * @param isPod whether it is a pod itself
   * @param account the service account
   */
  record Runner(String name, boolean isPod, String account) {

    /** Whether a pod of this name is the pod, or may be one of those made: their names start with that of their maker. */
    boolean hasPod(String pod) {
      return isPod ? pod.equals(name) : pod.startsWith(name + "-");
    }
  }

  /** A secret that holds a token of a service account. */
  record TokenSecret(String namespace, String name, String account) {}

  /**
   * Reads a cluster.
   *
   * @param subjects all subjects of bindings, service accounts with their namespaces
   * @param bindingNamespaces the namespaces of RoleBindings
   * @param builtIn subjects that the API server's own bindings name
   */
  Facts(
      Cluster cluster,
      Collection<Subject> subjects,
      Collection<String> bindingNamespaces,
      Set<Subject> builtIn) {
    for (Namespace namespace : cluster.namespaces()) {
      String name = namespace.metadata().nameOrEmpty();
      account(name, DEFAULT);
      if (isGuarded(namespace)) {
        guarded.add(name);
      }
    }
    account(KUBE_SYSTEM, DEFAULT);
    bindingNamespaces.forEach(namespace -> account(namespace, DEFAULT));
    for (Subject subject : subjects) {
      if (subject.kind().equals(Subject.SERVICE_ACCOUNT)) {
        account(subject.namespace(), DEFAULT);
        account(subject.namespace(), subject.name());
      }
    }
    builtIn.forEach(subject -> builtInAccounts.add(key(subject.namespace(), subject.name())));
    for (ServiceAccount account : cluster.all(ServiceAccount.KIND)) {
      String namespace = account.metadata().namespaceOrEmpty();
      account(namespace, account.metadata().nameOrEmpty());
      builtInAccounts.remove(key(namespace, account.metadata().nameOrEmpty()));
    }
    cluster.workloads().forEach(this::workload);
    cluster.objects().forEach(this::secret);
    onEks = cluster.find(AWS_AUTH).isPresent();
  }

  /** Mirrors the defaulting of {@code pod-security-admission}: a level it does not know is taken to be the strictest. */
  private static boolean isGuarded(Namespace namespace) {
    String level = namespace.metadata().labels().getOrDefault(ENFORCE, "privileged");
    return !level.equals("privileged");
  }

  private static String key(String namespace, String name) {
    return namespace + "/" + name;
  }

  private void account(String namespace, String name) {
    accounts.computeIfAbsent(namespace, n -> new TreeSet<>()).add(name);
  }

  private void workload(Workload workload) {
    String namespace = workload.ref().namespace();
    String account = account(workload.template().spec());
    account(namespace, account);
    runners
        .computeIfAbsent(namespace, n -> new ArrayList<>())
        .add(new Runner(workload.ref().name(), workload.isPod(), account));
  }

  private static String account(PodSpec spec) {
    if (spec.serviceAccountName() != null && !spec.serviceAccountName().isEmpty()) {
      return spec.serviceAccountName();
    }
    return spec.serviceAccount() == null || spec.serviceAccount().isEmpty()
        ? DEFAULT
        : spec.serviceAccount();
  }

  private void secret(KubeObject object) {
    if (!object.ref().kind().equals("Secret") || !object.ref().group().isEmpty()) {
      return;
    }
    String namespace = object.ref().namespace();
    secrets.add(key(namespace, object.ref().name()));
    Map<String, String> annotations = object.metadata().annotations();
    if (Fields.of(object.tree()).text("type").equals(TOKEN_TYPE)
        && annotations.containsKey(TOKEN_OF)) {
      tokenSecrets.add(new TokenSecret(namespace, object.ref().name(), annotations.get(TOKEN_OF)));
    }
  }

  /** Returns the namespaces, by name. */
  Collection<String> namespaces() {
    return accounts.keySet();
  }

  /** Returns the service accounts of a namespace or, with the empty one, of all: by namespace and name. */
  List<Subject> accounts(String namespace) {
    List<Subject> result = new ArrayList<>();
    for (String home : namespace.isEmpty() ? accounts.keySet() : List.of(namespace)) {
      accounts
          .getOrDefault(home, Collections.emptyNavigableSet())
          .forEach(name -> result.add(Subject.serviceAccount(home, name)));
    }
    return result;
  }

  /** Returns the service accounts of a name in one namespace, there or not, or those there are in any. */
  List<Subject> accounts(String namespace, String name) {
    return namespace.isEmpty()
        ? accounts("").stream().filter(account -> account.name().equals(name)).toList()
        : List.of(Subject.serviceAccount(namespace, name));
  }

  /**
   * Returns the service accounts that pods of a namespace, or of all, run as. Of a namespace without any workload they are not
   * known, so all of its service accounts count that are not the control plane's own.
   */
  List<Subject> running(String namespace) {
    return accounts(namespace).stream()
        .filter(account -> runners.containsKey(account.namespace())
            ? runners.get(account.namespace()).stream()
                .anyMatch(runner -> runner.account().equals(account.name()))
            : !builtInAccounts.contains(key(account.namespace(), account.name())))
        .toList();
  }

  /** Returns the service accounts that the workloads run as. */
  List<Subject> workloadAccounts() {
    return accounts("").stream()
        .filter(account -> runners.getOrDefault(account.namespace(), List.of()).stream()
            .anyMatch(runner -> runner.account().equals(account.name())))
        .toList();
  }

  /** Returns the service accounts that a pod of this name may run as: in one namespace, or in all. */
  List<Subject> runningAs(String pod, String namespace) {
    List<Subject> result = new ArrayList<>();
    runners.forEach((home, all) -> {
      if (namespace.isEmpty() || namespace.equals(home)) {
        all.stream()
            .filter(runner -> runner.hasPod(pod))
            .forEach(runner -> result.add(Subject.serviceAccount(home, runner.account())));
      }
    });
    return result;
  }

  /** Returns the secrets that hold tokens, in the order of the cluster. */
  List<TokenSecret> tokenSecrets() {
    return tokenSecrets;
  }

  boolean hasSecret(String namespace, String name) {
    return secrets.contains(key(namespace, name));
  }

  /** Whether the namespace enforces a Pod Security level that keeps privileged pods out. */
  boolean isGuarded(String namespace) {
    return guarded.contains(namespace);
  }

  /** Whether the ConfigMap by which EKS maps its users is among the objects. */
  boolean isOnEks() {
    return onEks;
  }
}
