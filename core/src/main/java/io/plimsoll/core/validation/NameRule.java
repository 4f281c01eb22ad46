package io.plimsoll.core.validation;

import io.plimsoll.core.model.Names;
import java.util.List;

/**
 * What the names of a kind's objects may look like. Mirrors {@code ValidateNameFunc} of {@code
 * k8s.io/apimachinery/pkg/api/validation}.
 */
@FunctionalInterface
public interface NameRule {

  /** A DNS subdomain, as the names of most objects: {@code NameIsDNSSubdomain}. */
  NameRule DNS_SUBDOMAIN = (name, prefix) -> Names.dnsSubdomainErrors(masked(name, prefix));

  /** A DNS label, as the names of namespaces: {@code NameIsDNSLabel}. */
  NameRule DNS_LABEL = (name, prefix) -> Names.dnsLabelErrors(masked(name, prefix));

  /** A DNS label that starts with a letter: {@code NameIsDNS1035Label}. */
  NameRule DNS_1035_LABEL = (name, prefix) -> Names.dns1035LabelErrors(masked(name, prefix));

  /** A part of a URL's path, as the names of roles: {@code ValidatePathSegmentName}. */
  NameRule PATH_SEGMENT = (name, prefix) ->
      prefix ? Names.pathSegmentPrefixErrors(name) : Names.pathSegmentErrors(name);

  /** Returns what keeps a text from being a name, or what a name starts with. */
  List<String> errors(String name, boolean prefix);

  /** Upstream takes two characters off and puts one on, so that what is long by one passes. */
  private static String masked(String name, boolean prefix) {
    return prefix && name.length() > 1 && name.endsWith("-")
        ? name.substring(0, name.length() - 2).concat("a")
        : name;
  }
}
