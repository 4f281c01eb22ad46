package io.plimsoll.netpol.api;

import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.LabelSelector;
import java.util.List;

/**
 * The pods a policy is about and what it lets through. Mirrors {@code networking/v1 NetworkPolicySpec}.
 *
 * @param podSelector the pods of the policy's namespace that it is about; empty means all of them
 * @param ingress what may come in, each rule on its own
 * @param egress what may go out, each rule on its own
 * @param policyTypes {@code Ingress}, {@code Egress} or both, as written
 */
public record NetworkPolicySpec(
    LabelSelector podSelector,
    List<NetworkPolicyIngressRule> ingress,
    List<NetworkPolicyEgressRule> egress,
    List<String> policyTypes) {

  /** The spec of a policy that says nothing: no traffic may come in. */
  public static final NetworkPolicySpec EMPTY =
      new NetworkPolicySpec(LabelSelector.EVERYTHING, List.of(), List.of(), List.of());

  public NetworkPolicySpec {
    ingress = List.copyOf(ingress);
    egress = List.copyOf(egress);
    policyTypes = List.copyOf(policyTypes);
  }

  /** Reads the record from a tree. */
  public static NetworkPolicySpec from(Fields fields) {
    return new NetworkPolicySpec(
        fields.object("podSelector", LabelSelector::from, LabelSelector.EVERYTHING),
        fields.list("ingress", NetworkPolicyIngressRule::from),
        fields.list("egress", NetworkPolicyEgressRule::from),
        fields.strings("policyTypes"));
  }

  /**
   * Returns the types with the API server's default: {@code Ingress}, and {@code Egress} if there are egress rules. Mirrors
   * {@code pkg/apis/networking/v1/defaults.go}.
   */
  public List<String> types() {
    if (!policyTypes.isEmpty()) {
      return policyTypes;
    }
    return egress.isEmpty() ? List.of("Ingress") : List.of("Ingress", "Egress");
  }
}
