package io.plimsoll.netpol.api;

import io.plimsoll.core.model.Fields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The pods a policy is about and its rules, the first of which that matches decides. Mirrors {@code v1alpha2
 * ClusterNetworkPolicySpec}.
 *
 * @param tier {@code Admin} or {@code Baseline}
 * @param priority from 0, which comes first, to 1000
 * @param subject the pods
 * @param ingress what may come in
 * @param egress what may go out
 */
public record ClusterNetworkPolicySpec(
    String tier,
    @Nullable Integer priority,
    AdminNetworkPolicySubject subject,
    List<ClusterNetworkPolicyIngressRule> ingress,
    List<ClusterNetworkPolicyEgressRule> egress) {

  /** A spec that says nothing. */
  public static final ClusterNetworkPolicySpec EMPTY =
      new ClusterNetworkPolicySpec("", null, AdminNetworkPolicySubject.EMPTY, List.of(), List.of());

  public ClusterNetworkPolicySpec {
    ingress = List.copyOf(ingress);
    egress = List.copyOf(egress);
  }

  /** Reads the record from a tree. */
  public static ClusterNetworkPolicySpec from(Fields fields) {
    return new ClusterNetworkPolicySpec(
        fields.text("tier"),
        fields.int32("priority"),
        fields.object("subject", AdminNetworkPolicySubject::from, AdminNetworkPolicySubject.EMPTY),
        fields.list("ingress", ClusterNetworkPolicyIngressRule::from),
        fields.list("egress", ClusterNetworkPolicyEgressRule::from));
  }
}
