package io.plimsoll.core.authn;

import static io.plimsoll.core.validation.FieldError.duplicate;
import static io.plimsoll.core.validation.FieldError.invalid;
import static io.plimsoll.core.validation.FieldError.required;
import static io.plimsoll.core.validation.FieldError.tooMany;

import io.plimsoll.core.authn.AuthenticationConfiguration.AnonymousAuthCondition;
import io.plimsoll.core.authn.AuthenticationConfiguration.AnonymousAuthConfig;
import io.plimsoll.core.authn.AuthenticationConfiguration.ClaimMappings;
import io.plimsoll.core.authn.AuthenticationConfiguration.ClaimValidationRule;
import io.plimsoll.core.authn.AuthenticationConfiguration.ExtraMapping;
import io.plimsoll.core.authn.AuthenticationConfiguration.JwtAuthenticator;
import io.plimsoll.core.authn.AuthenticationConfiguration.PrefixedClaimOrExpression;
import io.plimsoll.core.authn.AuthenticationConfiguration.UserValidationRule;
import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.validation.FieldError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a server finds wrong with an {@link AuthenticationConfiguration}. Mirrors {@code
 * k8s.io/apiserver/pkg/apis/apiserver/validation}, but for what it says about the insides of CEL expressions.
 */
final class AuthenticationConfigurationValidation {

  private static final int MOST_ISSUERS = 64;
  private static final String NOT_BOTH = "claim and expression can't both be set";

  private final List<String> disallowedIssuers;
  private final List<FieldError> errors = new ArrayList<>();

  private AuthenticationConfigurationValidation(List<String> disallowedIssuers) {
    this.disallowedIssuers = disallowedIssuers;
  }

  /** Returns what is wrong with a whole configuration. */
  static List<FieldError> errors(AuthenticationConfiguration configuration) {
    FieldPath root = FieldPath.of("jwt");
    List<JwtAuthenticator> jwt = configuration.jwt();
    if (jwt.size() > MOST_ISSUERS) {
      return List.of(tooMany(root, jwt.size(), MOST_ISSUERS));
    }
    AuthenticationConfigurationValidation validation =
        new AuthenticationConfigurationValidation(List.of());
    Set<String> urls = new HashSet<>();
    Set<String> discoveryUrls = new HashSet<>();
    for (int i = 0; i < jwt.size(); i++) {
      FieldPath path = root.index(i);
      AuthenticationConfiguration.Issuer issuer = jwt.get(i).issuer();
      validation.check(jwt.get(i), path);
      validation.once(urls, path.field("issuer").field("url"), issuer.url());
      if (!issuer.discoveryUrl().isEmpty()) {
        validation.once(
            discoveryUrls, path.field("issuer").field("discoveryURL"), issuer.discoveryUrl());
      }
    }
    configuration.anonymous().ifPresent(validation::check);
    return validation.errors;
  }

  /** Returns what is wrong with one issuer, whose URL must be none of those that sign tokens of service accounts. */
  static List<FieldError> errors(JwtAuthenticator jwt, List<String> disallowedIssuers) {
    AuthenticationConfigurationValidation validation =
        new AuthenticationConfigurationValidation(disallowedIssuers);
    validation.check(jwt, FieldPath.ROOT);
    return validation.errors;
  }

  private void once(Set<String> seen, FieldPath path, String value) {
    if (!seen.add(value)) {
      errors.add(duplicate(path, value));
    }
  }

  private void check(AnonymousAuthConfig anonymous) {
    if (!anonymous.enabled() && !anonymous.conditions().isEmpty()) {
      List<Map<String, String>> conditions = anonymous.conditions().stream()
          .map(AnonymousAuthCondition::path)
          .map(path -> Map.of("Path", path))
          .toList();
      errors.add(invalid(
          FieldPath.of("anonymous", "conditions"),
          Value.from(conditions),
          "enabled should be set to true when conditions are defined"));
    }
  }

  private void check(JwtAuthenticator jwt, FieldPath path) {
    errors.addAll(IssuerValidation.errors(jwt.issuer(), path.field("issuer"), disallowedIssuers));
    checkClaimRules(jwt.claimValidationRules(), path.field("claimValidationRules"));
    check(jwt.claimMappings(), path.field("claimMappings"));
    checkUserRules(jwt.userValidationRules(), path.field("userValidationRules"));
  }

  private void checkClaimRules(List<ClaimValidationRule> rules, FieldPath path) {
    Set<String> claims = new HashSet<>();
    Set<String> expressions = new HashSet<>();
    for (int i = 0; i < rules.size(); i++) {
      ClaimValidationRule rule = rules.get(i);
      FieldPath at = path.index(i);
      if (!rule.claim().isEmpty() && !rule.expression().isEmpty()) {
        errors.add(invalid(at, rule.claim(), NOT_BOTH));
      } else if (!rule.claim().isEmpty()) {
        if (!rule.message().isEmpty()) {
          errors.add(invalid(
              at.field("message"), rule.message(), "may not be specified when claim is set"));
        }
        once(claims, at.field("claim"), rule.claim());
      } else if (!rule.expression().isEmpty()) {
        if (!rule.requiredValue().isEmpty()) {
          errors.add(invalid(
              at.field("requiredValue"),
              rule.requiredValue(),
              "may not be specified when expression is set"));
        }
        once(expressions, at.field("expression"), rule.expression());
      } else {
        errors.add(required(at, "claim or expression is required"));
      }
    }
  }

  private void check(ClaimMappings mappings, FieldPath path) {
    check(mappings.username(), path.field("username"), true);
    check(mappings.groups(), path.field("groups"), false);
    if (!mappings.uid().claim().isEmpty() && !mappings.uid().expression().isEmpty()) {
      errors.add(invalid(path.field("uid"), "", NOT_BOTH));
    }
    Set<String> keys = new HashSet<>();
    for (int i = 0; i < mappings.extra().size(); i++) {
      ExtraMapping extra = mappings.extra().get(i);
      FieldPath at = path.field("extra").index(i);
      errors.addAll(ExtraKeyValidation.errors(extra.key(), at.field("key")));
      if (!keys.add(extra.key())) {
        errors.add(duplicate(at.field("key"), extra.key()));
      } else if (extra.valueExpression().isEmpty()) {
        errors.add(required(at.field("valueExpression"), ""));
      }
    }
  }

  private void check(PrefixedClaimOrExpression mapping, FieldPath path, boolean needed) {
    boolean hasClaim = !mapping.claim().isEmpty();
    boolean hasExpression = !mapping.expression().isEmpty();
    if (hasClaim && hasExpression) {
      errors.add(invalid(path, "", NOT_BOTH));
    } else if (!hasClaim && !hasExpression && needed) {
      errors.add(required(path, "claim or expression is required"));
    } else if (hasExpression && mapping.prefix() != null) {
      errors.add(invalid(
          path.field("prefix"),
          mapping.prefixOrEmpty(),
          "may not be specified when expression is set"));
    } else if (hasClaim && mapping.prefix() == null) {
      errors.add(
          required(
              path.field("prefix"),
              "prefix is required when claim is set. It can be set to an empty string to disable prefixing"));
    }
  }

  private void checkUserRules(List<UserValidationRule> rules, FieldPath path) {
    Set<String> expressions = new HashSet<>();
    for (int i = 0; i < rules.size(); i++) {
      FieldPath at = path.index(i).field("expression");
      if (rules.get(i).expression().isEmpty()) {
        errors.add(required(at, ""));
      } else {
        once(expressions, at, rules.get(i).expression());
      }
    }
  }
}
