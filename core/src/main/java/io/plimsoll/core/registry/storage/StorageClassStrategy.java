package io.plimsoll.core.registry.storage;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.model.LabelSyntax;
import io.plimsoll.core.registry.KindStrategy;
import io.plimsoll.core.registry.Messages;
import io.plimsoll.core.registry.NodeLabels;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.validation.Draft;
import io.plimsoll.core.validation.FieldError;
import io.plimsoll.core.validation.NameRule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * StorageClasses. Mirrors {@code pkg/registry/storage/storageclass/strategy.go} and {@code ValidateStorageClass} of {@code
 * pkg/apis/storage/validation}.
 */
final class StorageClassStrategy extends KindStrategy {

  private static final List<String> RECLAIM_POLICIES = List.of("Delete", "Retain");
  private static final List<String> BINDING_MODES = List.of("Immediate", "WaitForFirstConsumer");
  private static final List<String> IMMUTABLE =
      List.of("provisioner", "parameters", "reclaimPolicy", "volumeBindingMode");

  StorageClassStrategy() {
    super("storage.k8s.io/v1", "StorageClass", false, NameRule.DNS_SUBDOMAIN);
  }

  @Override
  public MappingValue withDefaults(MappingValue object) {
    return Draft.edit(
        object,
        draft -> draft
            .setDefault("reclaimPolicy", ScalarValue.of("Delete"))
            .setDefault("volumeBindingMode", ScalarValue.of("Immediate")));
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
    check(part);
    checkMetadataUpdate(part, old);
    for (String field :
        List.of("parameters", "provisioner", "reclaimPolicy", "volumeBindingMode")) {
      if (!part.isSame(field, old)) {
        part.error(FieldError.invalidPrinted(part.at(field), part.json(field), Messages.IMMUTABLE)
            .asCovered());
      }
    }
    return part.errors();
  }

  private void check(Part part) {
    checkMetadata(part);
    ProvisionerRules.checkName(part, "provisioner");
    ProvisionerRules.checkParameters(part);
    String policy = part.text("reclaimPolicy");
    if (!policy.isEmpty() && !RECLAIM_POLICIES.contains(policy)) {
      part.notSupported("reclaimPolicy", RECLAIM_POLICIES);
    }
    if (!part.has("volumeBindingMode")) {
      part.required("volumeBindingMode", "");
    } else if (!BINDING_MODES.contains(part.text("volumeBindingMode"))) {
      part.notSupported("volumeBindingMode", BINDING_MODES);
    }
    checkTopologies(part);
  }

  /** Mirrors {@code validateAllowedTopologies}, which compares with as many empty terms as there are terms, too. */
  private static void checkTopologies(Part part) {
    List<Part> terms = part.list("allowedTopologies");
    List<Map<String, Set<String>>> seen =
        new ArrayList<>(Collections.nCopies(terms.size(), Map.of()));
    for (Part term : terms) {
      Map<String, Set<String>> values = checkTerm(term);
      for (Map<String, Set<String>> other : seen) {
        if (values.equals(other)) {
          part.error(FieldError.duplicate(term.at("matchLabelExpressions"), ""));
        }
      }
      seen.add(values);
    }
  }

  /** Mirrors {@code ValidateTopologySelectorTerm}. */
  private static Map<String, Set<String>> checkTerm(Part term) {
    Map<String, Set<String>> byKey = new LinkedHashMap<>();
    for (Part expression : term.list("matchLabelExpressions")) {
      String key = expression.text("key");
      Set<String> values = checkRequirement(expression);
      if (byKey.containsKey(key)) {
        expression.duplicate("key");
      }
      byKey.put(key, values);
    }
    return byKey;
  }

  private static Set<String> checkRequirement(Part requirement) {
    Set<String> set = new TreeSet<>();
    List<String> values = requirement.strings("values");
    if (values.isEmpty()) {
      requirement.required("values", "");
    }
    for (int i = 0; i < values.size(); i++) {
      if (!set.add(values.get(i))) {
        FieldPath path = requirement.at("values").index(i);
        requirement.error(FieldError.duplicate(path, values.get(i)));
      }
    }
    requirement.invalid("key", LabelSyntax.keyErrors(requirement.text("key")));
    return set;
  }

  @Override
  public List<FieldError> validateDeclaratively(MappingValue object) {
    return object.get("provisioner") != null
            && !part(object).text("provisioner").isEmpty()
        ? List.of()
        : List.of(FieldError.required(FieldPath.of("provisioner"), ""));
  }

  @Override
  public List<FieldError> validateUpdateDeclaratively(MappingValue object, MappingValue old) {
    Part part = part(object);
    List<FieldError> errors = new ArrayList<>();
    for (String field : IMMUTABLE) {
      if (!part.isSame(field, old)) {
        if (field.equals("provisioner") && part.text(field).isEmpty()) {
          errors.add(FieldError.required(part.at(field), ""));
        }
        errors.add(FieldError.invalidPrinted(part.at(field), "null", Messages.IMMUTABLE));
      }
    }
    return errors;
  }

  @Override
  public List<String> warningsOnCreate(MappingValue object) {
    List<String> warnings = new ArrayList<>();
    for (Part term : part(object).list("allowedTopologies")) {
      for (Part expression : term.list("matchLabelExpressions")) {
        NodeLabels.deprecated(expression.text("key"))
            .ifPresent(message -> warnings.add(expression.at("key") + ": " + message));
      }
    }
    return warnings;
  }

  @Override
  public List<String> warningsOnUpdate(MappingValue object, MappingValue old) {
    return warningsOnCreate(object);
  }
}
