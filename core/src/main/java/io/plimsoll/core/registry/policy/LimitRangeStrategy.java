package io.plimsoll.core.registry.policy;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.registry.KindStrategy;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.registry.ResourceLists;
import io.plimsoll.core.validation.Draft;
import io.plimsoll.core.validation.FieldError;
import io.plimsoll.core.validation.NameRule;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * LimitRanges. Mirrors {@code pkg/registry/core/limitrange/strategy.go}, {@code SetDefaults_LimitRangeItem} of {@code
 * pkg/apis/core/v1} and {@code ValidateLimitRange} of {@code pkg/apis/core/validation}.
 */
final class LimitRangeStrategy extends KindStrategy {

  private static final List<String> LISTS =
      List.of("max", "min", "default", "defaultRequest", "maxLimitRequestRatio");

  LimitRangeStrategy() {
    super("v1", "LimitRange", true, NameRule.DNS_SUBDOMAIN);
  }

  @Override
  public MappingValue withDefaults(MappingValue object) {
    return Draft.edit(
        object,
        draft ->
            draft.edit("spec", spec -> spec.editEach("limits", LimitRangeStrategy::defaultItem)));
  }

  private static void defaultItem(Draft item) {
    if (item.text("type").equals("Container")) {
      MappingValue limits = filled(item.object("default"), item.object("max"));
      MappingValue requests =
          filled(filled(item.object("defaultRequest"), limits), item.object("min"));
      item.set("default", limits);
      item.set("defaultRequest", requests);
    }
    LISTS.forEach(list -> ResourceLists.round(item, list));
  }

  /** Returns amounts, and those of others that are not among them. */
  private static MappingValue filled(MappingValue amounts, MappingValue others) {
    MappingValue filled = amounts;
    for (int i = 0; i < others.size(); i++) {
      if (filled.get(others.key(i)) == null) {
        filled = filled.with(others.key(i), others.value(i));
      }
    }
    return filled;
  }

  /** Returns the object with its UID for a name if it has none, as upstream takes a random UUID. */
  @Override
  public MappingValue prepareForCreate(MappingValue object) {
    Fields metadata = Fields.of(object.get("metadata"));
    if (!metadata.text("name").isEmpty()) {
      return object;
    }
    Value name = ScalarValue.of(metadata.text("uid"));
    return Draft.edit(
        object, draft -> draft.editOrCreate("metadata", meta -> meta.set("name", name)));
  }

  @Override
  public List<FieldError> validate(MappingValue object) {
    Part part = part(object);
    checkMetadata(part);
    Set<String> types = new HashSet<>();
    for (Part item : part.object("spec").list("limits")) {
      new LimitRangeItemRules(item).check(!types.add(item.text("type")));
    }
    return part.errors();
  }

  @Override
  public List<FieldError> validateUpdate(MappingValue object, MappingValue old) {
    return validate(object);
  }

  @Override
  public boolean allowsCreateOnUpdate() {
    return true;
  }
}
