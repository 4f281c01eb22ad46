package io.plimsoll.core.registry.extension;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.model.Names;
import io.plimsoll.core.registry.KindStrategy;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.registry.StatusRules;
import io.plimsoll.core.validation.Draft;
import io.plimsoll.core.validation.FieldError;
import io.plimsoll.core.validation.NameRule;
import java.util.List;
import java.util.Optional;

/**
 * FlowSchemas. Mirrors {@code pkg/registry/flowcontrol/flowschema/strategy.go}, {@code SetDefaults_FlowSchemaSpec} and {@code
 * ValidateFlowSchema} of {@code pkg/apis/flowcontrol}; what the two mandatory schemas say is not compared.
 */
final class FlowSchemaStrategy extends KindStrategy {

  private static final int DEFAULT_PRECEDENCE = 1000;
  private static final int LAST_PRECEDENCE = 10_000;
  private static final List<String> METHODS = List.of("ByNamespace", "ByUser");
  private static final String PRECEDENCE = "matchingPrecedence";

  FlowSchemaStrategy() {
    super("flowcontrol.apiserver.k8s.io/v1", "FlowSchema", false, NameRule.DNS_SUBDOMAIN);
  }

  @Override
  public MappingValue withDefaults(MappingValue object) {
    return Draft.edit(
        object,
        draft -> draft.editOrCreate(
            "spec", spec -> spec.setDefaultNumber(PRECEDENCE, ScalarValue.of(DEFAULT_PRECEDENCE))));
  }

  @Override
  public MappingValue prepareForCreate(MappingValue object) {
    return StatusRules.firstGeneration(StatusRules.reset(object));
  }

  @Override
  public MappingValue prepareForUpdate(MappingValue object, MappingValue old) {
    return withGeneration("spec", StatusRules.keep(object, old), old);
  }

  @Override
  public List<FieldError> validate(MappingValue object) {
    Part part = part(object);
    checkMetadata(part);
    check(part.object("spec"), part.object("metadata").text("name"));
    return part.errors();
  }

  @Override
  public List<FieldError> validateUpdate(MappingValue object, MappingValue old) {
    return validate(object);
  }

  private static void check(Part spec, String name) {
    long precedence = spec.number(PRECEDENCE);
    if (precedence <= 0) {
      spec.invalid(PRECEDENCE, "must be a positive value");
    }
    if (precedence > LAST_PRECEDENCE) {
      spec.invalid(PRECEDENCE, "must not be greater than " + LAST_PRECEDENCE);
    }
    if (precedence == 1 && !name.equals("exempt")) {
      spec.invalid(PRECEDENCE, "only the schema named 'exempt' may have matchingPrecedence 1");
    }
    if (spec.has("distinguisherMethod")) {
      Part method = spec.object("distinguisherMethod");
      if (!METHODS.contains(method.text("type"))) {
        // Upstream shows the whole method.
        method.error(FieldError.notSupportedPrinted(method.at("type"), method.json(), METHODS));
      }
    }
    checkLevel(spec.object("priorityLevelConfiguration"));
    spec.list("rules").forEach(FlowRules::check);
  }

  private static void checkLevel(Part reference) {
    String level = reference.text("name");
    FieldPath path = reference.at("name");
    if (level.isEmpty()) {
      reference.error(FieldError.required(path, "must reference a priority level"));
    } else {
      reference.invalid("name", Names.dnsSubdomainErrors(level));
    }
  }

  @Override
  public Optional<String> unvalidated() {
    return Optional.of("whether the mandatory flow schemas stay as they are is not validated");
  }
}
