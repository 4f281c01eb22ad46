package io.plimsoll.posture.tenant;

import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.posture.tenant.AccountFacts.PodToken;
import io.plimsoll.rbac.kubectl.ResourceAccess;
import java.util.ArrayList;
import java.util.List;

/** Puts service accounts and what they are given into text, from the view of one namespace. */
final class AccessText {

  private final String namespace;

  AccessText(String namespace) {
    this.namespace = namespace;
  }

  /** Returns a line about the token, and one for each grant. */
  List<String> lines(AccountFacts account) {
    List<String> lines = new ArrayList<>();
    String start = "service account " + account.name() + ": ";
    lines.add(start + (account.defined() || account.isDefault() ? "" : "not defined; ")
        + "token " + (account.automount() ? "mounted" : "not mounted")
        + " unless pods say otherwise, "
        + tokens(account) + (account.grants().isEmpty() ? "; no binding is for it" : ""));
    account.grants().forEach(grant -> lines.add(start + grant(grant)));
    return lines;
  }

  private static String tokens(AccountFacts account) {
    List<ObjectRef> mounted = account.mountedBy();
    List<ObjectRef> overriding = account.pods().stream()
        .filter(pod -> pod.override().isPresent())
        .map(PodToken::workload)
        .toList();
    return (account.pods().isEmpty()
            ? "nothing runs as it"
            : "in " + mounted.size() + " of " + TenantText.count(account.pods().size(), "workload"))
        + (overriding.isEmpty()
            ? ""
            : " (said by " + TenantText.list(overriding, ObjectRef::toString) + ")");
  }

  /** Returns {@code get|list pods in shop by RoleBinding shop/readers of ClusterRole view (k8s/rbac.yaml:20:5)}. */
  String grant(AccessGrant grant) {
    String scope = grant.scope().isEmpty() ? " everywhere" : " in " + grant.scope();
    String what = grant.role().isEmpty()
        ? "nothing, as the role does not exist,"
        : grant.accesses().isEmpty()
            ? "nothing"
            : TenantText.list(grant.accesses(), AccessText::access);
    return what + (grant.scope().equals(namespace) && !namespace.isEmpty() ? "" : scope)
        + " by " + grant.binding().ref() + " of " + grant.binding().roleRef()
        + grant.place().location().map(place -> " (" + place + ")").orElse("");
  }

  String grantOfSubject(AccessGrant grant) {
    return grant.subject() + ": " + grant(grant);
  }

  private static String access(ResourceAccess access) {
    return String.join("|", access.verbs()) + " " + access.resource()
        + names(access.resourceNames());
  }

  static String way(SecretAccess access) {
    return access.way().label()
        + names(access.resourceNames())
        + access.rule().location().map(place -> " (" + place + ")").orElse("");
  }

  private static String names(List<String> names) {
    return names.isEmpty() ? "" : " " + String.join("|", names);
  }
}
