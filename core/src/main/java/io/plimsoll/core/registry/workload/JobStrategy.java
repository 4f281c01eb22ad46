package io.plimsoll.core.registry.workload;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.Names;
import io.plimsoll.core.registry.Capabilities;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.registry.SelectorRules;
import io.plimsoll.core.validation.Draft;
import io.plimsoll.core.validation.FieldError;
import io.plimsoll.core.validation.NameRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Jobs. Mirrors {@code pkg/registry/batch/job/strategy.go}, {@code SetDefaults_Job} of {@code pkg/apis/batch/v1} and {@code
 * ValidateJobCreate} of {@code pkg/apis/batch/validation}.
 */
final class JobStrategy extends WorkloadStrategy {

  private static final String OLD_UID_LABEL = "controller-uid";
  private static final String UID_LABEL = "batch.kubernetes.io/controller-uid";
  private static final String OLD_NAME_LABEL = "job-name";
  private static final String NAME_LABEL = "batch.kubernetes.io/job-name";
  private static final List<String> GENERATED =
      List.of(OLD_UID_LABEL, UID_LABEL, OLD_NAME_LABEL, NAME_LABEL);

  JobStrategy(Capabilities capabilities) {
    super("batch/v1", "Job", NameRule.DNS_SUBDOMAIN, capabilities);
  }

  @Override
  public MappingValue withDefaults(MappingValue object) {
    return Draft.edit(object, draft -> {
      MappingValue labels = templateLabels(object);
      boolean own = !metadata(object).labels().isEmpty();
      if (labels != null && !own) {
        // The very instance, as upstream's two fields share one map from then on.
        draft.editOrCreate("metadata", metadata -> metadata.set("labels", labels));
      } else if (labels != null && Draft.of(draft.object("metadata")).get("labels") == labels) {
        // One that is written once, with an anchor, is two maps.
        Map<String, Value> copy = new LinkedHashMap<>();
        labels.keys().forEach(key -> copy.put(key, Draft.of(labels).get(key)));
        draft.edit("metadata", metadata -> metadata.set("labels", MappingValue.of(copy)));
      }
      draft.editOrCreate("spec", JobSpecRules::setDefaults);
    });
  }

  private @Nullable MappingValue templateLabels(MappingValue object) {
    return Draft.of(Draft.of(template(object)).object("metadata")).get("labels")
            instanceof MappingValue labels
        ? labels
        : null;
  }

  @Override
  public MappingValue prepareForCreate(MappingValue object) {
    MappingValue scheduled = withoutScheduling(object);
    boolean manual = Draft.of(templateSpec(object)).isTrue("manualSelector");
    return super.prepareForCreate(manual ? scheduled : withSelector(scheduled));
  }

  private static MappingValue withoutScheduling(MappingValue object) {
    return Draft.edit(object, draft -> draft.edit("spec", spec -> spec.remove("scheduling")));
  }

  /** Mirrors {@code generateSelector}. */
  private MappingValue withSelector(MappingValue object) {
    String name = metadata(object).nameOrEmpty();
    ScalarValue uid = ScalarValue.of(Fields.of(object.get("metadata")).text("uid"));
    MappingValue shared = templateLabels(object);
    return Draft.edit(object, draft -> {
      MappingValue labels = Draft.edit(
          shared == null ? MappingValue.empty() : shared,
          map -> map.setDefault(OLD_NAME_LABEL, ScalarValue.of(name))
              .setDefault(NAME_LABEL, ScalarValue.of(name))
              .setDefault(OLD_UID_LABEL, uid)
              .setDefault(UID_LABEL, uid));
      if (shared != null && Draft.of(draft.object("metadata")).get("labels") == shared) {
        draft.edit("metadata", metadata -> metadata.set("labels", labels));
      }
      draft.editOrCreate("spec", spec -> {
        spec.editOrCreate(
            "template",
            template ->
                template.editOrCreate("metadata", metadata -> metadata.set("labels", labels)));
        spec.editOrCreate(
            "selector",
            selector ->
                selector.editOrCreate("matchLabels", map -> map.setDefault(UID_LABEL, uid)));
      });
    });
  }

  @Override
  public MappingValue prepareForUpdate(MappingValue object, MappingValue old) {
    boolean scheduled = Draft.of(templateSpec(old)).has("scheduling");
    return super.prepareForUpdate(scheduled ? object : withoutScheduling(object), old);
  }

