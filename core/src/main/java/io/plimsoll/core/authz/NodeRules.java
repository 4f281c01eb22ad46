package io.plimsoll.core.authz;

import io.plimsoll.core.request.Attributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What all nodes may do with resources that are nobody's in particular. Mirrors {@code NodeRules} of {@code
 * plugin/pkg/auth/authorizer/rbac/bootstrappolicy} of 1.37, without the resources that {@link NodeAuthorizer} decides about itself.
 */
final class NodeRules {

  private static final Map<String, Set<String>> VERBS = new HashMap<>();

  private static final String[] READ = {"get", "list", "watch"};

  static {
    allow("authentication.k8s.io", "tokenreviews", "create");
    allow("authorization.k8s.io", "subjectaccessreviews", "create");
    allow("authorization.k8s.io", "localsubjectaccessreviews", "create");
    allow("", "services", READ);
    allow("", "endpoints", "get");
    allow("", "events", "create", "update", "patch");
    allow("events.k8s.io", "events", "create", "update", "patch");
    allow("certificates.k8s.io", "certificatesigningrequests", "create", "get", "list", "watch");
    allow("certificates.k8s.io", "clustertrustbundles", READ);
    allow("storage.k8s.io", "csidrivers", READ);
    allow("node.k8s.io", "runtimeclasses", READ);
  }

  private NodeRules() {}

  private static void allow(String group, String resource, String... verbs) {
    VERBS.put(group + "/" + resource, Set.copyOf(List.of(verbs)));
  }

  /** Returns whether every node may do something. */
  static boolean allow(Attributes attributes) {
    return attributes.isResourceRequest()
        && attributes.subresource().isEmpty()
        && VERBS
            .getOrDefault(attributes.apiGroup() + "/" + attributes.resource(), Set.of())
            .contains(attributes.verb());
  }
}
