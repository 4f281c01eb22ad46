package io.plimsoll.core.registry.workload;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.registry.Messages;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.schema.InternalForm;
import io.plimsoll.core.schema.ObjectType;
import io.plimsoll.core.schema.Schema;
import io.plimsoll.core.schema.WireForm;
import io.plimsoll.core.validation.Draft;
import io.plimsoll.core.validation.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What an update of a Job may not change. Mirrors {@code ValidateJobSpecUpdate} of {@code pkg/apis/batch/validation}. */
final class JobUpdateRules {

  private static final List<String> FROZEN = List.of(
      "completionMode", "podFailurePolicy", "backoffLimitPerIndex", "managedBy", "successPolicy");

  private final Part spec;
  private final Part old;
  private final MappingValue oldSpec;

  /** Takes the spec and the whole old Job. */
  JobUpdateRules(Part spec, Part old) {
    this.spec = spec;
    this.old = old;
    this.oldSpec = old.object("spec").tree();
  }

  void check() {
    checkCompletions();
    spec.immutable("selector", oldSpec);
    checkTemplate();
    FROZEN.forEach(field -> spec.immutable(field, oldSpec));
  }

  /** The completions of an indexed Job may change with its parallelism. */
  private void checkCompletions() {
    if (!new JobSpecRules(spec).isIndexed()) {
      spec.immutable("completions", oldSpec);
    } else if (!spec.isSame("completions", oldSpec)
        && spec.has("completions")
        && spec.number("completions") != spec.number("parallelism")) {
      spec.invalid("completions", "can only be modified in tandem with spec.parallelism");
    }
  }

  private void checkTemplate() {
    boolean suspended = old.object("spec").flag("suspend");
    boolean mutable = suspended && isIdle();
    MappingValue template = spec.object("template").tree();
    MappingValue oldTemplate = Draft.of(oldSpec).object("template");
    if (mutable) {
      checkOnlyResources(template, withDirectives(oldTemplate, template));
    } else if (!WireForm.isSame(template, oldTemplate, type("core.v1.PodTemplateSpec"))) {
      spec.invalid("template", Messages.IMMUTABLE);
    }
  }

  /** Returns whether a suspended Job has no pods: {@code shouldAllowMutablePodTemplate}. */
  private boolean isIdle() {
    Part status = old.object("status");
    boolean told = status.list("conditions").stream()
        .anyMatch(c -> c.text("type").equals("Suspended") && c.text("status").equals("True"));
    return (!status.has("startTime") || told) && status.number("active") == 0;
  }

  /** Returns the old template with what the new one says about where pods run: {@code AllowMutableSchedulingDirectives}. */
  private static MappingValue withDirectives(MappingValue oldTemplate, MappingValue template) {
    Draft now = Draft.of(template);
    Draft pod = Draft.of(now.object("spec"));
    Draft metadata = Draft.of(now.object("metadata"));
    return Draft.edit(
        oldTemplate,
        draft -> draft
            .editOrCreate("metadata", meta -> {
              take(meta, metadata, "annotations");
              take(meta, metadata, "labels");
            })
            .editOrCreate("spec", spec -> {
              takeAffinity(spec, pod);
              take(spec, pod, "nodeSelector");
              take(spec, pod, "tolerations");
              take(spec, pod, "schedulingGates");
            }));
  }

  private static void take(Draft to, Draft from, String field) {
    Value value = from.get(field);
    if (value == null) {
      to.remove(field);
    } else {
      to.set(field, value);
    }
  }

  private static void takeAffinity(Draft oldPod, Draft pod) {
    Draft affinity = Draft.of(pod.object("affinity"));
    if (pod.has("affinity")) {
      oldPod.editOrCreate("affinity", old -> take(old, affinity, "nodeAffinity"));
    } else if (oldPod.has("affinity")) {
      oldPod.edit("affinity", old -> old.remove("nodeAffinity"));
      if (oldPod.object("affinity").size() == 0) {
        oldPod.remove("affinity");
      }
    }
  }

  /** Mirrors {@code validatePodResourceUpdatesOnly}. */
  private void checkOnlyResources(MappingValue template, MappingValue oldTemplate) {
    MappingValue pod = Draft.of(template).object("spec");
    MappingValue expected = Draft.edit(Draft.of(oldTemplate).object("spec"), draft -> {
      takeResources(draft, pod, "containers");
      takeResources(draft, pod, "initContainers");
    });
    ObjectType podType = type("core.v1.PodSpec");
    if (!WireForm.isSame(pod, expected, podType)) {
      spec.error(FieldError.invalidPrinted(
          spec.path().field("template.spec"), InternalForm.json(pod, podType), Messages.IMMUTABLE));
    }
  }

  private static void takeResources(Draft oldPod, MappingValue pod, String field) {
    List<Value> now = Draft.of(pod).items(field);
    List<Value> before = oldPod.items(field);
    if (now.size() != before.size() || now.isEmpty()) {
      return;
    }
    List<Value> containers = new ArrayList<>();
    for (int i = 0; i < now.size(); i++) {
      containers.add(withResources(before.get(i), now.get(i)));
    }
    oldPod.set(field, SequenceValue.of(containers));
  }

  private static Value withResources(Value before, Value now) {
    boolean same = before instanceof MappingValue
        && now instanceof MappingValue
        && Objects.equals(Fields.of(before).text("name"), Fields.of(now).text("name"));
    return same
        ? Draft.edit(
            (MappingValue) before,
            container -> take(container, Draft.of((MappingValue) now), "resources"))
        : before;
  }

  private static ObjectType type(String name) {
    return Schema.kubernetes().type(name).orElseThrow();
  }
}
