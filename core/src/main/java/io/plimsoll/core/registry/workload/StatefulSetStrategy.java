package io.plimsoll.core.registry.workload;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.Names;
import io.plimsoll.core.model.Selector;
import io.plimsoll.core.registry.Capabilities;
import io.plimsoll.core.registry.IntOrPercent;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.registry.SelectorRules;
import io.plimsoll.core.registry.pod.PodTemplates;
import io.plimsoll.core.registry.storage.ClaimSpecRules;
import io.plimsoll.core.validation.Draft;
import io.plimsoll.core.validation.FieldError;
import io.plimsoll.core.validation.NameRule;
import io.plimsoll.core.validation.ObjectMetaRules;
import io.plimsoll.core.validation.StatusValidation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * StatefulSets. Mirrors {@code pkg/registry/apps/statefulset/strategy.go}, and {@code SetDefaults_StatefulSet} and {@code
 * ValidateStatefulSet} of {@code pkg/apis/apps}.
 */
final class StatefulSetStrategy extends WorkloadStrategy {

  private static final String ROLLING_UPDATE = "RollingUpdate";
  private static final List<String> RETENTION = List.of("Retain", "Delete");

  StatefulSetStrategy(Capabilities capabilities) {
    super("apps/v1", "StatefulSet", NameRule.DNS_LABEL, capabilities);
  }

  @Override
  public MappingValue withDefaults(MappingValue object) {
    return Draft.edit(
        object, draft -> draft.editOrCreate("spec", StatefulSetStrategy::defaultSpec));
  }

  private static void defaultSpec(Draft spec) {
    editTemplate(spec, PodTemplates::withDefaults);
    spec.editEach("volumeClaimTemplates", ClaimSpecRules::defaultClaim);
    spec.setDefaultText("podManagementPolicy", ScalarValue.of("OrderedReady"));
    spec.editOrCreate("updateStrategy", strategy -> {
      if (strategy.text("type").isEmpty()) {
        strategy.set("type", ScalarValue.of(ROLLING_UPDATE));
        strategy.editOrCreate("rollingUpdate", update -> {});
      }
      if (strategy.text("type").equals(ROLLING_UPDATE)) {
        strategy.edit(
            "rollingUpdate",
            update -> update
                .setDefault("partition", ScalarValue.of(0))
                .setDefault("maxUnavailable", ScalarValue.of(1)));
      }
    });
    spec.editOrCreate(
        "persistentVolumeClaimRetentionPolicy",
        policy -> policy
            .setDefaultText("whenDeleted", ScalarValue.of("Retain"))
            .setDefaultText("whenScaled", ScalarValue.of("Retain")));
    spec.setDefault("replicas", ScalarValue.of(1));
    spec.setDefault("revisionHistoryLimit", ScalarValue.of(10));
  }

  @Override
  public MappingValue prepareForCreate(MappingValue object) {
    return super.prepareForCreate(converted(object));
  }

  @Override
  public MappingValue prepareForUpdate(MappingValue object, MappingValue old) {
    return super.prepareForUpdate(converted(object), old);
  }

  /** Returns an object as conversion to the API server's own type and back leaves it: it says of what kind the claims are. */
  private static MappingValue converted(MappingValue object) {
    return Draft.edit(
        withRollingUpdate(object, "updateStrategy", List.of("partition")),
        draft -> draft.edit(
            "spec",
            spec -> spec.editEach(
                "volumeClaimTemplates",
                claim -> claim
                    .set("apiVersion", ScalarValue.of("v1"))
                    .set("kind", ScalarValue.of("PersistentVolumeClaim")))));
  }

  @Override
  public List<FieldError> validate(MappingValue object) {
    Part part = part(object);
    checkMetadata(part);
    checkSpec(part.object("spec"), null, true, true);
    return part.errors();
  }

