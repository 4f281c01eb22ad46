package io.plimsoll.core.registry.volume;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.model.LabelSyntax;
import io.plimsoll.core.registry.KindStrategy;
import io.plimsoll.core.registry.Messages;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.registry.StatusRules;
import io.plimsoll.core.registry.pod.VolumeSourceRules;
import io.plimsoll.core.validation.FieldError;
import io.plimsoll.core.validation.NameRule;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * CSINodes. Mirrors {@code pkg/registry/storage/csinode/strategy.go} and {@code ValidateCSINode} of {@code
 * pkg/apis/storage/validation}.
 */
final class CsiNodeStrategy extends KindStrategy {

  private static final int LONGEST_ID = 256;

  CsiNodeStrategy() {
    super("storage.k8s.io/v1", "CSINode", false, NameRule.DNS_SUBDOMAIN);
  }

  @Override
  public MappingValue prepareForCreate(MappingValue object) {
    return StatusRules.reset(object);
  }

  @Override
  public MappingValue prepareForUpdate(MappingValue object, MappingValue old) {
    return StatusRules.keep(object, old);
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
    List<Part> drivers = part.object("spec").list("drivers");
    for (Part before : part(old).object("spec").list("drivers")) {
      for (Part driver : drivers) {
        if (driver.text("name").equals(before.text("name"))
            && !(driver.isSame("nodeID", before.tree())
                && driver.isSame("topologyKeys", before.tree()))) {
          Part fixed = driver.replacedBy(driver.tree().without("allocatable"));
          part.error(FieldError.invalidPrinted(
              FieldPath.of("spec", "drivers"), fixed.json(), Messages.IMMUTABLE));
        }
      }
    }
    return part.errors();
  }

  private void check(Part part) {
    checkMetadata(part);
    Set<String> names = new HashSet<>();
    for (Part driver : part.object("spec").list("drivers")) {
      checkDriver(driver);
      String name = driver.text("name");
      if (!names.add(name)) {
        driver.error(FieldError.duplicate(driver.at("name"), name));
      }
      checkKeys(driver);
    }
  }

  private static void checkDriver(Part driver) {
    driver.errors().addAll(VolumeSourceRules.driverErrors(driver.at("name"), driver.text("name")));
    String id = driver.text("nodeID");
    if (id.isEmpty()) {
      driver.required("nodeID", "");
    }
    if (GoText.length(id) > LONGEST_ID) {
      driver.invalid("nodeID", List.of("must be " + LONGEST_ID + " characters or less"));
    }
    driver.object("allocatable").nonNegative("count");
  }

  private static void checkKeys(Part driver) {
    FieldPath path = driver.path();
    Set<String> keys = new HashSet<>();
    for (String key : driver.strings("topologyKeys")) {
      if (key.isEmpty()) {
        driver.error(FieldError.required(path, ""));
      }
      if (!keys.add(key)) {
        driver.error(FieldError.duplicate(path, key));
      }
      LabelSyntax.keyErrors(key)
          .forEach(detail -> driver.error(FieldError.invalid(path, key, detail)));
    }
  }

  @Override
  public boolean allowsUnconditionalUpdate() {
    return false;
  }
}
