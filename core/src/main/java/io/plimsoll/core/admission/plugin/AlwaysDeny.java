package io.plimsoll.core.admission.plugin;

import io.plimsoll.core.admission.Admission;
import io.plimsoll.core.admission.AdmissionCall;
import io.plimsoll.core.admission.AdmissionPlugin;

/** Refuses every request that gets to admission. Mirrors {@code plugin/pkg/admission/deny}. */
final class AlwaysDeny implements AdmissionPlugin {

  @Override
  public String name() {
    return "AlwaysDeny";
  }

  @Override
  public Admission admit(AdmissionCall call) {
    return call.forbid("admission control is denying all modifications");
  }

  @Override
  public Admission validate(AdmissionCall call) {
    return admit(call);
  }
}
