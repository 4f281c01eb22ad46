package io.plimsoll.posture.tenant;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.finding.Finding;
import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.core.manifest.Severity;
import io.plimsoll.netpol.border.NamespaceIsolation;
import io.plimsoll.netpol.border.NamespaceIsolation.Coverage;
import io.plimsoll.netpol.border.WorkloadIsolation.State;
import io.plimsoll.netpol.connection.Direction;
import io.plimsoll.psa.Level;
import io.plimsoll.psa.LevelVersion;
import io.plimsoll.psa.Mode;
import io.plimsoll.rbac.Subject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds what is wanting in tenants, from their facts. */
final class TenantLint {

  private static final Set<String> SYSTEM = Set.of("kube-system", "kube-public", "kube-node-lease");
  private static final FieldPath NAME = FieldPath.of("metadata", "name");
  private static final FieldPath LABELS = FieldPath.of("metadata", "labels");

  private final Cluster cluster;
  private final List<AccessGrant> toEverybody;
  private final Set<Subject> everybody;
  private final List<Finding> found = new ArrayList<>();

  TenantLint(Cluster cluster, List<AccessGrant> toEverybody) {
    this.cluster = cluster;
    this.toEverybody = toEverybody;
    this.everybody =
        toEverybody.stream().map(AccessGrant::subject).collect(Collectors.toUnmodifiableSet());
  }

  List<Finding> find(Collection<Tenant> tenants) {
    for (AccessGrant grant : toEverybody) {
      defaultAccount(
          grant, "every default service account has what " + grant.subject() + " is given: ");
    }
    tenants.stream().filter(tenant -> !SYSTEM.contains(tenant.name())).forEach(this::check);
    return found.stream().sorted().toList();
  }

  private void check(Tenant tenant) {
    if (tenant.defined()) {
      podSecurity(tenant);
      isolation(tenant, tenant.ingress().isolation());
      isolation(tenant, tenant.egress().isolation());
      limits(tenant);
    }
    tenant.quotas().stream()
        .filter(quota -> quota.hard().isEmpty())
        .forEach(quota -> add(
            TenantRule.EMPTY_QUOTA,
            quota.place().object(),
            FieldPath.of("spec", "hard"),
            "the quota limits nothing"));
    tenant
        .defaultAccount()
        .grants()
        .forEach(grant -> defaultAccount(
            grant, "pods that ask for no other account have what the default one is given: "));
    tenant
        .groupGrants()
        .forEach(grant -> defaultAccount(
            grant, "the default service account has what " + grant.subject() + " is given: "));
    tokens(tenant);
    foreign(tenant);
  }

  private void podSecurity(Tenant tenant) {
    PodSecurityFacts facts = tenant.podSecurity();
    LevelVersion enforced = facts.mode(Mode.ENFORCE).policy();
    boolean labelled = facts.mode(Mode.ENFORCE).labelled();
    if (!labelled) {
      String met = facts.met().map(level -> "; its workloads meet " + level).orElse("");
      add(
          TenantRule.NO_ENFORCE_LABEL,
          tenant.place().object(),
          LABELS,
          "no label says what Pod Security enforces, so that every pod is admitted" + met);
    }
    facts
        .met()
        .filter(level -> labelled && level.compareTo(enforced.level()) > 0)
        .ifPresent(level -> stricter(tenant, enforced.level(), level));
    if (!facts.refused().isEmpty()) {
      add(
          TenantRule.REFUSED_PODS,
          tenant.place().object(),
          LABELS.key(Mode.ENFORCE.levelLabel()),
          enforced + " is enforced and refuses the pods of " + names(facts.refused()));
    }
  }

  private void stricter(Tenant tenant, Level enforced, Level met) {
    add(
        TenantRule.STRICTER_LEVEL_MET,
        tenant.place().object(),
        LABELS.key(Mode.ENFORCE.levelLabel()),
        enforced + " is enforced, and all workloads meet " + met);
  }

