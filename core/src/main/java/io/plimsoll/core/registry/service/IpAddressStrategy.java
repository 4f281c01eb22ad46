package io.plimsoll.core.registry.service;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.model.Names;
import io.plimsoll.core.registry.AddressRules;
import io.plimsoll.core.registry.KindStrategy;
import io.plimsoll.core.registry.Messages;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.validation.FieldError;
import io.plimsoll.core.validation.NameRule;
import java.util.ArrayList;
import java.util.List;

/** IPAddresses. Mirrors {@code pkg/registry/networking/ipaddress/strategy.go} and {@code ValidateIPAddress} of {@code pkg/apis/networking/validation}. */
final class IpAddressStrategy extends KindStrategy {

  private static final NameRule ADDRESS =
      (name, prefix) -> AddressRules.strictAddress(FieldPath.ROOT, name).stream()
          .map(FieldError::detail)
          .toList();
  private static final List<String> REQUIRED = List.of("resource", "name");

  IpAddressStrategy() {
    super("networking.k8s.io/v1", "IPAddress", false, ADDRESS);
  }

  @Override
  public List<FieldError> validate(MappingValue object) {
    Part part = part(object);
    checkMetadata(part);
    Part spec = part.object("spec");
    if (spec.has("parentRef")) {
      check(spec.object("parentRef"));
    } else {
      spec.error(FieldError.required(spec.at("parentRef"), "").asCovered());
    }
    return part.errors();
  }

  private static void check(Part reference) {
    String group = reference.text("group");
    if (!group.isEmpty()) {
      reference.invalid("group", Names.dnsSubdomainErrors(group));
    }
    for (String field : REQUIRED) {
      if (reference.text(field).isEmpty()) {
        reference.error(FieldError.required(reference.at(field), "").asCovered());
      } else {
        reference.invalid(field, Names.pathSegmentErrors(reference.text(field)));
      }
    }
    reference.invalid("namespace", Names.pathSegmentErrors(reference.text("namespace")));
  }

  @Override
  public List<FieldError> validateUpdate(MappingValue object, MappingValue old) {
    Part part = part(object);
    checkMetadataUpdate(part, old);
    Part spec = part.object("spec");
    if (!spec.isSame("parentRef", part(old).object("spec").tree())) {
      spec.error(FieldError.invalidPrinted(
              spec.at("parentRef"), spec.json("parentRef"), Messages.IMMUTABLE)
          .asCovered());
    }
    return part.errors();
  }

  @Override
  public List<FieldError> validateDeclaratively(MappingValue object) {
    Part spec = part(object).object("spec");
    List<FieldError> errors = new ArrayList<>();
    if (!spec.has("parentRef")) {
      errors.add(FieldError.required(spec.at("parentRef"), ""));
      return errors;
    }
    Part reference = spec.object("parentRef");
    for (String field : REQUIRED) {
      if (reference.text(field).isEmpty()) {
        errors.add(FieldError.required(reference.at(field), ""));
      }
    }
    return errors;
  }

  @Override
  public List<FieldError> validateUpdateDeclaratively(MappingValue object, MappingValue old) {
    Part spec = part(object).object("spec");
    if (spec.isSame("parentRef", part(old).object("spec").tree())) {
      return List.of();
    }
    List<FieldError> errors = new ArrayList<>();
    if (!spec.has("parentRef")) {
      errors.add(FieldError.required(spec.at("parentRef"), ""));
    }
    errors.add(FieldError.invalidPrinted(spec.at("parentRef"), "null", Messages.IMMUTABLE));
    return errors;
  }
}
