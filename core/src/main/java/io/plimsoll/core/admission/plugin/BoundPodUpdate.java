package io.plimsoll.core.admission.plugin;

import io.plimsoll.core.admission.AdmissionCall;
import io.plimsoll.core.admission.support.Trees;
import io.plimsoll.core.manifest.MappingValue;

/** What changes when a pod that is on a node is updated. */
final class BoundPodUpdate {

  private BoundPodUpdate() {}

  /** Returns whether a pod on a node is updated so that its generation rises, which changes of its specification make it do. */
  static boolean changesSpec(AdmissionCall call) {
    return !Trees.spec(call.object()).text("nodeName").isEmpty()
        && generation(call.object()) != generation(call.oldObject());
  }

  private static long generation(MappingValue pod) {
    Long generation = Trees.metadata(pod).int64("generation");
    return generation == null ? 0 : generation;
  }
}
