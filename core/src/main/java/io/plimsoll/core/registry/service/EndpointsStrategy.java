package io.plimsoll.core.registry.service;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.model.LabelSyntax;
import io.plimsoll.core.model.Names;
import io.plimsoll.core.registry.AddressRules;
import io.plimsoll.core.registry.KindStrategy;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.registry.Syntax;
import io.plimsoll.core.validation.Draft;
import io.plimsoll.core.validation.FieldError;
import io.plimsoll.core.validation.NameRule;
import java.util.ArrayList;
import java.util.List;

/**
 * Endpoints. Mirrors {@code pkg/registry/core/endpoint/strategy.go}, {@code SetDefaults_Endpoints} and {@code ValidateEndpoints} of
 * {@code pkg/apis/core}.
 */
final class EndpointsStrategy extends KindStrategy {

  private static final String SUBSETS = "subsets";
  private static final List<String> ADDRESSES = List.of("addresses", "notReadyAddresses");
  private static final String MANAGER = "endpoints.kubernetes.io/managed-by";

  EndpointsStrategy() {
    super("v1", "Endpoints", true, NameRule.DNS_SUBDOMAIN);
  }

  @Override
  public MappingValue withDefaults(MappingValue object) {
    return Draft.edit(
        object,
        draft -> draft.editEach(
            SUBSETS,
            subset -> subset.editEach(
                "ports", port -> port.setDefaultText("protocol", ScalarValue.of("TCP")))));
  }

  @Override
  public List<FieldError> validate(MappingValue object) {
    Part part = part(object);
    checkMetadata(part);
    checkSubsets(part);
    return part.errors();
  }

  @Override
  public List<FieldError> validateUpdate(MappingValue object, MappingValue old) {
    Part part = part(object);
    checkMetadataUpdate(part, old);
    checkMetadata(part);
    if (!part.isSame(SUBSETS, old)) {
      checkSubsets(part);
    }
    return part.errors();
  }

  private static void checkSubsets(Part part) {
    for (Part subset : part.list(SUBSETS)) {
      if (ADDRESSES.stream().allMatch(field -> subset.list(field).isEmpty())) {
        subset.error(
            FieldError.required(subset.path(), "must specify `addresses` or `notReadyAddresses`"));
      }
      ADDRESSES.forEach(field -> subset.list(field).forEach(EndpointsStrategy::checkAddress));
      List<Part> ports = subset.list("ports");
      ports.forEach(port -> checkPort(port, ports.size() > 1));
    }
  }

  private static void checkAddress(Part address) {
    String ip = address.text("ip");
    address.errors().addAll(AddressRules.address(address.at("ip"), ip, List.of()));
    if (!address.text("hostname").isEmpty()) {
      address.invalid("hostname", Names.dnsLabelErrors(address.text("hostname")));
    }
    if (address.has("nodeName")) {
      address.invalid("nodeName", Names.dnsSubdomainErrors(address.text("nodeName")));
    }
    address.errors().addAll(AddressRules.endpoint(address.at("ip"), ip));
  }

  private static void checkPort(Part port, boolean named) {
    String name = port.text("name");
    if (!name.isEmpty()) {
      port.invalid("name", Names.dnsLabelErrors(name));
    } else if (named) {
      port.required("name", "");
    }
    Syntax.portErrors(port.number("port")).forEach(detail -> port.invalid("port", detail));
    if (port.text("protocol").isEmpty()) {
      port.required("protocol", "");
    } else if (!ServicePortRules.PROTOCOLS.contains(port.text("protocol"))) {
      port.notSupported("protocol", ServicePortRules.PROTOCOLS);
    }
    if (port.has("appProtocol")) {
      port.invalid("appProtocol", LabelSyntax.keyErrors(port.text("appProtocol")));
    }
  }

  @Override
  public List<String> warningsOnCreate(MappingValue object) {
    List<String> warnings = new ArrayList<>();
    if ("endpoint-controller".equals(metadata(object).labels().get(MANAGER))) {
      return warnings;
    }
    for (Part subset : part(object).list(SUBSETS)) {
      for (String field : ADDRESSES) {
        subset
            .list(field)
            .forEach(address -> warnings.addAll(
                AddressRules.addressWarnings(address.at("ip"), address.text("ip"))));
      }
    }
    return warnings;
  }

  @Override
  public List<String> warningsOnUpdate(MappingValue object, MappingValue old) {
    return warningsOnCreate(object);
  }

  @Override
  public boolean allowsCreateOnUpdate() {
    return true;
  }
}
