package io.plimsoll.core.registry.service;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.registry.AddressRules;
import io.plimsoll.core.registry.KindStrategy;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.registry.StatusRules;
import io.plimsoll.core.validation.Draft;
import io.plimsoll.core.validation.FieldError;
import io.plimsoll.core.validation.NameRule;
import io.plimsoll.core.validation.StatusValidation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Services. Mirrors {@code pkg/registry/core/service/strategy.go}, with the steps of {@code pkg/registry/core/service/storage}
 * that need no allocator; {@link ServiceAllocator} gives addresses and ports before.
 */
final class ServiceStrategy extends KindStrategy {

  static final String TOPOLOGY_HINTS = "service.kubernetes.io/topology-aware-hints";
  static final String TOPOLOGY_MODE = "service.kubernetes.io/topology-mode";

  private static final FieldPath SPEC = FieldPath.of("spec");

  ServiceStrategy() {
    super("v1", "Service", true, NameRule.DNS_LABEL);
  }

  @Override
  public MappingValue withDefaults(MappingValue object) {
    return Draft.edit(object, ServiceDefaults::set);
  }

  @Override
  public MappingValue prepareForCreate(MappingValue object) {
    return Draft.edit(
        StatusRules.reset(object), draft -> draft.edit("spec", ServiceUpdate::matchNewClusterIps));
  }

  @Override
  public MappingValue prepareForUpdate(MappingValue object, MappingValue old) {
    MappingValue oldSpec = Draft.of(old).object("spec");
    return Draft.edit(StatusRules.keep(object, old), draft -> {
      draft.editOrCreate("spec", spec -> ServiceUpdate.apply(spec, oldSpec));
      if (!ServiceView.of(draft.object("spec")).is(ServiceView.LOAD_BALANCER)) {
        draft.edit("status", status -> status.remove("loadBalancer"));
      }
    });
  }

  @Override
  public List<FieldError> validate(MappingValue object) {
    Part part = part(object);
    checkMetadata(part);
    new ServiceRules(part, MappingValue.empty()).check();
    return part.errors();
  }

  @Override
  public List<FieldError> validateUpdate(MappingValue object, MappingValue old) {
    Part part = part(object);
    checkMetadataUpdate(part, old);
    Part spec = part.object("spec");
    new ServiceUpdateRules(spec, Draft.of(old).object("spec")).check();
    new ServiceRules(part, old).check();
    return part.errors();
  }

  @Override
  public List<String> warningsOnCreate(MappingValue object) {
    Part spec = part(object).object("spec");
    List<String> warnings = new ArrayList<>();
    if (metadata(object).annotations().containsKey(TOPOLOGY_HINTS)) {
      warnings.add("annotation " + TOPOLOGY_HINTS + " is deprecated, please use " + TOPOLOGY_MODE
          + " instead");
    }
    String clusterIp = spec.text("clusterIP");
    if (!clusterIp.isEmpty() && !clusterIp.equals(ServiceView.NONE)) {
      addAddressWarnings(warnings, spec, "clusterIPs");
    }
    String type = spec.text("type");
    boolean headless = type.equals(ServiceView.CLUSTER_IP) && clusterIp.equals(ServiceView.NONE);
    List<String> externalIps = spec.strings("externalIPs");
    if (headless) {
      addHeadlessWarnings(warnings, spec);
    }
    addAddressWarnings(warnings, spec, "externalIPs");
    boolean external = type.equals(ServiceView.EXTERNAL_NAME);
    if (!externalIps.isEmpty() && !headless && !external) {
      warnings.add(
          "spec.externalIPs is deprecated and may no longer be implemented in some clusters");
    }
    String balancerIp = spec.text("loadBalancerIP");
    if (!balancerIp.isEmpty()) {
      warnings.addAll(AddressRules.addressWarnings(SPEC.field("loadBalancerIP"), balancerIp));
    }
    List<String> ranges = spec.strings("loadBalancerSourceRanges");
    for (int i = 0; i < ranges.size(); i++) {
      warnings.addAll(AddressRules.cidrWarnings(
          SPEC.field("loadBalancerSourceRanges").index(i), ranges.get(i)));
    }
    if (external && !externalIps.isEmpty()) {
      warnings.add("spec.externalIPs is ignored when spec.type is \"ExternalName\"");
    }
    if (!external && !spec.text("externalName").isEmpty()) {
      warnings.add("spec.externalName is ignored when spec.type is not \"ExternalName\"");
    }
    if (spec.text("trafficDistribution").equals("PreferClose")) {
      warnings.add(
          "spec.trafficDistribution: \"PreferClose\" is deprecated; use \"PreferSameZone\"");
    }
    return warnings;
  }

  private static void addHeadlessWarnings(List<String> warnings, Part spec) {
    if (!spec.text("loadBalancerIP").isEmpty()) {
      warnings.add("spec.loadBalancerIP is ignored for headless services");
    }
    if (!spec.strings("externalIPs").isEmpty()) {
      warnings.add("spec.externalIPs is ignored for headless services");
    }
    if (!spec.text("sessionAffinity").equals("None")) {
      warnings.add("spec.SessionAffinity is ignored for headless services");
    }
  }

  private static void addAddressWarnings(List<String> warnings, Part spec, String field) {
    List<String> addresses = spec.strings(field);
    for (int i = 0; i < addresses.size(); i++) {
      warnings.addAll(AddressRules.addressWarnings(spec.at(field).index(i), addresses.get(i)));
    }
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
  public Optional<StatusValidation> statusValidation() {
    return statuses((object, old) -> BalancerStatus.checkService(
        object.object("status"), old.object("status"), object.object("spec").text("type")));
  }
}
