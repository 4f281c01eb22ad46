package io.plimsoll.posture.tenant;

import io.plimsoll.core.report.JsonReport;
import io.plimsoll.rbac.kubectl.ResourceAccess;
import io.plimsoll.rbac.manifest.RbacTrees;
import java.util.LinkedHashMap;
import java.util.Map;

/** Puts places, and what bindings give, into trees. */
final class AccessTree {

  private AccessTree() {}

  static Map<String, Object> place(Placed place) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("object", JsonReport.tree(place.object()));
    if (!place.path().isRoot()) {
      tree.put("path", place.path().toString());
    }
    place.location().ifPresent(location -> tree.put("location", JsonReport.tree(location)));
    return tree;
  }

  static Map<String, Object> grant(AccessGrant grant) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("subject", RbacTrees.of(grant.subject()));
    tree.put("role", grant.binding().roleRef().toString());
    tree.put("found", grant.role().isPresent());
    if (!grant.scope().isEmpty()) {
      tree.put("scope", grant.scope());
    }
    tree.put("place", place(grant.place()));
    tree.put("accesses", grant.accesses().stream().map(AccessTree::access).toList());
    return tree;
  }

  private static Map<String, Object> access(ResourceAccess access) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put(access.isUrl() ? "url" : "resource", access.resource());
    if (!access.resourceNames().isEmpty()) {
      tree.put("resourceNames", access.resourceNames());
    }
    tree.put("verbs", access.verbs());
    return tree;
  }

  static Map<String, Object> secretAccess(SecretAccess access) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("way", access.way().label());
    tree.put("subject", RbacTrees.of(access.subject()));
    if (!access.resourceNames().isEmpty()) {
      tree.put("resourceNames", access.resourceNames());
    }
    tree.put("rule", place(access.rule()));
    tree.put("binding", place(access.grant().place()));
    return tree;
  }
}
