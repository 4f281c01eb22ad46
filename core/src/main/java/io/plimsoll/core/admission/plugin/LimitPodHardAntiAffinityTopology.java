package io.plimsoll.core.admission.plugin;

import io.plimsoll.core.admission.Admission;
import io.plimsoll.core.admission.AdmissionCall;
import io.plimsoll.core.admission.Operation;
import io.plimsoll.core.admission.support.Handler;
import io.plimsoll.core.admission.support.PodTrees;
import io.plimsoll.core.admission.support.Trees;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.request.Status;

/** Refuses pods that must not be near others in anything wider than a node. Mirrors {@code plugin/pkg/admission/antiaffinity}. */
final class LimitPodHardAntiAffinityTopology extends Handler {

  private static final String HOSTNAME = "kubernetes.io/hostname";

  LimitPodHardAntiAffinityTopology() {
    super("LimitPodHardAntiAffinityTopology", Operation.CREATE, Operation.UPDATE);
  }

  @Override
  public Admission validate(AdmissionCall call) {
    if (!PodTrees.isAbout(call.attributes())) {
      return Admission.UNCHANGED;
    }
    Fields affinity = Trees.object(Trees.spec(call.object()), "affinity");
    Fields antiAffinity = Trees.object(affinity, "podAntiAffinity");
    for (Fields term : Trees.list(antiAffinity, "requiredDuringSchedulingIgnoredDuringExecution")) {
      String key = term.text("topologyKey");
      if (!key.equals(HOSTNAME)) {
        return Admission.refused(Status.forbidden(
            "",
            "pods",
            Trees.metadata(call.object()).text("name"),
            "affinity.PodAntiAffinity.RequiredDuringScheduling has TopologyKey " + key
                + " but only key " + HOSTNAME + " is allowed"));
      }
    }
    return Admission.UNCHANGED;
  }
}
