package io.plimsoll.core.admission.plugin;

import io.plimsoll.core.admission.Admission;
import io.plimsoll.core.admission.AdmissionCall;
import io.plimsoll.core.admission.AdmissionPlugin;

/** Lets everything pass. Mirrors {@code plugin/pkg/admission/admit}. */
final class AlwaysAdmit implements AdmissionPlugin {

  @Override
  public String name() {
    return "AlwaysAdmit";
  }

  @Override
  public Admission admit(AdmissionCall call) {
    return Admission.UNCHANGED;
  }

  @Override
  public Admission validate(AdmissionCall call) {
    return Admission.UNCHANGED;
  }
}
