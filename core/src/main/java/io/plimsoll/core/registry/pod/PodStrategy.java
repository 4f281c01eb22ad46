package io.plimsoll.core.registry.pod;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.validation.Draft;
import io.plimsoll.core.validation.FieldError;
import io.plimsoll.core.validation.Strategy;
import java.util.List;

/** Pods. Mirrors {@code pkg/registry/core/pod/strategy.go}. */
public final class PodStrategy implements Strategy {

  @Override
  public String apiVersion() {
    return "v1";
  }

  @Override
  public String kind() {
    return "Pod";
  }

  @Override
  public MappingValue withDefaults(MappingValue pod) {
    return Draft.edit(pod, PodDefaults::setPod);
  }

  @Override
  public List<FieldError> validate(MappingValue pod) {
    return List.of();
  }

  @Override
  public List<FieldError> validateUpdate(MappingValue pod, MappingValue old) {
    return List.of();
  }
}
