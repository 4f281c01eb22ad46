package io.plimsoll.core.admission.plugin;

import io.plimsoll.core.admission.Admission;
import io.plimsoll.core.admission.AdmissionCall;
import io.plimsoll.core.admission.Operation;
import io.plimsoll.core.admission.support.Handler;
import io.plimsoll.core.admission.support.Trees;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.model.Fields;

/** Taints new nodes as not ready. Mirrors {@code plugin/pkg/admission/nodetaint}. */
final class TaintNodesByCondition extends Handler {

  private static final String NOT_READY = "node.kubernetes.io/not-ready";
  private static final String NO_SCHEDULE = "NoSchedule";

  TaintNodesByCondition() {
    super("TaintNodesByCondition", Operation.CREATE);
  }

  @Override
  public Admission admit(AdmissionCall call) {
    if (!call.attributes().isAbout("", "nodes")) {
      return Admission.UNCHANGED;
    }
    for (Fields taint : Trees.list(Trees.spec(call.object()), "taints")) {
      if (taint.text("key").equals(NOT_READY) && taint.text("effect").equals(NO_SCHEDULE)) {
        return Admission.UNCHANGED;
      }
    }
    MappingValue taint = MappingValue.empty()
        .with("key", ScalarValue.of(NOT_READY))
        .with("effect", ScalarValue.of(NO_SCHEDULE));
    return Admission.changed(
        Trees.editSpec(call.object(), spec -> Trees.append(spec, "taints", taint)),
        "a new node is not ready");
  }
}
