package io.plimsoll.core.registry.policy;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.model.Quantity;
import io.plimsoll.core.registry.KindStrategy;
import io.plimsoll.core.registry.Messages;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.registry.QuantityRules;
import io.plimsoll.core.registry.ResourceLists;
import io.plimsoll.core.registry.ResourceNames;
import io.plimsoll.core.registry.StatusRules;
import io.plimsoll.core.validation.Draft;
import io.plimsoll.core.validation.FieldError;
import io.plimsoll.core.validation.NameRule;
import io.plimsoll.core.validation.StatusValidation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * ResourceQuotas. Mirrors {@code pkg/registry/core/resourcequota/strategy.go} and {@code ValidateResourceQuota} of {@code
 * pkg/apis/core/validation}.
 */
final class ResourceQuotaStrategy extends KindStrategy {

  ResourceQuotaStrategy() {
    super("v1", "ResourceQuota", true, NameRule.DNS_SUBDOMAIN);
  }

  @Override
  public MappingValue withDefaults(MappingValue object) {
    return Draft.edit(
        object,
        draft -> draft
            .edit("spec", spec -> ResourceLists.round(spec, "hard"))
            .edit("status", status -> {
              ResourceLists.round(status, "hard");
              ResourceLists.round(status, "used");
            }));
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
    checkMetadata(part);
    checkSpec(part.object("spec"));
    Part status = part.object("status");
    QuantityRules.check(status, "hard", ResourceNames::quotaErrors);
    QuantityRules.check(status, "used", ResourceNames::quotaErrors);
    return part.errors();
  }

  @Override
  public List<FieldError> validateUpdate(MappingValue object, MappingValue old) {
    Part part = part(object);
    checkMetadataUpdate(part, old);
    Part spec = part.object("spec");
    checkSpec(spec);
    List<String> scopes = spec.strings("scopes");
    List<String> oldScopes = part(old).object("spec").strings("scopes");
    if (!new HashSet<>(scopes).equals(new HashSet<>(oldScopes))) {
      spec.invalid("scopes", Messages.IMMUTABLE);
    }
    return part.errors();
  }

  private static void checkSpec(Part spec) {
    QuantityRules.check(spec, "hard", ResourceNames::quotaErrors);
    new QuotaScopeRules(spec).check();
  }

  @Override
  public List<String> warningsOnCreate(MappingValue object) {
    Map<String, Quantity> hard = part(object).object("spec").quantities("hard");
    List<String> warnings = new ArrayList<>();
    for (String resource : List.of("cpu", "memory", "storage", "ephemeral-storage")) {
      String requestName = "requests." + resource;
      boolean bare = resource.equals("cpu") || resource.equals("memory");
      if (!hard.containsKey(requestName) && bare) {
        requestName = resource;
      }
      Quantity request = hard.get(requestName);
      Quantity limit = hard.get("limits." + resource);
      if (request != null && limit != null && request.compareTo(limit) > 0) {
        warnings.add("ResourceQuota " + requestName + " (" + request
            + ") should be less than limits." + resource + " (" + limit + ")");
      }
    }
    return warnings;
  }

  @Override
  public Optional<StatusValidation> statusValidation() {
    return statuses((object, old) -> {
      Part status = object.object("status");
      QuantityRules.check(status, "hard", ResourceNames::quotaErrors);
      QuantityRules.check(status, "used", ResourceNames::quotaErrors);
    });
  }
}
