package io.plimsoll.core.registry;

import io.plimsoll.core.model.Names;
import java.util.List;

/**
 * What the objects of a kind may be called. Mirrors {@code ValidateNameFunc} of {@code k8s.io/apimachinery/pkg/api/validation}.
 */
@FunctionalInterface
public interface NameRule {

  /** A DNS name, as most objects have: {@code NameIsDNSSubdomain}. */
  NameRule DNS_SUBDOMAIN = (name, prefix) -> Names.dnsSubdomainErrors(masked(name, prefix));

  /** One part of a DNS name: {@code NameIsDNSLabel}. */
  NameRule DNS_LABEL = (name, prefix) -> Names.dnsLabelErrors(masked(name, prefix));

  /** Part of a URL's path, as roles have: {@code path.ValidatePathSegmentName}. */
  NameRule PATH_SEGMENT =
      (name, prefix) -> prefix && isDots(name) ? List.of() : Names.pathSegmentErrors(name);

  /** Returns what keeps a name from being one; a prefix is a name that a suffix will be added to. */
  List<String> errors(String name, boolean prefix);

  private static boolean isDots(String name) {
    return name.equals(".") || name.equals("..");
  }

  /** Mirrors {@code maskTrailingDash}: a prefix may end with a hyphen. */
  private static String masked(String name, boolean prefix) {
    return prefix && name.length() > 1 && name.endsWith("-")
        ? name.substring(0, name.length() - 2) + "a"
        : name;
  }
}
