package io.plimsoll.core.admission.plugin;

import io.plimsoll.core.admission.AdmissionPlugin;

/** Lets everything pass. Mirrors {@code plugin/pkg/admission/admit}. */
final class AlwaysAdmit implements AdmissionPlugin {

  @Override
  public String name() {
    return "AlwaysAdmit";
  }
}