  private void isolation(Tenant tenant, NamespaceIsolation isolation) {
    if (isolation.coverage() == Coverage.DEFAULT_DENY || isRestricted(isolation)) {
      return;
    }
    boolean ingress = isolation.direction() == Direction.INGRESS;
    List<String> open = isolation.in(State.OPEN).stream().map(Object::toString).toList();
    String direction = ingress ? "ingress" : "egress";
    add(
        ingress ? TenantRule.NO_DEFAULT_DENY_INGRESS : TenantRule.NO_DEFAULT_DENY_EGRESS,
        tenant.place().object(),
        NAME,
        "no policy denies " + direction + " of all pods by default; "
            + (open.isEmpty() ? "pods to come are open" : "open: " + texts(open)));
  }

  /** Policies of administrators speak of pods to come, too, as far as that can be told from those there are. */
  private static boolean isRestricted(NamespaceIsolation isolation) {
    return !isolation.in(State.RESTRICTED).isEmpty() && isolation.in(State.OPEN).isEmpty();
  }

  private void limits(Tenant tenant) {
    if (tenant.quotas().isEmpty()) {
      add(
          TenantRule.NO_QUOTA,
          tenant.place().object(),
          NAME,
          "no ResourceQuota limits what its pods take together");
    }
    if (tenant.limitRanges().isEmpty()) {
      add(
          TenantRule.NO_LIMIT_RANGE,
          tenant.place().object(),
          NAME,
          "no LimitRange gives limits to containers that have none");
    }
  }

  private void defaultAccount(AccessGrant grant, String start) {
    add(
        TenantRule.DEFAULT_ACCOUNT_GRANTS,
        grant.place().object(),
        grant.place().path(),
        start + grant.binding().roleRef());
  }

  private void tokens(Tenant tenant) {
    for (AccountFacts account : tenant.accounts()) {
      List<ObjectRef> mounted = account.mountedBy();
      boolean described = tenant.defined() || account.defined();
      if (mounted.isEmpty()
          || !described
          || !account.grants().isEmpty()
          || !tenant.groupGrants().isEmpty()) {
        continue;
      }
      ObjectRef object = account.defined() ? account.place().object() : mounted.get(0);
      add(
          TenantRule.NEEDLESS_TOKEN,
          object,
          account.defined() ? account.place().path() : FieldPath.ROOT,
          "no binding is for service account \"" + account.name() + "\", and the pods of "
              + names(mounted) + " get its token");
    }
  }

  private void foreign(Tenant tenant) {
    IdentityHashMap<AccessGrant, EnumSet<SecretWay>> ways = new IdentityHashMap<>();
    for (SecretAccess access : tenant.secretAccess()) {
      ways.computeIfAbsent(access.grant(), grant -> EnumSet.noneOf(SecretWay.class))
          .add(access.way());
    }
    for (AccessGrant grant : tenant.foreignGrants()) {
      if (everybody.contains(grant.subject())) {
        continue;
      }
      EnumSet<SecretWay> open = ways.getOrDefault(grant, EnumSet.noneOf(SecretWay.class));
      String secrets = open.isEmpty()
          ? ""
          : ", a way to the secrets: "
              + open.stream().map(SecretWay::label).collect(Collectors.joining(", "));
      boolean own = !grant.subject().kind().equals(Subject.SERVICE_ACCOUNT)
          || !SYSTEM.contains(grant.subject().namespace());
      add(
          TenantRule.FOREIGN_ACCOUNT,
          own && !open.isEmpty() ? Severity.WARNING : TenantRule.FOREIGN_ACCOUNT.severity(),
          grant.place().object(),
          grant.place().path(),
          grant.subject() + " of another namespace is given " + grant.binding().roleRef()
              + secrets);
    }
  }

  private void add(TenantRule rule, ObjectRef object, FieldPath path, String message) {
    add(rule, rule.severity(), object, path, message);
  }

  private void add(
      TenantRule rule, Severity severity, ObjectRef ref, FieldPath path, String message) {
    cluster.find(ref).ifPresent(object -> found.add(rule.at(object, path, severity, message)));
  }

  private static String names(List<ObjectRef> refs) {
    return texts(refs.stream().map(ObjectRef::toString).toList());
  }

  /** Returns the first of some texts, and how many others there are. */
  private static String texts(List<String> texts) {
    int others = texts.size() - 1;
    return switch (others) {
      case 0 -> texts.get(0);
      case 1 -> texts.get(0) + " and " + texts.get(1);
      default -> texts.get(0) + " and " + others + " others";
    };
  }
}
