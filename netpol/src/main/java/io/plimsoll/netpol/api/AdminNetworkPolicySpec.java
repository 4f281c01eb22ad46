package io.plimsoll.netpol.api;

import io.plimsoll.core.model.Fields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The pods a policy of administrators is about and its rules, the first of which that matches decides. Mirrors {@code v1alpha1
 * AdminNetworkPolicySpec} and {@code BaselineAdminNetworkPolicySpec}.
 *
 * @param priority from 0, which comes first, to 1000; a baseline policy has none
 * @param subject the pods
 * @param ingress what may come in
 * @param egress what may go out
 */
public record AdminNetworkPolicySpec(
    @Nullable Integer priority,
    AdminNetworkPolicySubject subject,
    List<AdminNetworkPolicyIngressRule> ingress,
    List<AdminNetworkPolicyEgressRule> egress) {

  /** A spec that says nothing. */
  public static final AdminNetworkPolicySpec EMPTY =
      new AdminNetworkPolicySpec(null, AdminNetworkPolicySubject.EMPTY, List.of(), List.of());

  public AdminNetworkPolicySpec {
    ingress = List.copyOf(ingress);
    egress = List.copyOf(egress);
  }

  /** Reads the record from a tree. */
  public static AdminNetworkPolicySpec from(Fields fields) {
    return new AdminNetworkPolicySpec(
        fields.int32("priority"),
        fields.object("subject", AdminNetworkPolicySubject::from, AdminNetworkPolicySubject.EMPTY),
        fields.list("ingress", AdminNetworkPolicyIngressRule::from),
        fields.list("egress", AdminNetworkPolicyEgressRule::from));
  }
}
