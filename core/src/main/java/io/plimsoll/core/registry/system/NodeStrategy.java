package io.plimsoll.core.registry.system;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.CidrText;
import io.plimsoll.core.registry.AddressRules;
import io.plimsoll.core.registry.KindStrategy;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.registry.ResourceLists;
import io.plimsoll.core.registry.StatusRules;
import io.plimsoll.core.validation.Draft;
import io.plimsoll.core.validation.FieldError;
import io.plimsoll.core.validation.NameRule;
import io.plimsoll.core.validation.Strategy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Nodes, whole or by way of their status. Mirrors {@code pkg/registry/core/node/strategy.go}, {@code SetDefaults_NodeStatus}, the conversion of {@code NodeSpec} and
 * {@code ValidateNode} of {@code pkg/apis/core}; the annotations that once stood for taints are not looked at.
 */
final class NodeStrategy extends KindStrategy {

  private static final String CIDRS = "podCIDRs";

  private final boolean status;

  NodeStrategy() {
    this(false);
  }

  private NodeStrategy(boolean status) {
    super("v1", "Node", false, NameRule.DNS_SUBDOMAIN);
    this.status = status;
  }

  @Override
  public Optional<Strategy> subresource(String name) {
    return name.equals("status") ? Optional.of(new NodeStrategy(true)) : Optional.empty();
  }

  @Override
  public MappingValue withDefaults(MappingValue object) {
    return Draft.edit(object, draft -> {
      draft.edit("spec", NodeStrategy::setNetworks);
      draft.edit("status", status -> {
        ResourceLists.round(status, "capacity");
        Value capacity = status.get("capacity");
        if (capacity != null) {
          status.setDefault("allocatable", capacity);
        }
        ResourceLists.round(status, "allocatable");
      });
    });
  }

  /** The first network of pods has a field of its own, which is right if the two say different things. */
  private static void setNetworks(Draft spec) {
    List<Value> networks = spec.items(CIDRS);
    String first = spec.text("podCIDR");
    if (!first.isEmpty() && (networks.isEmpty() || !isText(networks.get(0), first))) {
      spec.set(CIDRS, SequenceValue.of(List.of(ScalarValue.of(first))));
    } else if (!networks.isEmpty()) {
      spec.setDefaultText("podCIDR", (ScalarValue) networks.get(0));
    }
  }

  private static boolean isText(Value value, String text) {
    return value instanceof ScalarValue scalar && scalar.text().equals(text);
  }

  @Override
  public MappingValue prepareForCreate(MappingValue object) {
    MappingValue prepared = withoutUnless(object, "spec", "configSource", MappingValue.empty());
    prepared = withoutUnless(prepared, "status", "config", MappingValue.empty());
    return withoutUnless(prepared, "spec", "podPreemptionPolicy", MappingValue.empty());
  }

  @Override
  public MappingValue prepareForUpdate(MappingValue object, MappingValue old) {
    if (status) {
      Value spec = old.get("spec");
      MappingValue reported = spec == null ? object.without("spec") : object.with("spec", spec);
      return withoutUnless(reported, "status", "config", old);
    }
    MappingValue kept = StatusRules.keep(object, old);
    return withoutUnless(
        withoutUnless(kept, "spec", "configSource", old), "spec", "podPreemptionPolicy", old);
  }

  /** Returns an object without a field, unless the old one has it. */
  private static MappingValue withoutUnless(
      MappingValue object, String part, String field, MappingValue old) {
    return Draft.of(Draft.of(old).object(part)).has(field)
        ? object
        : Draft.edit(object, draft -> draft.edit(part, fields -> fields.remove(field)));
  }

  @Override
  public List<FieldError> validate(MappingValue object) {
    Part node = part(object);
    check(node);
    return node.errors();
  }

  private void check(Part node) {
    checkMetadata(node);
    NodeRules.checkTaints(node);
    NodeRules.checkResources(node);
    NodeRules.checkSwap(node);
    NodeRules.checkFeatures(node);
    checkNetworks(node.object("spec"));
  }

  private static void checkNetworks(Part spec) {
    List<String> networks = spec.strings(CIDRS);
    FieldPath path = spec.at(CIDRS);
    for (int i = 0; i < networks.size(); i++) {
      spec.errors().addAll(AddressRules.cidr(path.index(i), networks.get(i), List.of()));
    }
    if (networks.size() > 1) {
      checkFamilies(spec, networks);
    }
  }

  /** Adds an error if several networks are not one of each family: {@code IsDualStackCIDRStrings}. */
  private static void checkFamilies(Part spec, List<String> networks) {
    FieldPath path = spec.at(CIDRS);
    Set<Boolean> families = new HashSet<>();
    for (int i = 0; i < networks.size(); i++) {
      Optional<CidrText> network = CidrText.parse(networks.get(i));
      if (network.isEmpty()) {
        String error = "invalid PodCIDRs. failed to check with dual stack with error:invalid CIDR["
            + i + "]: <nil> (invalid CIDR address: " + networks.get(i) + ")";
        spec.error(new FieldError(FieldError.Type.INTERNAL, path, "", error));
        families.clear();
        break;
      }
      families.add(network.get().address().v4());
    }
    if (families.size() != 2 || networks.size() > 2) {
      spec.error(FieldError.invalid(
          path, networks, "may specify no more than one CIDR for each IP family"));
    }
  }

  @Override
  public List<FieldError> validateUpdate(MappingValue object, MappingValue old) {
    Part node = part(object);
    if (!status) {
      check(node);
    }
    checkMetadataUpdate(node, old);
    NodeRules.checkUpdate(node, part(old));
    return node.errors();
  }

  @Override
  public List<String> warningsOnCreate(MappingValue object) {
    Part spec = part(object).object("spec");
    List<String> warnings = new ArrayList<>();
    if (spec.has("configSource")) {
      warnings.add("spec.configSource: the feature is removed");
    }
    if (!spec.text("externalID").isEmpty()) {
      warnings.add("spec.externalID: this field is deprecated, and is unused by Kubernetes");
    }
    List<String> networks = spec.strings(CIDRS);
    for (int i = 0; i < networks.size(); i++) {
      warnings.addAll(AddressRules.cidrWarnings(spec.at(CIDRS).index(i), networks.get(i)));
    }
    return warnings;
  }

  @Override
  public List<String> warningsOnUpdate(MappingValue object, MappingValue old) {
    return status ? List.of() : warningsOnCreate(object);
  }

  @Override
  public Optional<String> unvalidated() {
    return Optional.of(
        "the annotations for taints and for pods to avoid, and the configuration of a kubelet, are not validated");
  }
}
