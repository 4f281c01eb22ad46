package io.plimsoll.core.registry.pod;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.Names;
import io.plimsoll.core.registry.Capabilities;
import io.plimsoll.core.registry.KindStrategy;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.validation.Draft;
import io.plimsoll.core.validation.FieldError;
import io.plimsoll.core.validation.NameRule;
import io.plimsoll.core.validation.Strategy;
import java.util.List;
import java.util.Optional;

/** Pods. Mirrors {@code pkg/registry/core/pod/strategy.go}. */
public final class PodStrategy extends KindStrategy {

  /** Makes the strategy of a cluster that allows so much. */
  public PodStrategy(Capabilities capabilities) {
    super("v1", "Pod", true, NameRule.DNS_SUBDOMAIN, capabilities);
  }

  @Override
  public MappingValue withDefaults(MappingValue pod) {
    return Draft.edit(pod, PodDefaults::setPod);
  }

  @Override
  public MappingValue prepareForCreate(MappingValue pod) {
    return PodPreparation.forCreate(pod);
  }

  @Override
  public List<String> warningsOfPreparation(MappingValue pod) {
    return AppArmorAnnotations.warnings(pod);
  }

  @Override
  public MappingValue prepareForUpdate(MappingValue pod, MappingValue old) {
    return PodPreparation.forUpdate(pod, old);
  }

  @Override
  public Optional<Strategy> subresource(String name) {
    return switch (name) {
      case "ephemeralcontainers" -> Optional.of(new EphemeralContainersStrategy(capabilities()));
      case "status" -> Optional.of(new PodStatusStrategy(capabilities()));
      case "resize" -> Optional.of(new ResizeStrategy(capabilities()));
      default -> Optional.empty();
    };
  }

  @Override
  public List<FieldError> validate(MappingValue pod) {
    Part part = part(pod);
    checkMetadata(part);
    PodRules.checkNew(part);
    return part.errors();
  }

  @Override
  public List<FieldError> validateUpdate(MappingValue pod, MappingValue old) {
    Part part = part(pod);
    checkMetadataUpdate(part, old);
    checkMetadata(part);
    PodRules.checkUpdate(part, part(old));
    return part.errors();
  }

  @Override
  public List<String> warningsOnCreate(MappingValue pod) {
    List<String> nameErrors =
        Names.dnsLabelErrors(Fields.of(pod.get("metadata")).text("name"));
    List<String> warnings = PodWarnings.of(part(pod), true);
    if (!nameErrors.isEmpty()) {
      warnings.add(
          0,
          "metadata.name: this is used in the Pod's hostname, which can result in surprising behavior; a DNS label is"
              + " recommended: [" + String.join(" ", nameErrors) + "]");
    }
    return warnings;
  }
}
