package io.plimsoll.core.registry.service;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.validation.FieldError;
import java.util.List;

/**
 * What an update of a Service may not change. Mirrors {@code ValidateServiceUpdate} of {@code pkg/apis/core/validation} and the
 * functions it calls before the rules for all Services.
 */
final class ServiceUpdateRules {

  private static final String ONCE = "may not change once set";

  private final Part spec;
  private final ServiceView now;
  private final ServiceView old;

  ServiceUpdateRules(Part spec, MappingValue oldSpec) {
    this.spec = spec;
    this.now = ServiceView.of(spec.tree());
    this.old = ServiceView.of(oldSpec);
  }

  void check() {
    if (now.needsClusterIp() && old.needsClusterIp()) {
      if (!now.isHeadless() || !old.isHeadless()) {
        checkAddresses(old.clusterIps(), now.clusterIps());
      }
      if (!now.isHeadless() && !old.isHeadless()) {
        checkFamilies(old.spec().strings("ipFamilies"), spec.strings("ipFamilies"));
      }
    }
    boolean balanced = now.is(ServiceView.LOAD_BALANCER) && old.is(ServiceView.LOAD_BALANCER);
    if (balanced && !spec.isSame("loadBalancerClass", old.spec().tree())) {
      spec.invalid("loadBalancerClass", ONCE);
    }
    ServiceRules.checkBalancerClass(spec);
    boolean sameCheckPort =
        spec.number("healthCheckNodePort") == ServiceView.number(old.spec(), "healthCheckNodePort");
    if (old.needsHealthCheck() && now.needsHealthCheck() && !sameCheckPort) {
      spec.forbidden("healthCheckNodePort", "field is immutable");
    }
  }

  private void invalid(String field, int index, String shown, String detail) {
    spec.error(FieldError.invalidPrinted(spec.at(field).index(index), spec.json(shown), detail));
  }

  /** Adds an error if the second of two is given up without saying so. */
  private void checkReleased(List<String> rest, String what) {
    if (rest.size() == 1 && !spec.text("ipFamilyPolicy").equals("SingleStack")) {
      spec.invalid(
          "ipFamilyPolicy", "must be set to 'SingleStack' when releasing the secondary " + what);
    }
  }

  private void checkAddresses(List<String> before, List<String> after) {
    if (before.size() == after.size()) {
      for (int i = 0; i < after.size(); i++) {
        if (!before.get(i).equals(after.get(i))) {
          invalid("clusterIPs", i, "clusterIPs", ONCE);
        }
      }
      return;
    }
    boolean fewer = before.size() > after.size();
    if (fewer && after.isEmpty()) {
      invalid("clusterIPs", 0, "clusterIPs", "primary clusterIP can not be unset");
    }
    if (!before.isEmpty() && !after.isEmpty() && !before.get(0).equals(after.get(0))) {
      invalid("clusterIPs", 0, "clusterIPs", ONCE);
    }
    if (fewer) {
      checkReleased(after, "clusterIP");
    }
  }

  private void checkFamilies(List<String> before, List<String> after) {
    if (before.size() == after.size()) {
      for (int i = 0; i < after.size(); i++) {
        if (!before.get(i).equals(after.get(i))) {
          invalid("ipFamilies", 0, "ipFamilies", ONCE);
        }
      }
      return;
    }
    boolean fewer = before.size() > after.size();
    if (fewer && now.clusterIps().isEmpty()) {
      invalid("ipFamilies", 0, "ipFamilies", "primary ipFamily can not be unset");
    }
    if (!before.isEmpty() && !after.isEmpty() && !before.get(0).equals(after.get(0))) {
      // Upstream shows the addresses.
      invalid("ipFamilies", 0, "clusterIPs", ONCE);
    }
    if (fewer) {
      checkReleased(after, "ipFamily");
    }
  }
}
