package io.plimsoll.core.registry.policy;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.model.Names;
import io.plimsoll.core.registry.KindStrategy;
import io.plimsoll.core.registry.MapOrder;
import io.plimsoll.core.registry.Messages;
import io.plimsoll.core.registry.NodeLabels;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.registry.pod.OverheadRules;
import io.plimsoll.core.registry.pod.TolerationRules;
import io.plimsoll.core.validation.FieldError;
import io.plimsoll.core.validation.NameRule;
import io.plimsoll.core.validation.ObjectMetaRules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * RuntimeClasses. Mirrors {@code pkg/registry/node/runtimeclass/strategy.go} and {@code ValidateRuntimeClass} of {@code
 * pkg/apis/node/validation}, and what is declared with the API of the handler.
 */
final class RuntimeClassStrategy extends KindStrategy {

  RuntimeClassStrategy() {
    super("node.k8s.io/v1", "RuntimeClass", false, NameRule.DNS_SUBDOMAIN);
  }

  @Override
  protected boolean hasStandardFinalizers() {
    return false;
  }

  @Override
  public List<FieldError> validate(MappingValue object) {
    return check(object, true);
  }

  private List<FieldError> check(MappingValue object, boolean covered) {
    Part part = part(object);
    checkMetadata(part);
    handlerErrors(part).forEach(error -> part.error(covered ? error.asCovered() : error));
    if (part.has("overhead")) {
      Part overhead = part.object("overhead");
      OverheadRules.check(part, overhead.path(), overhead.quantities("podFixed"), false);
    }
    if (part.has("scheduling")) {
      checkScheduling(part.object("scheduling"));
    }
    return part.errors();
  }

  private static List<FieldError> handlerErrors(Part part) {
    FieldPath path = part.at("handler");
    String handler = part.text("handler");
    return handler.isEmpty()
        ? List.of(FieldError.required(path, ""))
        : Names.dnsLabelErrors(handler).stream()
            .map(detail -> FieldError.invalid(path, handler, detail))
            .toList();
  }

  private static void checkScheduling(Part scheduling) {
    ObjectMetaRules.labels(
        scheduling.errors(), scheduling.at("nodeSelector"), scheduling.stringMap("nodeSelector"));
    List<Part> tolerations = scheduling.list("tolerations");
    tolerations.forEach(TolerationRules::check);
    Set<List<String>> seen = new HashSet<>();
    for (Part toleration : tolerations) {
      List<String> key = List.of(
          toleration.text("key"),
          toleration.text("operator"),
          toleration.text("value"),
          toleration.text("effect"));
      if (!seen.add(key)) {
        toleration.error(
            new FieldError(FieldError.Type.DUPLICATE, toleration.path(), toleration.json(), ""));
      }
    }
  }

  @Override
  public List<FieldError> validateUpdate(MappingValue object, MappingValue old) {
    List<FieldError> errors = check(object, false);
    Part part = part(object);
    checkMetadataUpdate(part, old);
    if (!part.isSame("handler", old)) {
      part.error(FieldError.invalid(part.at("handler"), part.text("handler"), Messages.IMMUTABLE));
    }
    errors.addAll(part.errors());
    return errors.stream().map(error -> asCovered(error, part)).toList();
  }

  /** Of the errors that a declared rule may cover, an update's rule says no more than that the handler is missing or changed. */
  private static FieldError asCovered(FieldError error, Part part) {
    boolean said =
        error.type() == FieldError.Type.REQUIRED || error.detail().equals(Messages.IMMUTABLE);
    return said && error.path().equals(part.at("handler")) ? error.asCovered() : error;
  }

  @Override
  public List<FieldError> validateDeclaratively(MappingValue object) {
    return handlerErrors(part(object));
  }

  @Override
  public List<FieldError> validateUpdateDeclaratively(MappingValue object, MappingValue old) {
    Part part = part(object);
    if (part.isSame("handler", old)) {
      return List.of();
    }
    List<FieldError> errors = new ArrayList<>();
    errors.add(FieldError.invalidPrinted(part.at("handler"), "null", Messages.IMMUTABLE));
    if (part.text("handler").isEmpty()) {
      errors.add(FieldError.required(part.at("handler"), ""));
    }
    return errors;
  }

  @Override
  public List<String> warningsOnCreate(MappingValue object) {
    Part scheduling = part(object).object("scheduling");
    List<String> warnings = new ArrayList<>();
    for (Map.Entry<String, String> label : MapOrder.byKey(scheduling.stringMap("nodeSelector"))) {
      NodeLabels.deprecated(label.getKey())
          .ifPresent(message -> warnings.add(scheduling.at("nodeSelector") + ": " + message));
    }
    return warnings;
  }

  @Override
  public List<String> warningsOnUpdate(MappingValue object, MappingValue old) {
    return warningsOnCreate(object);
  }

  @Override
  public boolean allowsCreateOnUpdate() {
    return true;
  }

  @Override
  public boolean allowsUnconditionalUpdate() {
    return false;
  }
}
