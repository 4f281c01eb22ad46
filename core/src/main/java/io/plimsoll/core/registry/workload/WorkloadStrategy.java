package io.plimsoll.core.registry.workload;

import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.model.LabelSelector;
import io.plimsoll.core.model.Names;
import io.plimsoll.core.model.Selector;
import io.plimsoll.core.registry.Capabilities;
import io.plimsoll.core.registry.KindStrategy;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.registry.SelectorRules;
import io.plimsoll.core.registry.StatusRules;
import io.plimsoll.core.registry.pod.PodTemplates;
import io.plimsoll.core.validation.Draft;
import io.plimsoll.core.validation.FieldError;
import io.plimsoll.core.validation.NameRule;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What the strategies of objects with a template of pods have in common. */
abstract class WorkloadStrategy extends KindStrategy {

  private static final String POD_NAMES =
      "metadata.name: this is used in Pod names and hostnames, which can result in surprising behavior; a DNS label is"
          + " recommended: ";

  WorkloadStrategy(String apiVersion, String kind, NameRule names, Capabilities capabilities) {
    super(apiVersion, kind, true, names, capabilities);
  }

  @Override
  public MappingValue prepareForCreate(MappingValue object) {
    return StatusRules.firstGeneration(
        StatusRules.reset(withTemplate(object, PodTemplates::withoutDisabledFields)));
  }

  /**
   * Returns an object whose rolling update says what it leaves open, as the API server's own type does: 0 where no default
   * applied.
   */
  static MappingValue withRollingUpdate(MappingValue object, String strategy, List<String> fields) {
    return Draft.edit(
        object,
        draft -> draft.edit(
            "spec",
            spec -> spec.edit(
                strategy,
                how -> how.edit(
                    "rollingUpdate",
                    update ->
                        fields.forEach(field -> update.setDefault(field, ScalarValue.of(0)))))));
  }

  /** Returns the object with the old one's status, and without what the old one does not have of features that are off. */
  final MappingValue keptForUpdate(MappingValue object, MappingValue old) {
    MappingValue oldTemplate = template(old);
    return StatusRules.keep(
        withTemplate(object, template -> PodTemplates.withoutDisabledFields(template, oldTemplate)),
        old);
  }

  @Override
  public MappingValue prepareForUpdate(MappingValue object, MappingValue old) {
    MappingValue kept = keptForUpdate(object, old);
    return withGeneration("spec", kept, old);
  }

  /** Returns the spec that the template is in. */
  MappingValue templateSpec(MappingValue object) {
    return Draft.of(object).object("spec");
  }

  /** Returns an object's template. */
  final MappingValue template(MappingValue object) {
    return Draft.of(templateSpec(object)).object("template");
  }

  /** Returns an object with its template changed. */
  MappingValue withTemplate(MappingValue object, UnaryOperator<MappingValue> change) {
    return Draft.edit(
        object, draft -> draft.editOrCreate("spec", spec -> editTemplate(spec, change)));
  }

  static void editTemplate(Draft spec, UnaryOperator<MappingValue> change) {
    spec.set("template", change.apply(spec.object("template")));
  }

  /** Returns a template's labels as upstream prints them. */
  static String printedLabels(Part template) {
    return template.object("metadata").json("labels");
  }

  /** Adds what is wrong with the selector of a kind that must have one that is not empty. */
  static void checkSelector(Part spec, String noun) {
    if (!spec.has("selector")) {
      spec.required("selector", "");
      return;
    }
    spec.errors().addAll(SelectorRules.errors(spec.at("selector"), spec.selector("selector")));
    checkNotEmpty(spec, noun);
  }

  static void checkNotEmpty(Part spec, String noun) {
    if (spec.has("selector") && spec.selector("selector").equals(LabelSelector.EVERYTHING)) {
      spec.invalid("selector", "empty selector is invalid for " + noun);
    }
  }

  /** Adds an error if the labels of the pods are not what the selector selects; one that selects everything is not looked at. */
  static void checkLabels(Part template, Selector selector, boolean evenEverything) {
    Part metadata = template.object("metadata");
    boolean asked = evenEverything || !selector.isEverything();
    if (asked && !selector.matches(metadata.stringMap("labels"))) {
      metadata.error(FieldError.invalidPrinted(
          metadata.at("labels"),
          printedLabels(template),
          "`selector` does not match template `labels`"));
    }
  }

  /** Adds what is wrong with a template: as it is, or in place of an old one. */
  static void checkTemplate(Part template, @Nullable MappingValue old) {
    if (old == null) {
      PodTemplates.check(template);
    } else {
      PodTemplates.checkUpdate(template, old);
    }
  }

  /** Adds what pods that are replaced when they end may not have. */
  static void checkAlways(Part template, String kind) {
    Part spec = template.object("spec");
    if (!spec.text("restartPolicy").equals("Always")) {
      spec.notSupported("restartPolicy", List.of("Always"));
    }
    if (spec.has("activeDeadlineSeconds")) {
      spec.forbidden(
          "activeDeadlineSeconds", "activeDeadlineSeconds in " + kind + " is not Supported");
    }
  }

  /**
   * Adds what is wrong with a selector that is none, or with the template that it selects: {@code
   * ValidatePodTemplateSpecForReplicaSet}.
   */
  static void checkReplicaTemplate(Part spec, @Nullable MappingValue old) {
    Optional<Selector> selector = SelectorRules.parse(spec, "selector");
    if (selector.isEmpty()) {
      spec.invalid("selector", "invalid label selector");
      return;
    }
    Part template = spec.object("template");
    checkLabels(template, selector.get(), false);
    checkTemplate(template, old);
    checkAlways(template, "ReplicaSet");
  }

  /** Returns what is remarked of a name that is no DNS label. */
  final List<String> nameWarnings(MappingValue object) {
    List<String> errors = Names.dnsLabelErrors(metadata(object).nameOrEmpty());
    // Upstream prints the list as Go does.
    return errors.isEmpty() ? List.of() : List.of(POD_NAMES + GoText.list(errors));
  }

  /** Returns whether the generation of an object is not that of the old one. */
  static boolean isNewGeneration(MappingValue object, MappingValue old) {
    return !Objects.equals(metadata(object).generation(), metadata(old).generation());
  }

  /** Returns what is remarked of a new template. */
  final List<String> templateWarnings(MappingValue object) {
    Part template = part(object).object("spec").object("template");
    return PodTemplates.warnings(template.path(), template.tree());
  }

  /** Returns what is remarked of a template that takes the place of another, if anything changed. */
  final List<String> templateWarnings(MappingValue object, MappingValue old) {
    Part template = part(object).object("spec").object("template");
    return isNewGeneration(object, old)
        ? PodTemplates.warnings(template.path(), template.tree())
        : List.of();
  }
}
