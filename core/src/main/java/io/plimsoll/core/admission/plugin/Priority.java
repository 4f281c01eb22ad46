package io.plimsoll.core.admission.plugin;

import io.plimsoll.core.admission.Admission;
import io.plimsoll.core.admission.AdmissionAttributes;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Gives pods the number of their priority class, and keeps a second class from being the default. Mirrors {@code
 * plugin/pkg/admission/priority}. Groups of pods have no priority while the feature gate {@code GenericWorkload} is off.
 */
final class Priority extends Handler {

  private static final String PRIORITY = "priority";
  private static final String POLICY = "preemptionPolicy";

  Priority() {
    super("Priority", Operation.CREATE, Operation.UPDATE, Operation.DELETE);
  }

  @Override
  public Admission admit(AdmissionCall call) {
    if (!PodTrees.isAbout(call.attributes())) {
      return Admission.UNCHANGED;
    }
    return switch (call.attributes().operation()) {
      case CREATE -> ofNewPod(call);
      case UPDATE -> ofPod(call);
      default -> Admission.UNCHANGED;
    };
  }

  /** A pod keeps what it has. */
  private static Admission ofPod(AdmissionCall call) {
    Fields old = Trees.spec(call.oldObject());
    MappingValue pod = Trees.editSpec(call.object(), spec -> {
      for (String field : List.of(PRIORITY, POLICY)) {
        Value before = old.value(field);
        if (before != null) {
          spec.setDefault(field, before);
        }
      }
    });
    return pod.equals(call.object())
        ? Admission.UNCHANGED
        : Admission.changed(pod, "a pod keeps its priority");
  }

  private static Admission ofNewPod(AdmissionCall call) {
    String name = Trees.spec(call.object()).text("priorityClassName");
    Optional<PriorityClass> found = name.isEmpty()
        ? PriorityClass.globalDefault(call.cluster())
        : call.cluster().find(PriorityClass.KIND, "", name);
    if (found.isEmpty() && !name.isEmpty()) {
      return call.forbid("no PriorityClass with name " + name + " was found");
    }
    if (found.isEmpty()) {
      return prioritized(call, "", 0, "PreemptLowerPriority");
    }
    PriorityClass one = found.get();
    return prioritized(call, one.metadata().nameOrEmpty(), one.value(), one.preemptionPolicy());
  }

  private static Admission prioritized(
      AdmissionCall call, String className, int priority, @Nullable String policy) {
    Fields spec = Trees.spec(call.object());
    Integer said = spec.int32(PRIORITY);
    if (said != null && said != priority) {
      return call.forbid("the integer value of priority (" + said
          + ") must not be provided in pod spec; priority admission controller computed " + priority
          + " from the given PriorityClass name");
    }
    String saidPolicy = spec.string(POLICY);
    if (policy != null && saidPolicy != null && !saidPolicy.equals(policy)) {
      return call.forbid("the string value of PreemptionPolicy (" + saidPolicy
          + ") must not be provided in pod spec; priority admission controller computed " + policy
          + " from the given PriorityClass name");
    }
    MappingValue changed = spec.tree();
    if (!className.isEmpty() && spec.text("priorityClassName").isEmpty()) {
      changed = changed.with("priorityClassName", ScalarValue.of(className));
    }
    if (!spec.has(PRIORITY)) {
      changed = changed.with(PRIORITY, ScalarValue.of(priority));
    }
    if (policy != null && !spec.has(POLICY)) {
      changed = changed.with(POLICY, ScalarValue.of(policy));
    }
    if (Trees.isSame(spec.tree(), changed)) {
      return Admission.UNCHANGED;
    }
    return Admission.changed(
        call.object().with("spec", changed),
        className.isEmpty() ? "there is no default PriorityClass" : "PriorityClass " + className);
  }

  @Override
  public Admission validate(AdmissionCall call) {
    AdmissionAttributes attributes = call.attributes();
    if (!attributes.isAbout("scheduling.k8s.io", "priorityclasses")
        || attributes.operation() == Operation.DELETE) {
      return Admission.UNCHANGED;
    }
    PriorityClass written = PriorityClass.from(Fields.of(call.object()));
    if (!written.globalDefault()) {
      return Admission.UNCHANGED;
    }
    Optional<String> other = PriorityClass.globalDefault(call.cluster())
        .map(one -> one.metadata().nameOrEmpty())
        .filter(name -> attributes.operation() == Operation.CREATE
            || !name.equals(written.metadata().nameOrEmpty()));
    return other
        .map(name -> call.forbid(
            "PriorityClass " + name + " is already marked as default. Only one default can exist"))
        .orElse(Admission.UNCHANGED);
  }
}
