package io.plimsoll.core.registry.workload;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.registry.Capabilities;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.registry.StatusRules;
import io.plimsoll.core.registry.pod.PodTemplates;
import io.plimsoll.core.validation.Draft;
import io.plimsoll.core.validation.FieldError;
import io.plimsoll.core.validation.NameRule;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * PodTemplates, which nothing makes pods from by itself. Mirrors {@code pkg/registry/core/podtemplate/strategy.go} and {@code
 * ValidatePodTemplate} of {@code pkg/apis/core/validation}.
 */
final class PodTemplateStrategy extends WorkloadStrategy {

  PodTemplateStrategy(Capabilities capabilities) {
    super("v1", "PodTemplate", NameRule.DNS_SUBDOMAIN, capabilities);
  }

  @Override
  MappingValue templateSpec(MappingValue object) {
    return object;
  }

  @Override
  MappingValue withTemplate(MappingValue object, UnaryOperator<MappingValue> change) {
    return Draft.edit(object, draft -> editTemplate(draft, change));
  }

  @Override
  public MappingValue withDefaults(MappingValue object) {
    return withTemplate(object, PodTemplates::withDefaults);
  }

  @Override
  public MappingValue prepareForCreate(MappingValue object) {
    return StatusRules.firstGeneration(withTemplate(object, PodTemplates::withoutDisabledFields));
  }

  @Override
  public MappingValue prepareForUpdate(MappingValue object, MappingValue old) {
    MappingValue oldTemplate = template(old);
    MappingValue kept =
        withTemplate(object, template -> PodTemplates.withoutDisabledFields(template, oldTemplate));
    return withGeneration("template", kept, old);
  }

  @Override
  public List<FieldError> validate(MappingValue object) {
    Part part = part(object);
    checkMetadata(part);
    checkTemplate(part.object("template"), null);
    return part.errors();
  }

  @Override
  public List<FieldError> validateUpdate(MappingValue object, MappingValue old) {
    Part part = part(object);
    checkMetadata(part);
    checkMetadataUpdate(part, old);
    checkTemplate(part.object("template"), template(old));
    return part.errors();
  }

  @Override
  public List<String> warningsOnCreate(MappingValue object) {
    Part template = part(object).object("template");
    return PodTemplates.warnings(template.path(), template.tree());
  }

  @Override
  public List<String> warningsOnUpdate(MappingValue object, MappingValue old) {
    Part template = part(object).object("template");
    return isNewGeneration(object, old)
        ? PodTemplates.warnings(template.path(), template.tree())
        : List.of();
  }
}
