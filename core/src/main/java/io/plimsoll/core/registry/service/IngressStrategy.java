package io.plimsoll.core.registry.service;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.model.Names;
import io.plimsoll.core.registry.KindStrategy;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.registry.StatusRules;
import io.plimsoll.core.validation.FieldError;
import io.plimsoll.core.validation.NameRule;
import io.plimsoll.core.validation.StatusValidation;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Ingresses. Mirrors {@code pkg/registry/networking/ingress/strategy.go} and {@code ValidateIngressCreate} of {@code
 * pkg/apis/networking/validation}.
 */
final class IngressStrategy extends KindStrategy {

  private static final String CLASS_ANNOTATION = "kubernetes.io/ingress.class";

  IngressStrategy() {
    super("networking.k8s.io/v1", "Ingress", true, NameRule.DNS_SUBDOMAIN);
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
    Part spec = part.object("spec");
    new IngressRules(spec, false, false).check();
    Map<String, String> annotations = metadata(object).annotations();
    String said = annotations.get(CLASS_ANNOTATION);
    if (said != null
        && spec.has("ingressClassName")
        && !said.equals(spec.text("ingressClassName"))) {
      part.error(FieldError.invalid(
          FieldPath.of("annotations", CLASS_ANNOTATION),
          said,
          "must match `ingressClassName` when both are specified"));
    }
    return part.errors();
  }

  @Override
  public List<FieldError> validateUpdate(MappingValue object, MappingValue old) {
    Part part = part(object);
    checkMetadataUpdate(part, old);
    checkMetadata(part);
    Part oldSpec = part(old).object("spec");
    boolean secrets = oldSpec.list("tls").stream()
        .map(tls -> tls.text("secretName"))
        .anyMatch(name -> !name.isEmpty() && !Names.dnsSubdomainErrors(name).isEmpty());
    new IngressRules(part.object("spec"), secrets, IngressRules.hasInvalidWildcard(oldSpec))
        .check();
    return part.errors();
  }

  @Override
  public List<String> warningsOnCreate(MappingValue object) {
    boolean said = metadata(object).annotations().containsKey(CLASS_ANNOTATION);
    return said && !part(object).object("spec").has("ingressClassName")
        ? List.of("annotation \"" + CLASS_ANNOTATION
            + "\" is deprecated, please use 'spec.ingressClassName' instead")
        : List.of();
  }

  @Override
  public Optional<StatusValidation> statusValidation() {
    return statuses((object, old) ->
        BalancerStatus.checkIngress(object.object("status"), old.object("status")));
  }
}
