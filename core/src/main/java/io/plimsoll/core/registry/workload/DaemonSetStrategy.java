package io.plimsoll.core.registry.workload;

import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.LabelSelector;
import io.plimsoll.core.registry.Capabilities;
import io.plimsoll.core.registry.IntOrPercent;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.registry.SelectorRules;
import io.plimsoll.core.registry.StatusRules;
import io.plimsoll.core.registry.pod.PodTemplates;
import io.plimsoll.core.validation.Draft;
import io.plimsoll.core.validation.FieldError;
import io.plimsoll.core.validation.NameRule;
import io.plimsoll.core.validation.StatusValidation;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * DaemonSets. Mirrors {@code pkg/registry/apps/daemonset/strategy.go}, and {@code SetDefaults_DaemonSet} and {@code
 * ValidateDaemonSet} of {@code pkg/apis/apps}.
 *
 * <p>The number of the template's generation, a field of the API server's own type, is an annotation in the API.
 */
final class DaemonSetStrategy extends WorkloadStrategy {

  private static final String TEMPLATE_GENERATION = "deprecated.daemonset.template.generation";

  DaemonSetStrategy(Capabilities capabilities) {
    super("apps/v1", "DaemonSet", NameRule.DNS_SUBDOMAIN, capabilities);
  }

  @Override
  public MappingValue withDefaults(MappingValue object) {
    return Draft.edit(
        object,
        draft -> draft.editOrCreate("spec", spec -> {
          editTemplate(spec, PodTemplates::withDefaults);
          spec.editOrCreate("updateStrategy", strategy -> {
            strategy.setDefaultText("type", ScalarValue.of("RollingUpdate"));
            if (strategy.text("type").equals("RollingUpdate")) {
              strategy.editOrCreate(
                  "rollingUpdate",
                  update -> update
                      .setDefault("maxUnavailable", ScalarValue.of(1))
                      .setDefault("maxSurge", ScalarValue.of(0)));
            }
          });
          spec.setDefault("revisionHistoryLimit", ScalarValue.of(10));
        }));
  }

  @Override
  public MappingValue prepareForCreate(MappingValue object) {
    MappingValue prepared = super.prepareForCreate(converted(object));
    return withTemplateGeneration(prepared, Math.max(1, templateGeneration(prepared)));
  }

  @Override
  public MappingValue prepareForUpdate(MappingValue object, MappingValue old) {
    MappingValue kept =
        withTemplateGeneration(keptForUpdate(converted(object), old), templateGeneration(old));
    Part spec = part(kept).object("spec");
    if (!spec.isSame("template", Draft.of(old).object("spec"))) {
      MappingValue next = withTemplateGeneration(kept, templateGeneration(old) + 1);
      return StatusRules.nextGeneration(next, old);
    }
    return withGeneration("spec", kept, old);
  }

  private static MappingValue converted(MappingValue object) {
    return withRollingUpdate(object, "updateStrategy", List.of("maxUnavailable", "maxSurge"));
  }

  private static long templateGeneration(MappingValue object) {
    String number = metadata(object).annotations().getOrDefault(TEMPLATE_GENERATION, "0");
    return GoText.parseInt64(number).orElse(0);
  }

  private static MappingValue withTemplateGeneration(MappingValue object, long generation) {
    Value number = ScalarValue.of(Long.toString(generation));
    return Draft.edit(
        object,
        draft -> draft.editOrCreate(
            "metadata",
            metadata -> metadata.editOrCreate(
                "annotations", annotations -> annotations.set(TEMPLATE_GENERATION, number))));
  }

  @Override
  public List<FieldError> validate(MappingValue object) {
    Part part = part(object);
    checkMetadata(part);
    checkSpec(part.object("spec"), null, false);
    return part.errors();
  }

  @Override
  public List<FieldError> validateUpdate(MappingValue object, MappingValue old) {
    Part part = part(object);
    checkMetadataUpdate(part, old);
    Part spec = part.object("spec");
    spec.immutable("selector", Draft.of(old).object("spec"));
    LabelSelector oldSelector = part(old).object("spec").selector("selector");
    checkSpec(spec, template(old), SelectorRules.hasInvalidValue(oldSelector));
    return part.errors();
  }

  private static void checkSpec(
      Part spec, @Nullable MappingValue oldTemplate, boolean allowInvalidValues) {
    spec.errors()
        .addAll(SelectorRules.errors(
            spec.at("selector"), spec.selector("selector"), allowInvalidValues));
    Part template = spec.object("template");
    SelectorRules.parse(spec, "selector")
        .ifPresent(selector -> checkLabels(template, selector, true));
    checkNotEmpty(spec, "daemonset");
    checkTemplate(template, oldTemplate);
    checkAlways(template, "DaemonSet");
    spec.nonNegative("minReadySeconds");
    checkStrategy(spec);
    spec.nonNegative("revisionHistoryLimit");
  }

  private static void checkStrategy(Part spec) {
    Part strategy = spec.object("updateStrategy");
    switch (strategy.text("type")) {
      case "OnDelete" -> {}
      case "RollingUpdate" -> {
        if (strategy.has("rollingUpdate")) {
          checkRollingUpdate(strategy.object("rollingUpdate"));
        } else {
          strategy.required("rollingUpdate", "");
        }
      }
      default -> spec.notSupported("updateStrategy", List.of("RollingUpdate", "OnDelete"));
    }
  }

  private static void checkRollingUpdate(Part update) {
    IntOrPercent unavailable = IntOrPercent.of(update, "maxUnavailable");
    IntOrPercent surge = IntOrPercent.of(update, "maxSurge");
    unavailable.checkNotNegative();
    surge.checkNotNegative();
    unavailable.checkAtMostAll();
    surge.checkAtMostAll();
    if (!unavailable.isZero() && !surge.isZero()) {
      surge.invalid("may not be set when maxUnavailable is non-zero");
    } else if (unavailable.isZero() && surge.isZero()) {
      update.required("maxUnavailable", "cannot be 0 when maxSurge is 0");
    }
  }

  @Override
  public List<String> warningsOnCreate(MappingValue object) {
    return templateWarnings(object);
  }

  @Override
  public List<String> warningsOnUpdate(MappingValue object, MappingValue old) {
    Part template = part(object).object("spec").object("template");
    return templateGeneration(object) == templateGeneration(old)
        ? List.of()
        : PodTemplates.warnings(template.path(), template.tree());
  }

  @Override
  public Optional<StatusValidation> statusValidation() {
    return statuses((object, old) -> {
      Part status = object.object("status");
      List.of(
              "currentNumberScheduled",
              "numberMisscheduled",
              "desiredNumberScheduled",
              "numberReady",
              "observedGeneration",
              "updatedNumberScheduled",
              "numberAvailable",
              "numberUnavailable",
              "collisionCount")
          .forEach(status::nonNegative);
      ReplicaCounts.checkCollisions(status, old.object("status"));
    });
  }
}
