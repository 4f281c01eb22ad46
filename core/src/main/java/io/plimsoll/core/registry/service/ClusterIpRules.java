package io.plimsoll.core.registry.service;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.model.IpText;
import io.plimsoll.core.registry.AddressRules;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.validation.FieldError;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The addresses of a Service and their families. Mirrors {@code ValidateServiceClusterIPsRelatedFields} of {@code
 * pkg/apis/core/validation}.
 */
final class ClusterIpRules {

  private static final List<String> FAMILIES = List.of("IPv4", "IPv6");
  private static final List<String> POLICIES =
      List.of("PreferDualStack", "RequireDualStack", "SingleStack");

  private final Part spec;
  private final FieldPath path;
  private final List<String> addresses;
  private final List<String> families;
  private final List<String> existing;

  /** Takes a spec and the addresses of the one it replaces. */
  ClusterIpRules(Part spec, List<String> existing) {
    this.spec = spec;
    this.path = spec.at("clusterIPs");
    this.addresses = spec.strings("clusterIPs");
    this.families = spec.strings("ipFamilies");
    this.existing = existing;
  }

  void check() {
    if (spec.text("type").equals(ServiceView.EXTERNAL_NAME)) {
      return;
    }
    checkBoth(spec.text("clusterIP"));
    checkFamilies();
    if (spec.has("ipFamilyPolicy") && !POLICIES.contains(spec.text("ipFamilyPolicy"))) {
      spec.notSupported("ipFamilyPolicy", POLICIES);
    }
    boolean valid = checkEach();
    if (addresses.size() > 2) {
      spec.invalid("clusterIPs", "may only hold up to 2 values");
    }
    if (valid) {
      checkStack();
      checkMatch();
    }
  }

  private void checkBoth(String address) {
    if (address.isEmpty()) {
      if (!addresses.isEmpty()) {
        spec.invalid("clusterIPs", "must be empty when `clusterIP` is not specified");
      }
    } else if (addresses.isEmpty()) {
      spec.required("clusterIPs", "");
    } else if (!addresses.get(0).equals(address)) {
      spec.invalid("clusterIPs", "first value must match `clusterIP`");
    }
  }

  private void checkFamilies() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < families.size(); i++) {
      FieldPath at = spec.at("ipFamilies").index(i);
      String family = families.get(i);
      if (!FAMILIES.contains(family)) {
        FieldError plain = FieldError.notSupported(at, family, FAMILIES);
        spec.error(new FieldError(plain.type(), at, GoText.json(family), plain.detail()));
      }
      if (!seen.add(family)) {
        spec.error(new FieldError(FieldError.Type.DUPLICATE, at, GoText.json(family), ""));
      }
    }
  }

  private boolean checkEach() {
    boolean valid = true;
    for (int i = 0; i < addresses.size(); i++) {
      if (i == 0 && addresses.get(i).equals(ServiceView.NONE)) {
        if (addresses.size() > 1) {
          valid = false;
          spec.invalid("clusterIPs", "'None' must be the first and only value");
        }
        continue;
      }
      List<FieldError> errors = AddressRules.address(path.index(i), addresses.get(i), existing);
      valid &= errors.isEmpty();
      spec.errors().addAll(errors);
    }
    return valid;
  }

  private void checkStack() {
    if (addresses.size() < 2) {
      return;
    }
    boolean four = false;
    boolean six = false;
    for (String address : addresses) {
      boolean isSix = isSix(address);
      six |= isSix;
      four |= !isSix;
    }
    if (!four || !six) {
      spec.invalid("clusterIPs", "may specify no more than one IP for each IP family");
    }
  }

  private static boolean isSix(String address) {
    return IpText.parse(address).filter(ip -> !ip.v4()).isPresent();
  }

  private void checkMatch() {
    boolean headless = addresses.equals(List.of(ServiceView.NONE));
    for (int i = 0; !headless && i < Math.min(addresses.size(), families.size()); i++) {
      boolean six = isSix(addresses.get(i));
      String family = families.get(i);
      if (family.equals("IPv4") ? six : family.equals("IPv6") && !six) {
        spec.error(FieldError.invalid(
            path.index(i),
            addresses.get(i),
            "expected an " + family + " value as indicated by `ipFamilies[" + i + "]`"));
      }
    }
  }
}
