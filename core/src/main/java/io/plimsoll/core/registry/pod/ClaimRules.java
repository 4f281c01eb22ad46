package io.plimsoll.core.registry.pod;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.model.Names;
import io.plimsoll.core.pod.Pod;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.validation.FieldError;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The devices that a pod claims. Mirrors {@code validatePodResourceClaims}. */
final class ClaimRules {

  private ClaimRules() {}

  static void check(PodContext pod) {
    List<Part> claims = pod.spec().list("resourceClaims");
    if (claims.isEmpty()) {
      return;
    }
    Set<String> names = new HashSet<>();
    for (Part claim : claims) {
      if (pod.isPod() && pod.annotations().containsKey(Pod.MIRROR_ANNOTATION)) {
        // Upstream's path has one field, whose name is empty.
        claim.error(
            FieldError.forbidden(FieldPath.of(""), "static pods do not support resource claims"));
        continue;
      }
      name(claim, names);
      boolean direct = claim.has("resourceClaimName");
      boolean template = claim.has("resourceClaimTemplateName");
      if (direct && template) {
        invalid(
            claim,
            "at most one of `resourceClaimName` or `resourceClaimTemplateName` may be specified");
      }
      if (!direct && !template) {
        invalid(claim, "must specify one of: `resourceClaimName`, `resourceClaimTemplateName`");
      }
      for (String field : List.of("resourceClaimName", "resourceClaimTemplateName")) {
        if (claim.has(field)) {
          claim.invalid(field, Names.dnsSubdomainErrors(claim.text(field)));
        }
      }
    }
  }

  private static void invalid(Part claim, String detail) {
    claim.error(FieldError.invalidPrinted(claim.path(), claim.json(), detail));
  }

  private static void name(Part claim, Set<String> names) {
    String name = claim.text("name");
    if (name.isEmpty()) {
      claim.required("name", "");
    } else if (!names.add(name)) {
      claim.error(FieldError.duplicate(claim.at("name"), name));
    } else {
      claim.invalid("name", Names.dnsLabelErrors(name));
    }
  }
}
