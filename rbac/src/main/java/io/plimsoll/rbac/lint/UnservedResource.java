package io.plimsoll.rbac.lint;

import java.util.ArrayList;
import java.util.List;

/**
 * A resource that no server lists, but that something asks the authorizer about; or verbs that only such a question has.
 *
 * <p>From the callers of {@code Authorize} in Kubernetes 1.37: impersonation, the kubelet, approval and signing of certificates,
 * grants of roles, admission plug-ins.
 *
 * @param group the API group
 * @param resource the resource
 * @param namespaced whether it is asked about in a namespace
 * @param verbs the verbs it is asked about with
 */
record UnservedResource(String group, String resource, boolean namespaced, List<String> verbs) {

  private static final String CORE = "core";

  /** Group, scope, verbs, resources. */
  private static final String TABLE = """
      core cluster impersonate users groups
      core cluster proxy nodes
      core cluster create,delete,get,patch,update nodes/checkpoint nodes/configz nodes/healthz \
      nodes/log nodes/metrics nodes/pods nodes/spec nodes/stats nodes/statusz
      core namespaced create endpoints/restricted
      core namespaced impersonate serviceaccounts
      core namespaced proxy pods services
      authentication.k8s.io cluster impersonate users groups uids userextras nodes
      authentication.k8s.io namespaced impersonate serviceaccounts
      authentication.k8s.io cluster attest admissionReviewAPIGroups
      certificates.k8s.io cluster approve,attest,sign signers
      certificates.k8s.io cluster create certificatesigningrequests/nodeclient \
      certificatesigningrequests/selfnodeclient
      rbac.authorization.k8s.io cluster bind,escalate clusterroles
      rbac.authorization.k8s.io namespaced bind,escalate roles
      resource.k8s.io namespaced patch,update resourceclaims/binding resourceclaims/driver
      """;

  static List<UnservedResource> all() {
    List<UnservedResource> all = new ArrayList<>();
    for (String line : TABLE.lines().toList()) {
      List<String> words = List.of(line.split(" "));
      String group = words.get(0).equals(CORE) ? "" : words.get(0);
      boolean namespaced = words.get(1).equals("namespaced");
      List<String> verbs = List.of(words.get(2).split(","));
      for (String resource : words.subList(3, words.size())) {
        all.add(new UnservedResource(group, resource, namespaced, verbs));
      }
    }
    return all;
  }
}
