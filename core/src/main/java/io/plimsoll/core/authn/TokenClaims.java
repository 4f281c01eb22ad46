package io.plimsoll.core.authn;

import io.plimsoll.core.authn.AuthenticationConfiguration.ClaimOrExpression;
import io.plimsoll.core.authn.AuthenticationConfiguration.ClaimValidationRule;
import io.plimsoll.core.authn.AuthenticationConfiguration.PrefixedClaimOrExpression;
import io.plimsoll.core.authn.OidcAuthenticator.ExpressionException;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a token that is proved says, and what becomes of it. Mirrors {@code claims} of {@code oidc.go}. */
final class TokenClaims {

  private static final String EMAIL_VERIFIED = "email_verified";

  private final MappingValue claims;

  TokenClaims(MappingValue claims) {
    this.claims = claims;
  }

  private Value find(String name) throws TokenException {
    Value value = claims.get(name);
    if (value == null) {
      throw new TokenException("claim not present");
    }
    return value;
  }

  private boolean has(String name) {
    return claims.get(name) != null;
  }

  private String text(String name, String errorStart) throws TokenException {
    try {
      return Members.string(find(name));
    } catch (TokenException wrong) {
      throw new TokenException(errorStart + wrong.text());
    }
  }

  /** Checks that a claim is not at some other place, where nobody looks for it. Mirrors {@code claimResolver.expand}. */
  void checkIsHere(String claim) throws TokenException, ExpressionException {
    Value names = claims.get("_claim_names");
    if (has(claim) || names == null) {
      return;
    }
    if (!has("_claim_sources")) {
      throw new TokenException("oidc: could not expand distributed claims: oidc: no claim sources");
    }
    String source = Fields.of(names).text(claim);
    Fields sources = Fields.of(claims.get("_claim_sources"));
    String endpoint = Fields.of(sources.value(source)).text("endpoint");
    if (!source.isEmpty() && !endpoint.isEmpty()) {
      throw new ExpressionException("the claim \"" + claim + "\" at another server", endpoint);
    }
  }

  String username(PrefixedClaimOrExpression mapping) throws TokenException, ExpressionException {
    if (!mapping.expression().isEmpty()) {
      throw new ExpressionException("claimMappings.username", mapping.expression());
    }
    String claim = mapping.claim();
    String name = text(claim, "oidc: parse username claims " + GoText.quote(claim) + ": ");
    if (claim.equals("email") && has(EMAIL_VERIFIED)) {
      checkVerified(find(EMAIL_VERIFIED));
    }
    return mapping.prefixOrEmpty() + name;
  }

  private static void checkVerified(Value value) throws TokenException {
    boolean isTrue = value instanceof ScalarValue scalar && scalar.isBoolean();
    if (!isTrue && !value.isNull()) {
      throw new TokenException("oidc: parse '" + EMAIL_VERIFIED + "' claim: "
          + Members.unexpected(value, "bool").text());
    }
    if (!value.equals(ScalarValue.of(true))) {
      throw new TokenException("oidc: email not verified");
    }
  }

  /** Returns the groups: those of a claim, which is a list or a single string. */
  List<String> groups(PrefixedClaimOrExpression mapping)
      throws TokenException, ExpressionException {
    String claim = mapping.claim();
    if (!claim.isEmpty() && has(claim)) {
      try {
        return strings(claims.get(claim)).stream()
            .map(group -> mapping.prefixOrEmpty() + group)
            .toList();
      } catch (TokenException wrong) {
        throw new TokenException(
            "oidc: parse groups claim " + GoText.quote(claim) + ": " + wrong.text());
      }
    }
    if (!mapping.expression().isEmpty()) {
      throw new ExpressionException("claimMappings.groups", mapping.expression());
    }
    return List.of();
  }

  private static List<String> strings(@Nullable Value value) throws TokenException {
    if (value == null || value.isNull()) {
      return List.of();
    }
    if (value instanceof SequenceValue list
        && list.items().stream().allMatch(TokenClaims::isText)) {
      return Members.strings(list);
    }
    return List.of(Members.string(value));
  }

  private static boolean isText(Value value) {
    return value.isNull() || (value instanceof ScalarValue scalar && scalar.isString());
  }

  String uid(ClaimOrExpression mapping) throws TokenException, ExpressionException {
    if (!mapping.claim().isEmpty()) {
      return text(mapping.claim(), "oidc: parse uid claim " + GoText.quote(mapping.claim()) + ": ");
    }
    if (!mapping.expression().isEmpty()) {
      throw new ExpressionException("claimMappings.uid", mapping.expression());
    }
    return "";
  }

  /** Returns what identifies the token, or the empty text. */
  String credentialId() {
    return claims.get("jti") instanceof ScalarValue scalar && scalar.isString()
        ? Credentials.ofTokenId(scalar.text())
        : "";
  }

  /** Checks the claims that must have a value, and then comes to the expressions. */
  void checkRules(List<ClaimValidationRule> rules) throws TokenException, ExpressionException {
    Map<String, String> required = new LinkedHashMap<>();
    for (ClaimValidationRule rule : rules) {
      if (!rule.claim().isEmpty()) {
        required.put(rule.claim(), rule.requiredValue());
      }
    }
    for (Map.Entry<String, String> claim : required.entrySet()) {
      checkRequired(claim.getKey(), claim.getValue());
    }
    for (ClaimValidationRule rule : rules) {
      if (!rule.expression().isEmpty()) {
        throw new ExpressionException("claimValidationRules", rule.expression());
      }
    }
  }

  private void checkRequired(String claim, String value) throws TokenException {
    if (!has(claim)) {
      throw new TokenException("oidc: required claim " + claim + " not present in ID token");
    }
    String found = text(claim, "oidc: parse claim " + claim + ": ");
    if (!found.equals(value)) {
      throw new TokenException("oidc: required claim " + claim + " value does not match. Got = "
          + found + ", want = " + value);
    }
  }
}
