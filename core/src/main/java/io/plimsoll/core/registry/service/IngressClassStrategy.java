package io.plimsoll.core.registry.service;

import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.model.Names;
import io.plimsoll.core.registry.KindStrategy;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.registry.StatusRules;
import io.plimsoll.core.registry.Syntax;
import io.plimsoll.core.validation.Draft;
import io.plimsoll.core.validation.FieldError;
import io.plimsoll.core.validation.NameRule;
import java.util.ArrayList;
import java.util.List;

/**
 * IngressClasses. Mirrors {@code pkg/registry/networking/ingressclass/strategy.go}, {@code SetDefaults_IngressClass} and {@code
 * ValidateIngressClass} of {@code pkg/apis/networking}.
 */
final class IngressClassStrategy extends KindStrategy {

  private static final int LONGEST_CONTROLLER = 250;
  private static final List<String> SCOPES = List.of("Cluster", "Namespace");
  private static final List<String> REQUIRED = List.of("kind", "name");

  IngressClassStrategy() {
    super("networking.k8s.io/v1", "IngressClass", false, NameRule.DNS_SUBDOMAIN);
  }

  @Override
  public MappingValue withDefaults(MappingValue object) {
    return Draft.edit(
        object,
        draft -> draft.edit(
            "spec",
            spec -> spec.edit(
                "parameters",
                parameters -> parameters.setDefault("scope", ScalarValue.of("Cluster")))));
  }

  @Override
  public MappingValue prepareForCreate(MappingValue object) {
    return StatusRules.firstGeneration(object);
  }

  @Override
  public MappingValue prepareForUpdate(MappingValue object, MappingValue old) {
    return withGeneration("spec", object, old);
  }

  @Override
  public List<FieldError> validate(MappingValue object) {
    Part part = part(object);
    check(part);
    return part.errors();
  }

  @Override
  public List<FieldError> validateUpdate(MappingValue object, MappingValue old) {
    Part part = part(object);
    checkMetadataUpdate(part, old);
    part.object("spec").immutable("controller", part(old).object("spec").tree());
    check(part);
    return part.errors();
  }

  private void check(Part part) {
    checkMetadata(part);
    Part spec = part.object("spec");
    String controller = spec.text("controller");
    if (GoText.length(controller) > LONGEST_CONTROLLER) {
      spec.error(FieldError.tooLong(spec.at("controller"), LONGEST_CONTROLLER));
    }
    spec.errors().addAll(Syntax.domainPathErrors(spec.at("controller"), controller));
    if (spec.has("parameters")) {
      checkParameters(spec.object("parameters"));
    }
  }

  private static void checkParameters(Part parameters) {
    if (parameters.has("apiGroup")) {
      parameters.invalid("apiGroup", Names.dnsSubdomainErrors(parameters.text("apiGroup")));
    }
    for (String field : REQUIRED) {
      if (parameters.text(field).isEmpty()) {
        parameters.error(FieldError.required(parameters.at(field), "").asCovered());
      } else {
        parameters.invalid(field, Names.pathSegmentErrors(parameters.text(field)));
      }
    }
    if (!parameters.has("scope")) {
      parameters.required("scope", "");
      return;
    }
    switch (parameters.text("scope")) {
      case "Namespace" -> {
        if (parameters.has("namespace")) {
          parameters.invalid("namespace", Names.dnsLabelErrors(parameters.text("namespace")));
        } else {
          parameters.required("namespace", "`parameters.scope` is set to 'Namespace'");
        }
      }
      case "Cluster" -> {
        if (parameters.has("namespace")) {
          parameters.forbidden("namespace", "`parameters.scope` is set to 'Cluster'");
        }
      }
      default -> parameters.notSupported("scope", SCOPES);
    }
  }

  @Override
  public List<FieldError> validateDeclaratively(MappingValue object) {
    return declared(part(object).object("spec"), MappingValue.empty());
  }

  @Override
  public List<FieldError> validateUpdateDeclaratively(MappingValue object, MappingValue old) {
    return declared(
        part(object).object("spec"),
        part(old).object("spec").object("parameters").tree());
  }

  private static List<FieldError> declared(Part spec, MappingValue before) {
    List<FieldError> errors = new ArrayList<>();
    Part parameters = spec.object("parameters");
    for (String field : REQUIRED) {
      boolean unchanged = before.size() > 0 && parameters.isSame(field, before);
      if (spec.has("parameters") && !unchanged && parameters.text(field).isEmpty()) {
        errors.add(FieldError.required(parameters.at(field), ""));
      }
    }
    return errors;
  }
}
