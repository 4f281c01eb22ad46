package io.plimsoll.core.admission.webhook;

import io.plimsoll.core.admission.Admission;
import io.plimsoll.core.admission.AdmissionCall;
import io.plimsoll.core.admission.AdmissionPlugin;
import io.plimsoll.core.admission.support.NotAllowed;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.request.Status;
import java.util.List;

/**
 * The plug-ins {@code ValidatingAdmissionPolicy} and {@code MutatingAdmissionPolicy}, whose policies are expressions in CEL.
 *
 * <p>They are not evaluated. A request that a policy with a binding is for is refused with the code 501, which an API server
 * never gives; all others go on.
 */
public final class AdmissionPolicy implements AdmissionPlugin {

  private final String name;
  private final PolicyIndex policies;
  private final boolean mutating;

  private AdmissionPolicy(String name, PolicyIndex policies, boolean mutating) {
    this.name = name;
    this.policies = policies;
    this.mutating = mutating;
  }

  /** Returns the plug-in of policies that judge requests. */
  public static AdmissionPolicy validating() {
    return new AdmissionPolicy("ValidatingAdmissionPolicy", PolicyIndex.VALIDATING, false);
  }

  /** Returns the plug-in of policies that change objects. */
  public static AdmissionPolicy mutating() {
    return new AdmissionPolicy("MutatingAdmissionPolicy", PolicyIndex.MUTATING, true);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Admission admit(AdmissionCall call) {
    return mutating ? check(call) : Admission.ABSTAINED;
  }

  @Override
  public Admission validate(AdmissionCall call) {
    return mutating ? Admission.ABSTAINED : check(call);
  }

  private Admission check(AdmissionCall call) {
    List<BoundPolicy> bound = policies.of(call.cluster());
    if (bound.isEmpty() || WebhookMatcher.isRegistration(call.attributes())) {
      return Admission.UNCHANGED;
    }
    try {
      for (BoundPolicy policy : bound) {
        if (policy.isFor(call)) {
          return Admission.refused(Status.plain(
              501,
              "NotImplemented",
              name + " " + GoText.quote(policy.policy()) + " with the binding "
                  + GoText.quote(policy.binding())
                  + " is about this request; its expressions in CEL are not evaluated"));
        }
      }
      return Admission.UNCHANGED;
    } catch (NotAllowed refused) {
      return Admission.refused(refused.status());
    }
  }
}
