package io.plimsoll.core.admission.plugin;

import io.plimsoll.core.admission.Admission;
import io.plimsoll.core.admission.AdmissionCall;
import io.plimsoll.core.admission.Operation;
import io.plimsoll.core.admission.support.Handler;
import io.plimsoll.core.admission.support.PodTrees;
import io.plimsoll.core.admission.support.Trees;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import java.util.List;

/**
 * Lets pods stay for a while on nodes that are not ready or cannot be reached. Mirrors {@code
 * plugin/pkg/admission/defaulttolerationseconds}.
 */
final class DefaultTolerationSeconds extends Handler {

  private static final String NOT_READY = "node.kubernetes.io/not-ready";
  private static final String UNREACHABLE = "node.kubernetes.io/unreachable";
  private static final String NO_EXECUTE = "NoExecute";

  private final MappingValue whileNotReady;
  private final MappingValue whileUnreachable;
  private final List<Value> both;

  DefaultTolerationSeconds(long notReadySeconds, long unreachableSeconds) {
    super("DefaultTolerationSeconds", Operation.CREATE, Operation.UPDATE);
    this.whileNotReady = toleration(NOT_READY, notReadySeconds);
    this.whileUnreachable = toleration(UNREACHABLE, unreachableSeconds);
    this.both = List.of(whileNotReady, whileUnreachable);
  }

  @Override
  public Admission admit(AdmissionCall call) {
    if (!PodTrees.isAbout(call.attributes())) {
      return Admission.UNCHANGED;
    }
    Fields spec = Trees.spec(call.object());
    List<Value> tolerations = spec.items("tolerations");
    boolean notReady = isTolerated(tolerations, NOT_READY);
    boolean unreachable = isTolerated(tolerations, UNREACHABLE);
    if (notReady && unreachable) {
      return Admission.UNCHANGED;
    }
    List<Value> further =
        notReady || unreachable ? List.of(notReady ? whileUnreachable : whileNotReady) : both;
    return Admission.changed(
        call.object().with("spec", Trees.append(spec.tree(), "tolerations", further)),
        "the pod does not say how long it stays on a failing node");
  }

  private static boolean isTolerated(List<Value> tolerations, String taint) {
    for (Value item : tolerations) {
      Fields toleration = Fields.of(item);
      String key = toleration.text("key");
      String effect = toleration.text("effect");
      if ((key.isEmpty() || key.equals(taint)) && (effect.isEmpty() || effect.equals(NO_EXECUTE))) {
        return true;
      }
    }
    return false;
  }

  private static MappingValue toleration(String taint, long seconds) {
    return MappingValue.empty()
        .with("key", ScalarValue.of(taint))
        .with("operator", ScalarValue.of("Exists"))
        .with("effect", ScalarValue.of(NO_EXECUTE))
        .with("tolerationSeconds", ScalarValue.of(seconds));
  }
}
