package io.plimsoll.posture.tenant;

import java.util.List;
import java.util.stream.Stream;

/**
 * The facts of one namespace. What bindings of the whole cluster, or of all service accounts, give in every namespace is said once,
 * by {@link Tenants}.
 *
 * @param name the namespace
 * @param defined whether the manifests define it, and not only things in it
 * @param place the namespace
 * @param podSecurity what Pod Security demands and its workloads meet
 * @param ingress what network policies leave of who may connect to its pods
 * @param egress what they leave of to whom its pods may connect
 * @param limitRanges its LimitRanges, in order
 * @param quotas its ResourceQuotas, in order
 * @param accounts its service accounts, by name
 * @param groupGrants what bindings give to all of its service accounts as a group
 * @param foreignGrants what its bindings give to service accounts of other namespaces, by their name or as a group
 * @param secretAccess the ways to its secrets that its bindings open, in the order of the bindings
 */
public record Tenant(
    String name,
    boolean defined,
    Placed place,
    PodSecurityFacts podSecurity,
    NetworkFacts ingress,
    NetworkFacts egress,
    List<LimitRangeFacts> limitRanges,
    List<QuotaFacts> quotas,
    List<AccountFacts> accounts,
    List<AccessGrant> groupGrants,
    List<AccessGrant> foreignGrants,
    List<SecretAccess> secretAccess) {

  public Tenant {
    limitRanges = List.copyOf(limitRanges);
    quotas = List.copyOf(quotas);
    accounts = List.copyOf(accounts);
    groupGrants = List.copyOf(groupGrants);
    foreignGrants = List.copyOf(foreignGrants);
    secretAccess = List.copyOf(secretAccess);
  }

  /** Returns the account {@code default}. */
  public AccountFacts defaultAccount() {
    return accounts.stream().filter(AccountFacts::isDefault).findFirst().orElseThrow();
  }

  /** Returns what bindings give to its service accounts, by name or as its group, beyond the namespace itself. */
  public List<AccessGrant> grantsElsewhere() {
    return Stream.concat(
            accounts.stream().flatMap(account -> account.grants().stream()), groupGrants.stream())
        .filter(grant -> !grant.scope().equals(name))
        .toList();
  }
}
