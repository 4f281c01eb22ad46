package io.plimsoll.core.authn;

import io.plimsoll.core.authn.AuthenticationConfiguration.ClaimMappings;
import io.plimsoll.core.authn.AuthenticationConfiguration.ClaimOrExpression;
import io.plimsoll.core.authn.AuthenticationConfiguration.ClaimValidationRule;
import io.plimsoll.core.authn.AuthenticationConfiguration.Issuer;
import io.plimsoll.core.authn.AuthenticationConfiguration.JwtAuthenticator;
import io.plimsoll.core.authn.AuthenticationConfiguration.PrefixedClaimOrExpression;
import io.plimsoll.core.model.Maps;
import java.util.List;
import java.util.Map;

/**
 * What the {@code --oidc-*} flags say of an issuer of tokens. Mirrors {@code OIDCAuthenticationOptions}.
 *
 * @param issuerUrl {@code --oidc-issuer-url}
 * @param clientId {@code --oidc-client-id}: whom the tokens must be for
 * @param usernameClaim {@code --oidc-username-claim}, by default {@code sub}
 * @param usernamePrefix {@code --oidc-username-prefix}: if empty, the issuer's URL unless the claim is {@code email}; {@code -}
 *     for none
 * @param groupsClaim {@code --oidc-groups-claim}, or empty
 * @param groupsPrefix {@code --oidc-groups-prefix}, or empty
 * @param signingAlgs {@code --oidc-signing-algs}, by default {@code RS256}
 * @param requiredClaims {@code --oidc-required-claim}
 */
public record OidcFlags(
    String issuerUrl,
    String clientId,
    String usernameClaim,
    String usernamePrefix,
    String groupsClaim,
    String groupsPrefix,
    List<String> signingAlgs,
    Map<String, String> requiredClaims) {

  public OidcFlags {
    signingAlgs = List.copyOf(signingAlgs);
    requiredClaims = Maps.copy(requiredClaims);
  }

  /** Returns the flags of an issuer whose other flags are as by default. */
  public static OidcFlags of(String issuerUrl, String clientId) {
    return new OidcFlags(issuerUrl, clientId, "sub", "", "", "", List.of("RS256"), Map.of());
  }

  /** Returns these flags with another claim for the user's name and its prefix. */
  public OidcFlags withUsername(String claim, String prefix) {
    return new OidcFlags(
        issuerUrl, clientId, claim, prefix, groupsClaim, groupsPrefix, signingAlgs, requiredClaims);
  }

  /** Returns these flags with a claim for the groups and its prefix. */
  public OidcFlags withGroups(String claim, String prefix) {
    return new OidcFlags(
        issuerUrl,
        clientId,
        usernameClaim,
        usernamePrefix,
        claim,
        prefix,
        signingAlgs,
        requiredClaims);
  }

  /** Returns these flags with other algorithms that tokens may be signed with. */
  public OidcFlags withSigningAlgs(List<String> algorithms) {
    return new OidcFlags(
        issuerUrl,
        clientId,
        usernameClaim,
        usernamePrefix,
        groupsClaim,
        groupsPrefix,
        algorithms,
        requiredClaims);
  }

  /** Returns these flags with claims that must have a value. */
  public OidcFlags withRequiredClaims(Map<String, String> claims) {
    return new OidcFlags(
        issuerUrl,
        clientId,
        usernameClaim,
        usernamePrefix,
        groupsClaim,
        groupsPrefix,
        signingAlgs,
        claims);
  }

  /** Returns the issuer as a configuration has it. Mirrors {@code ToAuthenticationConfig}. */
  JwtAuthenticator toJwtAuthenticator() {
    List<ClaimValidationRule> rules = requiredClaims.entrySet().stream()
        .map(claim -> new ClaimValidationRule(claim.getKey(), claim.getValue(), "", ""))
        .toList();
    PrefixedClaimOrExpression groups = groupsClaim.isEmpty()
        ? PrefixedClaimOrExpression.NONE
        : PrefixedClaimOrExpression.of(groupsClaim, groupsPrefix);
    return new JwtAuthenticator(
        new Issuer(issuerUrl, "", "", List.of(clientId), "", ""),
        rules,
        new ClaimMappings(
            PrefixedClaimOrExpression.of(usernameClaim, effectiveUsernamePrefix()),
            groups,
            ClaimOrExpression.NONE,
            List.of()),
        List.of());
  }

  private String effectiveUsernamePrefix() {
    if (usernamePrefix.isEmpty() && !usernameClaim.equals("email")) {
      return issuerUrl + "#";
    }
    return usernamePrefix.equals("-") ? "" : usernamePrefix;
  }
}
