package io.plimsoll.core.admission.plugin;

import io.plimsoll.core.admission.Admission;
import io.plimsoll.core.admission.AdmissionCall;
import io.plimsoll.core.admission.Operation;
import io.plimsoll.core.admission.support.Handler;
import io.plimsoll.core.admission.support.Trees;
import io.plimsoll.core.manifest.MappingValue;
import java.util.List;

/**
 * Lets no service use an external address that it does not use already. Mirrors {@code
 * plugin/pkg/admission/network/denyserviceexternalips}.
 */
final class DenyServiceExternalIPs extends Handler {

  private static final String ADDRESSES = "externalIPs";

  DenyServiceExternalIPs() {
    super("DenyServiceExternalIPs", Operation.CREATE, Operation.UPDATE);
  }

  @Override
  public Admission validate(AdmissionCall call) {
    return !call.attributes().isAbout("", "services")
            || addresses(call.oldObject()).containsAll(addresses(call.object()))
        ? Admission.UNCHANGED
        : call.forbid("Use of external IPs is denied by admission control");
  }

  private static List<String> addresses(MappingValue service) {
    return Trees.spec(service).strings(ADDRESSES);
  }
}
