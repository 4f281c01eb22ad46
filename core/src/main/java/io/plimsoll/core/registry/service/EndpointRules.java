package io.plimsoll.core.registry.service;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.model.IpText;
import io.plimsoll.core.model.LabelSyntax;
import io.plimsoll.core.model.Names;
import io.plimsoll.core.registry.AddressRules;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.registry.Syntax;
import io.plimsoll.core.validation.FieldError;
import io.plimsoll.core.validation.ObjectMetaRules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The endpoints and ports of a slice. Mirrors {@code validateEndpoints} and {@code validatePorts} of {@code pkg/apis/discovery/validation}. */
final class EndpointRules {

  static final List<String> TYPES = List.of("FQDN", "IPv4", "IPv6");

  private static final String TOPOLOGY = "deprecatedTopology";
  private static final int MOST_ENDPOINTS = 1000;
  private static final int MOST_ADDRESSES = 100;
  private static final int MOST_PORTS = 20_000;
  private static final int MOST_LABELS = 16;
  private static final int MOST_HINTS = 8;

  private final Part slice;

  EndpointRules(Part slice) {
    this.slice = slice;
  }

  void check() {
    List<Part> endpoints = slice.list("endpoints");
    if (endpoints.size() > MOST_ENDPOINTS) {
      slice.error(FieldError.tooMany(slice.at("endpoints"), endpoints.size(), MOST_ENDPOINTS));
      return;
    }
    endpoints.forEach(this::checkEndpoint);
  }

  private void checkEndpoint(Part endpoint) {
    List<String> addresses = endpoint.strings("addresses");
    FieldPath path = endpoint.at("addresses");
    if (addresses.isEmpty()) {
      endpoint.error(
          FieldError.required(path, "must contain at least 1 address").asCovered());
    } else if (addresses.size() > MOST_ADDRESSES) {
      endpoint.error(FieldError.tooMany(path, addresses.size(), MOST_ADDRESSES).asCovered());
    }
    for (int i = 0; i < addresses.size(); i++) {
      endpoint.errors().addAll(addressErrors(path, i, addresses.get(i)));
    }
    if (endpoint.has("nodeName")) {
      endpoint.invalid("nodeName", Names.dnsSubdomainErrors(endpoint.text("nodeName")));
    }
    Map<String, String> topology = endpoint.stringMap(TOPOLOGY);
    if (topology.size() > MOST_LABELS) {
      endpoint.error(FieldError.tooMany(endpoint.at(TOPOLOGY), topology.size(), MOST_LABELS));
    }
    ObjectMetaRules.labels(endpoint.errors(), endpoint.at(TOPOLOGY), topology);
    if (endpoint.has("hostname")) {
      endpoint.invalid("hostname", Names.dnsLabelErrors(endpoint.text("hostname")));
    }
    if (endpoint.has("hints")) {
      checkHints(endpoint.object("hints"));
    }
  }

  private List<FieldError> addressErrors(FieldPath addresses, int index, String address) {
    FieldPath path = addresses.index(index);
    return switch (slice.text("addressType")) {
      case "IPv4" -> {
        List<FieldError> errors = AddressRules.address(path, address, List.of());
        yield errors.isEmpty() ? familyErrors(addresses, path, address, true) : errors;
      }
      case "IPv6" -> {
        List<FieldError> errors = AddressRules.strictAddress(path, address);
        yield errors.isEmpty() ? familyErrors(addresses, path, address, false) : errors;
      }
      case "FQDN" -> Syntax.fullDomainErrors(path, address);
      default -> List.of();
    };
  }

  /** Upstream names the whole list where the family is wrong. */
  private static List<FieldError> familyErrors(
      FieldPath addresses, FieldPath path, String address, boolean v4) {
    List<FieldError> errors = new ArrayList<>();
    if (IpText.parse(address).map(IpText::v4).orElse(!v4) != v4) {
      errors.add(FieldError.invalid(
          addresses, address, "must be an " + (v4 ? "IPv4" : "IPv6") + " address"));
    }
    errors.addAll(AddressRules.endpoint(path, address));
    return errors;
  }

  private static void checkHints(Part hints) {
    if (checkHint(hints, "forZones")) {
      checkHint(hints, "forNodes");
    }
  }

  /** Returns whether there are not too many hints. */
  private static boolean checkHint(Part hints, String field) {
    List<Part> places = hints.list(field);
    if (places.size() > MOST_HINTS) {
      hints.error(FieldError.tooMany(hints.at(field), places.size(), MOST_HINTS));
      return false;
    }
    Set<String> names = new HashSet<>();
    for (Part place : places) {
      String name = place.text("name");
      if (!names.add(name)) {
        place.error(FieldError.duplicate(place.at("name"), name));
      }
      place.invalid(
          "name",
          field.equals("forZones")
              ? LabelSyntax.valueErrors(name)
              : Names.dnsSubdomainErrors(name));
    }
    return true;
  }

  static void checkPorts(Part slice) {
    List<Part> ports = slice.list("ports");
    if (ports.size() > MOST_PORTS) {
      slice.error(FieldError.tooMany(slice.at("ports"), ports.size(), MOST_PORTS));
      return;
    }
    Set<String> names = new HashSet<>();
    for (Part port : ports) {
      String name = port.text("name");
      if (!name.isEmpty()) {
        port.invalid("name", Names.dnsLabelErrors(name));
      }
      if (!names.add(name)) {
        port.error(FieldError.duplicate(port.at("name"), name));
      }
      if (!port.has("protocol")) {
        port.required("protocol", "");
      } else if (!ServicePortRules.PROTOCOLS.contains(port.text("protocol"))) {
        port.notSupported("protocol", ServicePortRules.PROTOCOLS);
      }
      if (port.has("appProtocol")) {
        port.invalid("appProtocol", LabelSyntax.keyErrors(port.text("appProtocol")));
      }
    }
  }

  /** Returns what the declared rules find. */
  static List<FieldError> declared(Part slice) {
    List<FieldError> errors = new ArrayList<>();
    for (Part endpoint : slice.list("endpoints")) {
      int addresses = endpoint.strings("addresses").size();
      if (addresses == 0) {
        errors.add(FieldError.required(endpoint.at("addresses"), ""));
      } else if (addresses > MOST_ADDRESSES) {
        errors.add(FieldError.tooMany(endpoint.at("addresses"), addresses, MOST_ADDRESSES));
      }
    }
    return errors;
  }
}
