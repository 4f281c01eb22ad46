package io.plimsoll.core.registry.pod;

import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.registry.AddressRules;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.validation.FieldError;
import java.util.List;

/** How a pod resolves names. Mirrors {@code validateDNSPolicy} and {@code validatePodDNSConfig}. */
final class DnsRules {

  private static final List<String> POLICIES =
      List.of("ClusterFirstWithHostNet", "ClusterFirst", "Default", "None");
  private static final int MAX_NAMESERVERS = 3;
  private static final int MAX_SEARCHES = 32;
  private static final int MAX_SEARCH_LENGTH = 2048;

  private DnsRules() {}

  static void policy(Part spec) {
    ContainerRules.oneOf(spec, "dnsPolicy", POLICIES);
  }

  static void config(Part spec) {
    boolean has = spec.has("dnsConfig");
    if (!has && !spec.text("dnsPolicy").equals("None")) {
      return;
    }
    Part config = spec.object("dnsConfig");
    List<String> nameservers = has ? config.strings("nameservers") : List.of();
    if (spec.text("dnsPolicy").equals("None") && nameservers.isEmpty()) {
      if (has) {
        config.required(
            "nameservers", "must provide at least one DNS nameserver when `dnsPolicy` is None");
      } else {
        spec.required("dnsConfig", "must provide `dnsConfig` when `dnsPolicy` is None");
      }
      return;
    }
    if (has) {
      nameservers(config, nameservers);
      searches(config, config.strings("searches"));
      for (Part option : config.list("options")) {
        if (option.text("name").isEmpty()) {
          option.error(FieldError.required(option.path(), "must not be empty"));
        }
      }
    }
  }

  private static void nameservers(Part config, List<String> nameservers) {
    if (nameservers.size() > MAX_NAMESERVERS) {
      config.invalid("nameservers", "must not have more than " + MAX_NAMESERVERS + " nameservers");
    }
    for (int i = 0; i < nameservers.size(); i++) {
      config
          .errors()
          .addAll(AddressRules.address(
              config.at("nameservers").index(i), nameservers.get(i), List.of()));
    }
  }

  private static void searches(Part config, List<String> searches) {
    if (searches.size() > MAX_SEARCHES) {
      config.invalid("searches", "must not have more than " + MAX_SEARCHES + " search paths");
    }
    if (GoText.length(String.join(" ", searches)) > MAX_SEARCH_LENGTH) {
      config.invalid(
          "searches",
          "must not have more than " + MAX_SEARCH_LENGTH
              + " characters (including spaces) in the search list");
    }
    for (int i = 0; i < searches.size(); i++) {
      String search = searches.get(i);
      if (!search.equals(".")) {
        String name = search.endsWith(".") ? search.substring(0, search.length() - 1) : search;
        for (String detail : PodSyntax.underscoreSubdomainErrors(name)) {
          config.error(FieldError.invalid(config.at("searches").index(i), name, detail));
        }
      }
    }
  }
}
