package io.plimsoll.core.registry.admissionregistration;

import io.plimsoll.core.validation.Strategy;
import java.util.List;

/** The strategies of this package. */
public final class AdmissionRegistrations {

  private AdmissionRegistrations() {}

  /** Returns them. */
  public static List<Strategy> strategies() {
    return List.of(
        new WebhookConfigurationStrategy("ValidatingWebhookConfiguration", false),
        new WebhookConfigurationStrategy("MutatingWebhookConfiguration", true),
        new AdmissionPolicyStrategy(),
        new AdmissionPolicyBindingStrategy(),
        new MutatingPolicyStrategy(),
        new MutatingPolicyBindingStrategy("v1", false),
        new MutatingPolicyBindingStrategy("v1alpha1", true));
  }
}
