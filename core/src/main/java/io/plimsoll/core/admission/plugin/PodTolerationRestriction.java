package io.plimsoll.core.admission.plugin;

import io.plimsoll.core.admission.Admission;
import io.plimsoll.core.admission.AdmissionCall;
import io.plimsoll.core.admission.Operation;
import io.plimsoll.core.admission.support.Errors;
import io.plimsoll.core.admission.support.Handler;
import io.plimsoll.core.admission.support.NotAllowed;
import io.plimsoll.core.admission.support.PodTrees;
import io.plimsoll.core.admission.support.Trees;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Namespace;
import io.plimsoll.core.pod.QosClass;
import io.plimsoll.core.pod.Toleration;
import io.plimsoll.core.request.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Gives pods the tolerations of their namespace, and keeps them from others. Mirrors {@code
 * plugin/pkg/admission/podtolerationrestriction}.
 */
final class PodTolerationRestriction extends Handler {

  private static final String DEFAULTS = "scheduler.alpha.kubernetes.io/defaultTolerations";
  private static final String ALLOWED = "scheduler.alpha.kubernetes.io/tolerationsWhitelist";

  private static final Value MEMORY_PRESSURE = MappingValue.empty()
      .with("key", ScalarValue.of("node.kubernetes.io/memory-pressure"))
      .with("operator", ScalarValue.of("Exists"))
      .with("effect", ScalarValue.of("NoSchedule"));

  private final List<Value> defaults;
  private final List<Value> allowed;

  /**
   * Makes the plug-in.
   *
   * @param defaults what pods get whose namespace does not say
   * @param allowed what pods may have whose namespace does not say; empty means all
   */
  PodTolerationRestriction(List<? extends Value> defaults, List<? extends Value> allowed) {
    super("PodTolerationRestriction", Operation.CREATE, Operation.UPDATE);
    this.defaults = List.copyOf(defaults);
    this.allowed = List.copyOf(allowed);
  }

  @Override
  public Admission admit(AdmissionCall call) {
    if (!PodTrees.isAbout(call.attributes())) {
      return Admission.UNCHANGED;
    }
    try {
      List<Value> extra = new ArrayList<>();
      if (call.attributes().operation() == Operation.CREATE) {
        extra.addAll(ofNamespace(namespace(call), DEFAULTS).orElse(defaults));
      }
      if (QosClass.of(call.object()) != QosClass.BEST_EFFORT) {
        extra.add(MEMORY_PRESSURE);
      }
      MappingValue pod = extra.isEmpty() ? call.object() : with(call.object(), extra);
      check(call, pod);
      return pod.equals(call.object())
          ? Admission.UNCHANGED
          : Admission.changed(pod, "the tolerations of the namespace");
    } catch (NotAllowed refused) {
      return Admission.refused(refused.status());
    }
  }

  private static MappingValue with(MappingValue pod, List<Value> extra) {
    return Trees.editSpec(
        pod,
        spec -> spec.set(
            "tolerations", SequenceValue.of(Tolerations.merge(spec.items("tolerations"), extra))));
  }

  @Override
  public Admission validate(AdmissionCall call) {
    if (!PodTrees.isAbout(call.attributes())) {
      return Admission.UNCHANGED;
    }
    try {
      check(call, call.object());
      return Admission.UNCHANGED;
    } catch (NotAllowed refused) {
      return Admission.refused(refused.status());
    }
  }

  private void check(AdmissionCall call, MappingValue pod) throws NotAllowed {
    List<Toleration> tolerations = Trees.spec(pod).list("tolerations", Toleration::from);
    if (tolerations.isEmpty()) {
      return;
    }
    Optional<List<Value>> own = ofNamespace(namespace(call), ALLOWED);
    if (!Tolerations.areAllowed(tolerations, Tolerations.from(own.orElse(allowed)))) {
      throw new NotAllowed(
          Errors.plain("pod tolerations (possibly merged with namespace default tolerations)"
              + " conflict with its " + (own.isPresent() ? "namespace" : "cluster")
              + " whitelist"));
    }
  }

  private static Namespace namespace(AdmissionCall call) throws NotAllowed {
    String name = call.attributes().namespace();
    return call.cluster()
        .find(Namespace.KIND, "", name)
        .orElseThrow(() -> new NotAllowed(Status.notFound("", "namespaces", name)));
  }

  /** Returns the tolerations in an annotation; an empty annotation means none. */
  private static Optional<List<Value>> ofNamespace(Namespace namespace, String annotation)
      throws NotAllowed {
    String text = namespace.metadata().annotations().get(annotation);
    if (text == null || text.isEmpty()) {
      return text == null ? Optional.empty() : Optional.of(List.of());
    }
    try {
      return Optional.of(TolerationList.read(text));
    } catch (IllegalArgumentException unreadable) {
      throw new NotAllowed(Errors.plain(String.valueOf(unreadable.getMessage())));
    }
  }
}