  @Override
  public List<FieldError> validateUpdate(MappingValue object, MappingValue old) {
    Part part = part(object);
    checkMetadataUpdate(part, old);
    Part spec = part.object("spec");
    // What is wrong with the template is tolerated if anything was wrong with the old spec.
    Part before = part(old).object("spec");
    checkSpec(before, template(old), true, false);
    checkSpec(spec, template(old), before.errors().isEmpty(), false);
    MappingValue oldSpec = Draft.of(old).object("spec");
    spec.immutable("selector", oldSpec);
    spec.immutable("volumeClaimTemplates", oldSpec);
    checkServiceNameKept(spec, oldSpec);
    spec.immutable("podManagementPolicy", oldSpec);
    return part.errors();
  }

  private static void checkServiceNameKept(Part spec, MappingValue oldSpec) {
    if (!spec.text("serviceName").equals(Fields.of(oldSpec).text("serviceName"))) {
      spec.invalid("serviceName", List.of("field is immutable"));
    }
  }

  private static void checkSpec(
      Part spec, @Nullable MappingValue oldTemplate, boolean template, boolean isNew) {
    checkPodManagement(spec);
    checkStrategy(spec);
    if (spec.has("persistentVolumeClaimRetentionPolicy")) {
      Part policy = spec.object("persistentVolumeClaimRetentionPolicy");
      for (String when : List.of("whenDeleted", "whenScaled")) {
        if (!RETENTION.contains(policy.text(when))) {
          policy.notSupported(when, RETENTION);
        }
      }
    }
    if (isNew) {
      for (Part claim : spec.list("volumeClaimTemplates")) {
        ClaimSpecRules.check(claim.object("spec"), ClaimSpecRules.Leniency.NONE);
      }
    }
    spec.nonNegative("replicas");
    spec.nonNegative("minReadySeconds");
    Part ordinals = spec.object("ordinals");
    ordinals.nonNegative("start");
    if (isNew && !spec.text("serviceName").isEmpty()) {
      spec.invalid("serviceName", Names.dnsLabelErrors(spec.text("serviceName")));
    }
    checkSelector(spec, "statefulset");
    Optional<Selector> selector = SelectorRules.parse(spec, "selector");
    if (selector.isPresent()) {
      checkTemplate(spec, selector.get(), oldTemplate, template);
    } else {
      spec.invalid("selector", "");
    }
    Part pod = spec.object("template").object("spec");
    if (!pod.text("restartPolicy").equals("Always")) {
      pod.notSupported("restartPolicy", List.of("Always"));
    }
    if (pod.has("activeDeadlineSeconds")) {
      pod.forbidden(
          "activeDeadlineSeconds", "activeDeadlineSeconds in StatefulSet is not Supported");
    }
  }

  private static void checkPodManagement(Part spec) {
    switch (spec.text("podManagementPolicy")) {
      case "" -> spec.required("podManagementPolicy", "");
      case "OrderedReady", "Parallel" -> {}
      default -> spec.invalid("podManagementPolicy", "must be 'OrderedReady' or 'Parallel'");
    }
  }

  private static void checkStrategy(Part spec) {
    Part strategy = spec.object("updateStrategy");
    switch (strategy.text("type")) {
      case "" -> spec.required("updateStrategy", "");
      case "OnDelete" -> {
        if (strategy.has("rollingUpdate")) {
          strategy.invalid("rollingUpdate", "only allowed for updateStrategy 'RollingUpdate'");
        }
      }
      case ROLLING_UPDATE -> {
        if (strategy.has("rollingUpdate")) {
          checkRollingUpdate(strategy.object("rollingUpdate"));
        }
      }
      default -> spec.invalid("updateStrategy", "must be 'RollingUpdate' or 'OnDelete'");
    }
  }

  private static void checkRollingUpdate(Part update) {
    update.nonNegative("partition");
    if (update.has("maxUnavailable")) {
      IntOrPercent unavailable = IntOrPercent.of(update, "maxUnavailable");
      unavailable.checkNotNegative();
      if (unavailable.isZero()) {
        unavailable.invalid("cannot be 0");
      }
      unavailable.checkAtMostAll();
    }
  }

