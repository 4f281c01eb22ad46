package io.plimsoll.core.registry.pod;

import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.model.Names;
import io.plimsoll.core.registry.AddressRules;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.validation.FieldError;
import java.util.List;

/** What a pod shares with its host, and how it is called there. */
final class HostRules {

  private static final String NO_HOST_USERS = "when `hostUsers` is false";
  private static final int MAX_HOSTNAME = 64;

  private HostRules() {}

  static void processes(Part spec) {
    if (spec.flag("shareProcessNamespace") && spec.flag("hostPID")) {
      spec.invalid(
          "shareProcessNamespace", "ShareProcessNamespace and HostPID cannot both be enabled");
    }
  }

  /** Users of its own, and what does not go with them: {@code validateHostUsers}. */
  static void users(PodContext pod) {
    Part spec = pod.spec();
    if (pod.hostUsers()) {
      return;
    }
    if (spec.flag("hostNetwork") && !pod.leniency().hostNetworkWithoutHostUsers()) {
      spec.forbidden("hostNetwork", NO_HOST_USERS);
    }
    // Upstream spells these two like this.
    if (spec.flag("hostPID")) {
      spec.error(FieldError.forbidden(spec.at("HostPID"), NO_HOST_USERS));
    }
    if (spec.flag("hostIPC")) {
      spec.error(FieldError.forbidden(spec.at("HostIPC"), NO_HOST_USERS));
    }
    if (!pod.leniency().devicesWithoutHostUsers()) {
      for (Part container : pod.allContainers()) {
        if (!container.list("volumeDevices").isEmpty()) {
          container.forbidden("volumeDevices", NO_HOST_USERS);
        }
      }
    }
  }

  /** A name of its own: {@code validatePodHostName}. */
  static void hostname(Part spec) {
    if (!spec.has("hostnameOverride")) {
      return;
    }
    if (spec.flag("setHostnameAsFQDN")) {
      spec.forbidden("hostnameOverride", "may not be specified when setHostnameAsFQDN is true");
    }
    if (spec.flag("hostNetwork")) {
      spec.forbidden("hostnameOverride", "may not be specified when hostNetwork is true");
    }
    String name = spec.text("hostnameOverride");
    if (GoText.length(name) > MAX_HOSTNAME) {
      spec.error(FieldError.tooLong(spec.at("hostnameOverride"), MAX_HOSTNAME));
    }
    spec.invalid("hostnameOverride", Names.dnsSubdomainErrors(name));
  }

  /** Lines of its file of hosts: {@code ValidateHostAliases}. */
  static void aliases(Part spec) {
    for (Part alias : spec.list("hostAliases")) {
      alias.errors().addAll(AddressRules.address(alias.at("ip"), alias.text("ip"), List.of()));
      List<String> names = alias.strings("hostnames");
      for (int i = 0; i < names.size(); i++) {
        for (String detail : Names.dnsSubdomainErrors(names.get(i))) {
          alias.error(FieldError.invalid(alias.at("hostnames").index(i), names.get(i), detail));
        }
      }
    }
  }
}
