package io.plimsoll.core.registry.workload;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.registry.Capabilities;
import io.plimsoll.core.registry.IntOrPercent;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.registry.StatusRules;
import io.plimsoll.core.registry.pod.PodTemplates;
import io.plimsoll.core.validation.Draft;
import io.plimsoll.core.validation.FieldError;
import io.plimsoll.core.validation.NameRule;
import io.plimsoll.core.validation.StatusValidation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Deployments. Mirrors {@code pkg/registry/apps/deployment/strategy.go}, and {@code SetDefaults_Deployment} and {@code
 * ValidateDeployment} of {@code pkg/apis/apps}.
 */
final class DeploymentStrategy extends WorkloadStrategy {

  private static final ScalarValue QUARTER = ScalarValue.of("25%");

  DeploymentStrategy(Capabilities capabilities) {
    super("apps/v1", "Deployment", NameRule.DNS_SUBDOMAIN, capabilities);
  }

  @Override
  public MappingValue withDefaults(MappingValue object) {
    return Draft.edit(object, draft -> draft.editOrCreate("spec", DeploymentStrategy::defaultSpec));
  }

  private static void defaultSpec(Draft spec) {
    editTemplate(spec, PodTemplates::withDefaults);
    spec.setDefault("replicas", ScalarValue.of(1));
    spec.editOrCreate("strategy", strategy -> {
      strategy.setDefaultText("type", ScalarValue.of("RollingUpdate"));
      if (strategy.text("type").equals("RollingUpdate")) {
        strategy.editOrCreate(
            "rollingUpdate",
            update -> update.setDefault("maxUnavailable", QUARTER).setDefault("maxSurge", QUARTER));
      }
    });
    spec.setDefault("revisionHistoryLimit", ScalarValue.of(10));
    spec.setDefault("progressDeadlineSeconds", ScalarValue.of(600));
  }

  @Override
  public MappingValue prepareForCreate(MappingValue object) {
    return super.prepareForCreate(converted(object));
  }

  private static MappingValue converted(MappingValue object) {
    return withRollingUpdate(object, "strategy", List.of("maxUnavailable", "maxSurge"));
  }

  @Override
  public MappingValue prepareForUpdate(MappingValue object, MappingValue old) {
    MappingValue kept = keptForUpdate(converted(object), old);
    boolean same = same("spec", kept, old)
        && metadata(kept).annotations().equals(metadata(old).annotations());
    return same ? kept : StatusRules.nextGeneration(kept, old);
  }

  @Override
  public List<FieldError> validate(MappingValue object) {
    Part part = part(object);
    checkMetadata(part);
    checkSpec(part.object("spec"), null);
    return part.errors();
  }

  @Override
  public List<FieldError> validateUpdate(MappingValue object, MappingValue old) {
    Part part = part(object);
    checkMetadataUpdate(part, old);
    Part spec = part.object("spec");
    checkSpec(spec, template(old));
    spec.immutable("selector", Draft.of(old).object("spec"));
    return part.errors();
  }

  private static void checkSpec(Part spec, @Nullable MappingValue oldTemplate) {
    spec.nonNegative("replicas");
    checkSelector(spec, "deployment");
    checkReplicaTemplate(spec, oldTemplate);
    checkStrategy(spec);
    spec.nonNegative("minReadySeconds");
    spec.nonNegative("revisionHistoryLimit");
    if (spec.has("progressDeadlineSeconds")) {
      spec.nonNegative("progressDeadlineSeconds");
      if (spec.number("progressDeadlineSeconds") <= spec.number("minReadySeconds")) {
        spec.invalid("progressDeadlineSeconds", "must be greater than minReadySeconds");
      }
    }
  }

  private static void checkStrategy(Part spec) {
    Part strategy = spec.object("strategy");
    switch (strategy.text("type")) {
      case "Recreate" -> {
        if (strategy.has("rollingUpdate")) {
          strategy.forbidden(
              "rollingUpdate", "may not be specified when strategy `type` is 'Recreate'");
        }
      }
      case "RollingUpdate" -> {
        if (strategy.has("rollingUpdate")) {
          checkRollingUpdate(strategy.object("rollingUpdate"));
        } else {
          strategy.required("rollingUpdate", "this should be defaulted and never be nil");
        }
      }
      default -> spec.notSupported("strategy", List.of("Recreate", "RollingUpdate"));
    }
  }

  private static void checkRollingUpdate(Part update) {
    IntOrPercent unavailable = IntOrPercent.of(update, "maxUnavailable");
    IntOrPercent surge = IntOrPercent.of(update, "maxSurge");
    unavailable.checkNotNegative();
    surge.checkNotNegative();
    if (unavailable.isZero() && surge.isZero()) {
      unavailable.invalid("may not be 0 when `maxSurge` is 0");
    }
    unavailable.checkAtMostAll();
  }

  @Override
  public List<String> warningsOnCreate(MappingValue object) {
    List<String> warnings = new ArrayList<>(nameWarnings(object));
    warnings.addAll(templateWarnings(object));
    return warnings;
  }

  @Override
  public List<String> warningsOnUpdate(MappingValue object, MappingValue old) {
    return templateWarnings(object, old);
  }

  @Override
  public Optional<StatusValidation> statusValidation() {
    return statuses((object, old) -> {
      Part status = object.object("status");
      ReplicaCounts.check(
          status,
          List.of(
              "observedGeneration",
              "replicas",
              "updatedReplicas",
              "readyReplicas",
              "availableReplicas",
              "unavailableReplicas",
              "terminatingReplicas",
              "collisionCount"),
          List.of("updatedReplicas", "readyReplicas", "availableReplicas"),
          "readyReplicas");
      ReplicaCounts.checkCollisions(status, old.object("status"));
    });
  }
}
