package io.plimsoll.core.authn;

import io.plimsoll.core.decode.ConfigurationDecoding;
import io.plimsoll.core.model.Fields;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The file of {@code --authentication-config}: who may issue tokens, and who may ask without any. Mirrors {@code
 * apiserver.config.k8s.io/v1 AuthenticationConfiguration}.
 *
 * @param jwt the issuers, with what becomes of their tokens
 * @param anonymous requests without credentials, if the file says anything of them
 */
public record AuthenticationConfiguration(
    List<JwtAuthenticator> jwt, Optional<AnonymousAuthConfig> anonymous) {

  public AuthenticationConfiguration {
    jwt = List.copyOf(jwt);
  }

  /** Returns a configuration without issuers that says nothing of anonymous requests. */
  public static AuthenticationConfiguration empty() {
    return new AuthenticationConfiguration(List.of(), Optional.empty());
  }

  /**
   * Reads a file. It is decoded strictly, and not validated: that is done when a server is made with it.
   *
   * @param name the name of the file, for messages
   * @param text YAML or JSON
   * @throws AuthenticationSettingsException if it cannot be decoded, with the message that the server ends with
   */
  public static AuthenticationConfiguration parse(String name, String text) {
    if (text.isEmpty()) {
      throw AuthenticationConfigurationDecoder.failed(name, "empty config data");
    }
    ConfigurationDecoding decoding = AuthenticationConfigurationDecoder.KIND.decode(name, text);
    if (!decoding.isFine()) {
      throw AuthenticationConfigurationDecoder.failed(name, decoding.message());
    }
    return AuthenticationConfigurationDecoder.read(Fields.of(decoding.tree()));
  }

  /**
   * An issuer of tokens.
   *
   * @param issuer the issuer itself
   * @param claimValidationRules what a token must say
   * @param claimMappings what makes the user of it
   * @param userValidationRules what the user must be like
   */
  public record JwtAuthenticator(
      Issuer issuer,
      List<ClaimValidationRule> claimValidationRules,
      ClaimMappings claimMappings,
      List<UserValidationRule> userValidationRules) {
    public JwtAuthenticator {
      claimValidationRules = List.copyOf(claimValidationRules);
      userValidationRules = List.copyOf(userValidationRules);
    }
  }

  /**
   * Who issues tokens, and for whom.
   *
   * @param url the URL, which the claim {@code iss} repeats
   * @param discoveryUrl where the issuer tells its keys, if that is elsewhere; or empty
   * @param certificateAuthority the authority of the issuer's own certificate, or empty
   * @param audiences whom a token may be for
   * @param audienceMatchPolicy {@code MatchAny} or empty
   * @param egressSelectorType {@code controlplane}, {@code cluster} or empty
   */
  public record Issuer(
      String url,
      String discoveryUrl,
      String certificateAuthority,
      List<String> audiences,
      String audienceMatchPolicy,
      String egressSelectorType) {
    public Issuer {
      audiences = List.copyOf(audiences);
    }
  }

  /**
   * What a token must say: a claim with a value, or a CEL expression that is true.
   *
   * @param claim the claim, or empty
   * @param requiredValue its value
   * @param expression the expression, or empty
   * @param message what is said if the expression is false
   */
  public record ClaimValidationRule(
      String claim, String requiredValue, String expression, String message) {}

  /**
   * What makes the user of a token.
   *
   * @param username the user name
   * @param groups the groups
   * @param uid the uid
   * @param extra further attributes
   */
  public record ClaimMappings(
      PrefixedClaimOrExpression username,
      PrefixedClaimOrExpression groups,
      ClaimOrExpression uid,
      List<ExtraMapping> extra) {
    public ClaimMappings {
      extra = List.copyOf(extra);
    }
  }

  /**
   * A claim with a prefix, or a CEL expression.
   *
   * @param claim the claim, or empty
   * @param prefix what is put before its value; {@code null} if the file does not say
   * @param expression the expression, or empty
   */
  public record PrefixedClaimOrExpression(
      String claim, @Nullable String prefix, String expression) {
    /** Says nothing. */
    public static final PrefixedClaimOrExpression NONE =
        new PrefixedClaimOrExpression("", null, "");

    /** Returns a claim with a prefix, which may be empty. */
    public static PrefixedClaimOrExpression of(String claim, String prefix) {
      return new PrefixedClaimOrExpression(claim, prefix, "");
    }

    String prefixOrEmpty() {
      return prefix == null ? "" : prefix;
    }
  }

  /**
   * A claim or a CEL expression.
   *
   * @param claim the claim, or empty
   * @param expression the expression, or empty
   */
  public record ClaimOrExpression(String claim, String expression) {
    /** Says nothing. */
    public static final ClaimOrExpression NONE = new ClaimOrExpression("", "");
  }

  /**
   * An attribute of the user that a CEL expression makes.
   *
   * @param key the name of the attribute
   * @param valueExpression the expression
   */
  public record ExtraMapping(String key, String valueExpression) {}

  /**
   * What the user of a token must be like.
   *
   * @param expression a CEL expression that is true
   * @param message what is said if it is false
   */
  public record UserValidationRule(String expression, String message) {}

  /**
   * Requests without credentials.
   *
   * @param enabled whether they are let in, as {@code system:anonymous}
   * @param conditions on which paths; on all if empty
   */
  public record AnonymousAuthConfig(boolean enabled, List<AnonymousAuthCondition> conditions) {
    public AnonymousAuthConfig {
      conditions = List.copyOf(conditions);
    }
  }

  /**
   * A condition on a request without credentials.
   *
   * @param path its path, exactly
   */
  public record AnonymousAuthCondition(String path) {}
}
