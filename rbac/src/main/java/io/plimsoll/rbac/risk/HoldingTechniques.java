package io.plimsoll.rbac.risk;

import io.plimsoll.core.request.Attributes;
import io.plimsoll.rbac.risk.Goal.Kind;
import java.util.Optional;

/** Goals that are reached by what is allowed as it is. */
final class HoldingTechniques implements Family {

  private static final Resource SECRETS = Resource.core("secrets");
  private static final Resource PODS = Resource.core("pods");
  private static final Resource ROLE_BINDINGS = Resource.of(Resource.RBAC, "rolebindings");

  private final Targets targets;

  HoldingTechniques(Targets targets) {
    this.targets = targets;
  }

  @Override
  public void find(Node node, Place place, Edges out) {
    Optional<Attributes> readSecrets = place.any(SECRETS, "get", "list", "watch");
    out.addIfAll(
        Technique.RULE_NAMESPACE,
        targets.goal(new Goal(Kind.NAMESPACE_ADMIN, place.namespace())),
        place.any(ROLE_BINDINGS, "create"),
        readSecrets,
        place.any(PODS, "create"));
    if (place.isEverywhere()) {
      out.addIfAll(Technique.READ_SECRETS, targets.goal(Kind.ALL_SECRETS), readSecrets);
    } else if (place.namespace().equals(Facts.KUBE_SYSTEM)) {
      out.addIfAll(Technique.READ_SECRETS, targets.goal(Kind.KUBE_SYSTEM_SECRETS), readSecrets);
    }
  }
}
