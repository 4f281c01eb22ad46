package io.plimsoll.posture.tenant;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.core.model.ServiceAccount;
import io.plimsoll.core.pod.PodSpec;
import io.plimsoll.core.pod.Workload;
import io.plimsoll.posture.tenant.AccountFacts.PodToken;
import io.plimsoll.rbac.Subject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads the service accounts of namespaces and who gets their tokens: the pod's word counts, then the account's. Mirrors {@code
 * shouldAutomount} of {@code plugin/pkg/admission/serviceaccount}.
 */
final class AccountReading {

  private static final FieldPath AUTOMOUNT = FieldPath.of("automountServiceAccountToken");
  private static final FieldPath POD_AUTOMOUNT =
      FieldPath.of("spec", "automountServiceAccountToken");

  private final Cluster cluster;
  private final GrantIndex grants;

  AccountReading(Cluster cluster, GrantIndex grants) {
    this.cluster = cluster;
    this.grants = grants;
  }

  /** Returns the accounts of a namespace by name: those defined, used or named by bindings, and {@code default}. */
  List<AccountFacts> read(String namespace, List<Workload> workloads) {
    Map<String, List<Workload>> users = new HashMap<>();
    for (Workload workload : workloads) {
      users
          .computeIfAbsent(account(workload.template().spec()), n -> new ArrayList<>())
          .add(workload);
    }
    Map<String, ServiceAccount> defined = new HashMap<>();
    for (ServiceAccount account : cluster.all(ServiceAccount.KIND, namespace)) {
      defined.put(account.metadata().nameOrEmpty(), account);
    }
    Set<String> names = new TreeSet<>(Set.of(AccountFacts.DEFAULT));
    names.addAll(users.keySet());
    names.addAll(defined.keySet());
    names.addAll(grants.accounts(namespace));
    return names.stream()
        .map(name -> facts(namespace, name, defined.get(name), users.getOrDefault(name, List.of())))
        .toList();
  }

  private AccountFacts facts(
      String namespace, String name, @Nullable ServiceAccount account, List<Workload> users) {
    Boolean written = account == null ? null : account.automountServiceAccountToken();
    boolean automount = !Boolean.FALSE.equals(written);
    ObjectRef ref = ServiceAccount.KIND.ref(namespace, name);
    return new AccountFacts(
        name,
        account != null,
        automount,
        Placed.in(cluster, ref, written == null ? FieldPath.ROOT : AUTOMOUNT),
        users.stream().map(user -> token(user, automount)).toList(),
        grants.of(Subject.serviceAccount(namespace, name)));
  }

  private PodToken token(Workload workload, boolean automount) {
    Boolean written = workload.template().spec().automountServiceAccountToken();
    Optional<Placed> override = Optional.ofNullable(written)
        .map(value ->
            Placed.in(cluster, workload.ref(), workload.templatePath().then(POD_AUTOMOUNT)));
    boolean mounted = written == null ? automount : written;
    return new PodToken(workload.ref(), mounted, override);
  }

  /** The deprecated field counts where the other is empty. */
  private static String account(PodSpec spec) {
    String name = spec.serviceAccountName();
    String deprecated = spec.serviceAccount();
    if (name != null && !name.isEmpty()) {
      return name;
    }
    return deprecated == null || deprecated.isEmpty() ? AccountFacts.DEFAULT : deprecated;
  }
}
