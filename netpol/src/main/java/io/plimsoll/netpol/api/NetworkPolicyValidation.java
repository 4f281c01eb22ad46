package io.plimsoll.netpol.api;

import io.plimsoll.core.manifest.Problem;
import io.plimsoll.core.validation.DeclaredErrors;
import java.util.List;

/**
 * What the API server refuses in the spec of a new NetworkPolicy, in its words and order. Mirrors {@code
 * ValidateNetworkPolicySpec} of {@code pkg/apis/networking/validation/validation.go}.
 */
public final class NetworkPolicyValidation {

  private NetworkPolicyValidation() {}

  /**
   * Returns the errors of a policy, each with its field; empty if the API server takes it. The message is the API server's after
   * the path. Metadata is not looked at.
   */
  public static List<Problem> validate(NetworkPolicy policy) {
    FieldErrors errors = new FieldErrors(policy.ref());
    errors.addAll(DeclaredErrors.join(
        NetworkPolicyRules.errors(policy.spec(), null),
        NetworkPolicyRules.declared(policy.spec(), null)));
    return errors.problems();
  }
}
