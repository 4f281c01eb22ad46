package io.plimsoll.core.authz;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.request.Attributes;
import io.plimsoll.core.request.User;
import java.util.Optional;

/**
 * The mode {@code Node}: what kubelets may do. They may read what the pods bound to their node need, and write what is theirs.
 * Mirrors {@code plugin/pkg/auth/authorizer/node} of 1.37 with its default feature gates.
 *
 * <p>A kubelet is a user {@code system:node:NAME} in the group {@code system:nodes}.
 */
public final class NodeAuthorizer implements Authorizer, RuleResolver {

  /** Makes the authorizer; what it knows of nodes is in the cluster it is asked about. */
  public NodeAuthorizer() {}

  @Override
  public Authorization authorize(Cluster cluster, User user, Attributes attributes) {
    Optional<String> node = user.asNode();
    if (node.isEmpty()) {
      return Authorization.noOpinion("");
    }
    if (node.get().isEmpty()) {
      return Authorization.noOpinion(() -> "unknown node for user " + GoText.quote(user.name()));
    }
    return new NodeQuestion(cluster, node.get(), attributes).decide();
  }

  @Override
  public SubjectRules rulesFor(Cluster cluster, User user, String namespace) {
    return user.asNode().isPresent()
        ? SubjectRules.unlisted("node authorizer does not support user rule resolution")
        : SubjectRules.NONE;
  }
}