  @Override
  public List<FieldError> validate(MappingValue object) {
    Part part = part(object);
    Part labelled = part(withoutSharedLabels(object));
    checkMetadata(labelled);
    part.errors().addAll(labelled.errors());
    checkGeneratedSelector(part);
    checkSpec(part.object("spec"), null, false);
    checkPodNames(part);
    return part.errors();
  }

  @Override
  public List<FieldError> validateUpdate(MappingValue object, MappingValue old) {
    Part part = part(object);
    checkMetadataUpdate(part, old);
    Part spec = part.object("spec");
    boolean lenient = SelectorRules.hasInvalidValue(part(old).object("spec").selector("selector"));
    checkSpec(spec, template(old), lenient);
    new JobUpdateRules(spec, part(old)).check();
    checkPodNames(part);
    return part.errors();
  }

  /**
   * Returns a Job that shares its labels with its template without those that were generated: recordings show what is wrong
   * with them at the template only.
   */
  private MappingValue withoutSharedLabels(MappingValue object) {
    MappingValue shared = templateLabels(object);
    return Draft.edit(
        object,
        draft -> draft.edit("metadata", metadata -> {
          if (shared != null && metadata.get("labels") == shared) {
            GENERATED.forEach(label -> metadata.edit("labels", labels -> labels.remove(label)));
          }
        }));
  }

  private static void checkSpec(
      Part spec, @Nullable MappingValue oldTemplate, boolean allowInvalidValues) {
    new JobSpecRules(spec).check(oldTemplate);
    if (spec.has("selector")) {
      spec.errors()
          .addAll(SelectorRules.errors(
              spec.at("selector"), spec.selector("selector"), allowInvalidValues));
    } else {
      spec.required("selector", "");
    }
    SelectorRules.parse(spec, "selector")
        .ifPresent(selector -> checkLabels(spec.object("template"), selector, true));
  }

  /** Mirrors {@code validateGeneratedSelector}. */
  private static void checkGeneratedSelector(Part part) {
    Part spec = part.object("spec");
    if (spec.flag("manualSelector") || !spec.has("selector")) {
      return;
    }
    Part metadata = part.object("metadata");
    String uid = metadata.text("uid");
    String name = metadata.text("name");
    if (uid.isEmpty()) {
      metadata.required("uid", "");
    }
    Map<String, String> expected = new LinkedHashMap<>();
    expected.put(OLD_UID_LABEL, uid);
    expected.put(OLD_NAME_LABEL, name);
    expected.put(UID_LABEL, uid);
    expected.put(NAME_LABEL, name);
    Part template = spec.object("template").object("metadata");
    Map<String, String> labels = template.stringMap("labels");
    expected.forEach((label, value) -> checkLabel(template, labels.get(label), label, value));
    SelectorRules.parse(spec, "selector")
        .filter(selector -> !selector.matches(expected))
        .ifPresent(selector -> spec.invalid("selector", "`selector` not auto-generated"));
  }

  private static void checkLabel(
      Part metadata, @Nullable String actual, String label, String expected) {
    FieldPath path = metadata.at("labels").key(label);
    String detail = "must be '" + expected + "'";
    if (actual == null) {
      metadata.error(FieldError.required(path, detail));
    } else if (!actual.equals(expected)) {
      metadata.error(FieldError.invalidPrinted(path, metadata.json("labels"), detail));
    }
  }

  /** Mirrors {@code validateNameAllowsCompletions}: the last pod's name must be one of a host. */
  private static void checkPodNames(Part part) {
    Part spec = part.object("spec");
    if (new JobSpecRules(spec).isIndexed() && spec.number("completions") > 0) {
      String name = part.object("metadata").text("name");
      String last = name + "-" + (spec.number("completions") - 1);
      if (!Names.dnsLabelErrors(last).isEmpty()) {
        part.error(FieldError.invalid(
            FieldPath.of("metadata", "name"),
            name,
            "will not able to create pod with invalid DNS label: " + last));
      }
    }
  }

  @Override
  public List<String> warningsOnCreate(MappingValue object) {
    List<String> warnings = new ArrayList<>(nameWarnings(object));
    warnings.addAll(new JobSpecRules(part(object).object("spec")).warnings());
    return warnings;
  }

  @Override
  public List<String> warningsOnUpdate(MappingValue object, MappingValue old) {
    return isNewGeneration(object, old)
        ? new JobSpecRules(part(object).object("spec")).warnings()
        : List.of();
  }
}
