package io.plimsoll.core.admission.plugin;

import io.plimsoll.core.admission.Admission;
import io.plimsoll.core.admission.AdmissionCall;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.model.ServiceAccount;
import java.util.Optional;

/** Finds the account that a pod runs as. Mirrors {@code getServiceAccount} of {@code plugin/pkg/admission/serviceaccount}. */
final class ServiceAccounts {

  private static final String ENFORCE = "kubernetes.io/enforce-mountable-secrets";

  private ServiceAccounts() {}

  /** Returns the account of a name, if there is one. */
  static Optional<ServiceAccount> find(AdmissionCall call, String name) {
    return call.cluster().find(ServiceAccount.KIND, call.attributes().namespace(), name);
  }

  /** Returns the refusal of a pod whose account does not exist. */
  static Admission missing(AdmissionCall call, String name) {
    return call.forbid("error looking up service account " + call.attributes().namespace() + "/"
        + name + ": serviceaccount " + GoText.quote(name) + " not found");
  }

  /** Returns whether pods of an account may use the secrets only that it lists. */
  static boolean limitsSecrets(ServiceAccount account) {
    String said = account.metadata().annotations().get(ENFORCE);
    return said != null && GoText.parseBool(said).orElse(false);
  }
}
