package io.plimsoll.core.authn;

import io.plimsoll.core.model.GoUrl;
import static io.plimsoll.core.validation.FieldError.duplicate;
import static io.plimsoll.core.validation.FieldError.invalid;
import static io.plimsoll.core.validation.FieldError.required;

import io.plimsoll.core.authn.AuthenticationConfiguration.Issuer;
import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.validation.FieldError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a server finds wrong with an issuer of tokens. Mirrors {@code validateIssuer}. */
final class IssuerValidation {

  private static final String MATCH_ANY = "MatchAny";

  private final Issuer issuer;
  private final FieldPath path;
  private final List<FieldError> errors = new ArrayList<>();

  private IssuerValidation(Issuer issuer, FieldPath path) {
    this.issuer = issuer;
    this.path = path;
  }

  static List<FieldError> errors(Issuer issuer, FieldPath path, List<String> disallowedIssuers) {
    IssuerValidation validation = new IssuerValidation(issuer, path);
    validation.checkUrls(disallowedIssuers);
    validation.checkAudiences();
    validation.checkRest();
    return validation.errors;
  }

  private void checkUrls(List<String> disallowedIssuers) {
    if (issuer.url().isEmpty()) {
      errors.add(required(path.field("url"), ""));
    } else {
      checkUrl(issuer.url(), path.field("url"), disallowedIssuers);
    }
    FieldPath discovery = path.field("discoveryURL");
    if (!issuer.discoveryUrl().isEmpty()) {
      if (!issuer.url().isEmpty() && trim(issuer.url()).equals(trim(issuer.discoveryUrl()))) {
        errors.add(
            invalid(discovery, issuer.discoveryUrl(), "discoveryURL must be different from URL"));
      }
      checkUrl(issuer.discoveryUrl(), discovery, List.of());
    }
  }

  private static String trim(String url) {
    int end = url.length();
    while (end > 0 && url.charAt(end - 1) == '/') {
      end--;
    }
    return url.substring(0, end);
  }

  private void checkUrl(String text, FieldPath at, List<String> disallowed) {
    if (disallowed.contains(text)) {
      List<String> sorted = disallowed.stream().sorted().distinct().toList();
      errors.add(invalid(
          at,
          text,
          "URL must not overlap with disallowed issuers: [" + String.join(" ", sorted) + "]"));
    }
    GoUrl url = GoUrl.parse(text);
    if (!url.error().isEmpty()) {
      errors.add(invalid(at, text, url.error()));
      return;
    }
    if (!url.scheme().equals("https")) {
      errors.add(invalid(at, text, "URL scheme must be https"));
    }
    if (url.hasUser()) {
      errors.add(invalid(at, text, "URL must not contain a username or password"));
    }
    if (!url.query().isEmpty()) {
      errors.add(invalid(at, text, "URL must not contain a query"));
    }
    if (!url.fragment().isEmpty()) {
      errors.add(invalid(at, text, "URL must not contain a fragment"));
    }
  }

  private void checkAudiences() {
    List<String> audiences = issuer.audiences();
    FieldPath at = path.field("audiences");
    if (audiences.isEmpty()) {
      errors.add(required(at, "at least one " + at + " is required"));
      return;
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < audiences.size(); i++) {
      if (audiences.get(i).isEmpty()) {
        errors.add(required(at.index(i), ""));
      }
      if (!seen.add(audiences.get(i))) {
        errors.add(duplicate(at.index(i), audiences.get(i)));
      }
    }
    FieldPath policyPath = path.field("audienceMatchPolicy");
    String policy = issuer.audienceMatchPolicy();
    if (audiences.size() > 1 && !policy.equals(MATCH_ANY)) {
      errors.add(invalid(
          policyPath, policy, "audienceMatchPolicy must be MatchAny for multiple audiences"));
    } else if (audiences.size() == 1 && !policy.isEmpty() && !policy.equals(MATCH_ANY)) {
      errors.add(invalid(
          policyPath, policy, "audienceMatchPolicy must be empty or MatchAny for single audience"));
    }
  }

  private void checkRest() {
    if (!issuer.certificateAuthority().isEmpty()) {
      Optional<String> error = Pem.certificatesError(issuer.certificateAuthority());
      error.ifPresent(
          text -> errors.add(invalid(path.field("certificateAuthority"), "<omitted>", text)));
    }
    String egress = issuer.egressSelectorType();
    if (!Set.of("", "controlplane", "cluster").contains(egress)) {
      errors.add(invalid(
          path.field("egressSelectorType"),
          egress,
          "egress selector must be either controlplane or cluster"));
    }
  }
}