  /** Mirrors {@code ValidatePodTemplateSpecForStatefulSet}. */
  private static void checkTemplate(
      Part spec, Selector selector, @Nullable MappingValue oldTemplate, boolean whole) {
    Part template = spec.object("template");
    checkLabels(template, selector, false);
    if (whole) {
      MappingValue pod = asController(template.tree(), spec.list("volumeClaimTemplates"));
      checkTemplate(template.replacedBy(pod), oldTemplate);
    }
    Part metadata = template.object("metadata");
    ObjectMetaRules.labels(
        spec.errors(), template.path().field("labels"), metadata.stringMap("labels"));
    ObjectMetaRules.annotations(
        spec.errors(), template.path().field("annotations"), metadata.stringMap("annotations"));
  }

  /** Returns a template as its pods will be: with the names that the controller gives them, and volumes for the claims. */
  private static MappingValue asController(MappingValue template, List<Part> claims) {
    return Draft.edit(
        template,
        draft -> draft.edit("spec", pod -> {
          pod.remove("subdomain");
          pod.remove("hostname");
          if (!claims.isEmpty()) {
            pod.set("volumes", volumes(pod.items("volumes"), claims));
          }
        }));
  }

  private static Value volumes(List<Value> volumes, List<Part> claims) {
    Map<String, Value> byName = new LinkedHashMap<>();
    for (Part claim : claims) {
      String name = claim.object("metadata").text("name");
      byName.put(
          name,
          Value.from(Map.of("name", name, "persistentVolumeClaim", Map.of("claimName", name))));
    }
    List<Value> all = new ArrayList<>(byName.values());
    for (Value volume : volumes) {
      if (!byName.containsKey(Fields.of(volume).text("name"))) {
        all.add(volume);
      }
    }
    return SequenceValue.of(all);
  }

  @Override
  public List<String> warningsOnCreate(MappingValue object) {
    List<String> warnings = new ArrayList<>(templateWarnings(object));
    Part spec = part(object).object("spec");
    for (Part claim : spec.list("volumeClaimTemplates")) {
      warnings.addAll(ClaimSpecRules.warnings(claim.path(), claim.object("spec")));
    }
    addHistoryWarning(warnings, spec);
    return warnings;
  }

  @Override
  public List<String> warningsOnUpdate(MappingValue object, MappingValue old) {
    List<String> warnings = new ArrayList<>(templateWarnings(object, old));
    Part spec = part(object).object("spec");
    for (Part claim : spec.list("volumeClaimTemplates")) {
      warnings.addAll(ClaimSpecRules.warnings(claim.path().field("Spec"), claim.object("spec")));
    }
    addHistoryWarning(warnings, spec);
    return warnings;
  }

  private static void addHistoryWarning(List<String> warnings, Part spec) {
    if (spec.number("revisionHistoryLimit") < 0) {
      warnings.add(
          "spec.revisionHistoryLimit: a negative value retains all historical revisions; a value >= 0"
              + " is recommended");
    }
  }

  /** Upstream looks at the numbers before the metadata. */
  @Override
  public Optional<StatusValidation> statusValidation() {
    return Optional.of((object, old) -> {
      Part part = part(object);
      Part status = part.object("status");
      ReplicaCounts.check(
          status,
          List.of(
              "replicas",
              "readyReplicas",
              "currentReplicas",
              "updatedReplicas",
              "availableReplicas",
              "observedGeneration",
              "collisionCount"),
          List.of("readyReplicas", "currentReplicas", "updatedReplicas", "availableReplicas"),
          "status.readyReplicas");
      checkMetadataUpdate(part, old);
      ReplicaCounts.checkCollisions(status, part(old).object("status"));
      return part.errors();
    });
  }
}
