package io.plimsoll.netpol.api;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.registry.KindStrategy;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.registry.StatusRules;
import io.plimsoll.core.validation.Draft;
import io.plimsoll.core.validation.FieldError;
import io.plimsoll.core.validation.NameRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What an API server does with NetworkPolicies before it stores them. Mirrors {@code
 * pkg/registry/networking/networkpolicy/strategy.go} and {@code pkg/apis/networking/v1/defaults.go}.
 */
public final class NetworkPolicyStrategy extends KindStrategy {

  private static final ScalarValue TCP = ScalarValue.of("TCP");

  /** Makes the strategy. */
  public NetworkPolicyStrategy() {
    super("networking.k8s.io/v1", "NetworkPolicy", true, NameRule.DNS_SUBDOMAIN);
  }

  @Override
  public MappingValue withDefaults(MappingValue object) {
    return Draft.edit(
        object,
        draft -> draft.editOrCreate("spec", spec -> {
          if (spec.items("policyTypes").isEmpty()) {
            List<Value> types = new ArrayList<>();
            types.add(ScalarValue.of("Ingress"));
            if (!spec.items("egress").isEmpty()) {
              types.add(ScalarValue.of("Egress"));
            }
            spec.set("policyTypes", SequenceValue.of(types));
          }
          spec.editEach("ingress", NetworkPolicyStrategy::defaultPorts);
          spec.editEach("egress", NetworkPolicyStrategy::defaultPorts);
        }));
  }

  private static void defaultPorts(Draft rule) {
    rule.editEach("ports", port -> port.setDefault("protocol", TCP));
  }

  @Override
  public MappingValue prepareForCreate(MappingValue object) {
    return StatusRules.firstGeneration(object);
  }

  @Override
  public MappingValue prepareForUpdate(MappingValue object, MappingValue old) {
    return Objects.equals(object.get("spec"), old.get("spec"))
        ? object
        : StatusRules.nextGeneration(object, old);
  }

  private static NetworkPolicySpec spec(MappingValue object) {
    return NetworkPolicySpec.from(Fields.of(object.get("spec")));
  }

  @Override
  public List<FieldError> validate(MappingValue object) {
    Part part = part(object);
    checkMetadata(part);
    part.errors().addAll(NetworkPolicyRules.errors(spec(object), null));
    return part.errors();
  }

  @Override
  public List<FieldError> validateUpdate(MappingValue object, MappingValue old) {
    Part part = part(object);
    checkMetadataUpdate(part, old);
    part.errors().addAll(NetworkPolicyRules.errors(spec(object), spec(old)));
    return part.errors();
  }

  @Override
  public List<FieldError> validateDeclaratively(MappingValue object) {
    return NetworkPolicyRules.declared(spec(object), null);
  }

  @Override
  public List<FieldError> validateUpdateDeclaratively(MappingValue object, MappingValue old) {
    return NetworkPolicyRules.declared(spec(object), spec(old));
  }

  @Override
  public List<String> warningsOnCreate(MappingValue object) {
    return NetworkPolicyRules.warnings(spec(object));
  }

  @Override
  public List<String> warningsOnUpdate(MappingValue object, MappingValue old) {
    return warningsOnCreate(object);
  }
}
