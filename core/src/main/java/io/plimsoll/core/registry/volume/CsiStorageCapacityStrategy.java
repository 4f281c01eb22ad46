package io.plimsoll.core.registry.volume;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.model.Names;
import io.plimsoll.core.registry.KindStrategy;
import io.plimsoll.core.registry.MapOrder;
import io.plimsoll.core.registry.Messages;
import io.plimsoll.core.registry.NodeLabels;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.registry.SelectorRules;
import io.plimsoll.core.validation.FieldError;
import io.plimsoll.core.validation.NameRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * CSIStorageCapacities. Mirrors {@code pkg/registry/storage/csistoragecapacity/strategy.go} and {@code
 * ValidateCSIStorageCapacity} of {@code pkg/apis/storage/validation}.
 */
final class CsiStorageCapacityStrategy extends KindStrategy {

  private static final String TOPOLOGY = "nodeTopology";
  private static final String CLASS = "storageClassName";

  CsiStorageCapacityStrategy() {
    super("storage.k8s.io/v1", "CSIStorageCapacity", true, NameRule.DNS_SUBDOMAIN);
  }

  @Override
  public List<FieldError> validate(MappingValue object) {
    Part part = part(object);
    check(part, false);
    return part.errors();
  }

  @Override
  public List<FieldError> validateUpdate(MappingValue object, MappingValue old) {
    Part part = part(object);
    check(part, SelectorRules.hasInvalidValue(part(old).selector(TOPOLOGY)));
    checkMetadataUpdate(part, old);
    if (!part.isSame(TOPOLOGY, old)) {
      part.invalid(TOPOLOGY, Messages.IMMUTABLE);
    }
    if (!part.isSame(CLASS, old)) {
      part.invalid(CLASS, List.of(Messages.IMMUTABLE));
    }
    return part.errors();
  }

  private void check(Part part, boolean anyLabelValue) {
    checkMetadata(part);
    if (part.has(TOPOLOGY)) {
      part.errors()
          .addAll(SelectorRules.errors(part.at(TOPOLOGY), part.selector(TOPOLOGY), anyLabelValue));
    }
    part.invalid(CLASS, Names.dnsSubdomainErrors(part.text(CLASS)));
    if (part.has("capacity") && part.quantity("capacity").sign() < 0) {
      part.error(FieldError.invalid(
          part.at("capacity"), part.quantity("capacity").toString(), Messages.NEGATIVE));
    }
  }

  @Override
  public List<String> warningsOnCreate(MappingValue object) {
    List<String> warnings = new ArrayList<>();
    Part topology = part(object).object(TOPOLOGY);
    for (Part expression : topology.list("matchExpressions")) {
      String key = expression.text("key");
      NodeLabels.deprecated(key)
          .ifPresent(text -> warnings.add(expression.at("key") + ": " + key + " is " + text));
    }
    FieldPath labels = topology.at("matchLabels");
    for (Map.Entry<String, String> label : MapOrder.byKey(topology.stringMap("matchLabels"))) {
      NodeLabels.deprecated(label.getKey())
          .ifPresent(text -> warnings.add(labels.field(label.getKey()) + ": " + text));
    }
    return warnings;
  }

  @Override
  public List<String> warningsOnUpdate(MappingValue object, MappingValue old) {
    return warningsOnCreate(object);
  }

  @Override
  public boolean allowsUnconditionalUpdate() {
    return false;
  }
}
