package io.plimsoll.core.registry.service;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.model.CidrText;
import io.plimsoll.core.registry.AddressRules;
import io.plimsoll.core.registry.KindStrategy;
import io.plimsoll.core.registry.Messages;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.registry.StatusRules;
import io.plimsoll.core.validation.FieldError;
import io.plimsoll.core.validation.NameRule;
import io.plimsoll.core.validation.StatusValidation;
import java.util.List;
import java.util.Optional;

/** ServiceCIDRs. Mirrors {@code pkg/registry/networking/servicecidr/strategy.go} and {@code ValidateServiceCIDR} of {@code pkg/apis/networking/validation}. */
final class ServiceCidrStrategy extends KindStrategy {

  private static final String CIDRS = "cidrs";

  ServiceCidrStrategy() {
    super("networking.k8s.io/v1", "ServiceCIDR", false, NameRule.DNS_SUBDOMAIN);
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
    check(part.object("spec"));
    return part.errors();
  }

  private static void check(Part spec) {
    List<String> cidrs = spec.strings(CIDRS);
    FieldPath path = spec.at(CIDRS);
    if (cidrs.isEmpty()) {
      spec.error(FieldError.required(path, "at least one CIDR required"));
      return;
    }
    if (cidrs.size() > 2) {
      spec.error(FieldError.invalidPrinted(path, spec.json(), "may only hold up to 2 values"));
      return;
    }
    for (int i = 0; i < cidrs.size(); i++) {
      spec.errors().addAll(AddressRules.strictCidr(path.index(i), cidrs.get(i)));
    }
    if (cidrs.size() == 2
        && family(cidrs.get(0)).isPresent()
        && family(cidrs.get(0)).equals(family(cidrs.get(1)))) {
      spec.error(
          FieldError.invalid(
              path,
              cidrs,
              "may specify no more than one IP for each IP family, i.e 192.168.0.0/24 and 2001:db8::/64"));
    }
  }

  private static Optional<Boolean> family(String cidr) {
    return CidrText.parse(cidr).map(network -> network.address().v4());
  }

  @Override
  public List<FieldError> validateUpdate(MappingValue object, MappingValue old) {
    Part part = part(object);
    checkMetadataUpdate(part, old);
    Part spec = part.object("spec");
    List<String> cidrs = spec.strings(CIDRS);
    List<String> before = part(old).object("spec").strings(CIDRS);
    boolean grows = before.size() == 1 && cidrs.size() == 2;
    if (!grows && before.size() != cidrs.size()) {
      spec.error(FieldError.invalid(spec.at(CIDRS), cidrs, Messages.IMMUTABLE));
      return part.errors();
    }
    for (int i = 0; i < before.size(); i++) {
      if (!before.get(i).equals(cidrs.get(i))) {
        spec.error(FieldError.invalid(spec.at(CIDRS).index(i), cidrs.get(i), Messages.IMMUTABLE));
      }
    }
    if (grows) {
      check(spec);
    }
    return part.errors();
  }

  @Override
  public Optional<StatusValidation> statusValidation() {
    return statuses((object, old) -> {});
  }
}
