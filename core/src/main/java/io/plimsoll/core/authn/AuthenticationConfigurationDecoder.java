package io.plimsoll.core.authn;

import io.plimsoll.core.authn.AuthenticationConfiguration.AnonymousAuthCondition;
import io.plimsoll.core.authn.AuthenticationConfiguration.AnonymousAuthConfig;
import io.plimsoll.core.authn.AuthenticationConfiguration.ClaimMappings;
import io.plimsoll.core.authn.AuthenticationConfiguration.ClaimOrExpression;
import io.plimsoll.core.authn.AuthenticationConfiguration.ClaimValidationRule;
import io.plimsoll.core.authn.AuthenticationConfiguration.ExtraMapping;
import io.plimsoll.core.authn.AuthenticationConfiguration.Issuer;
import io.plimsoll.core.authn.AuthenticationConfiguration.JwtAuthenticator;
import io.plimsoll.core.authn.AuthenticationConfiguration.PrefixedClaimOrExpression;
import io.plimsoll.core.authn.AuthenticationConfiguration.UserValidationRule;
import io.plimsoll.core.decode.ConfigurationKind;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.schema.Field;
import io.plimsoll.core.schema.FieldType;
import io.plimsoll.core.schema.FieldType.ListOf;
import io.plimsoll.core.schema.FieldType.Scalar;
import io.plimsoll.core.schema.ObjectType;
import java.util.List;
import java.util.Optional;

/** Reads {@link AuthenticationConfiguration}. Mirrors {@code k8s.io/apiserver/pkg/apis/apiserver/v1/types.go}. */
final class AuthenticationConfigurationDecoder {

  private static final String GROUP = "apiserver.config.k8s.io";

  static final ConfigurationKind KIND = new ConfigurationKind(
      "AuthenticationConfiguration",
      List.of(GROUP + "/v1", GROUP + "/v1beta1", GROUP + "/v1alpha1"),
      ObjectType.ofStrings(
          "AuthenticationConfiguration",
          List.of("apiVersion", "kind"),
          Field.of("jwt", new ListOf(jwtType())),
          Field.of("anonymous", anonymousType())));

  private AuthenticationConfigurationDecoder() {}

  static AuthenticationSettingsException failed(String name, String why) {
    return new AuthenticationSettingsException(
        "failed to load authentication configuration from file " + GoText.quote(name) + ": " + why);
  }

  private static ObjectType jwtType() {
    return ObjectType.ofStrings(
        "JWTAuthenticator",
        List.of(),
        Field.of(
            "issuer",
            ObjectType.ofStrings(
                "Issuer",
                List.of(
                    "url",
                    "discoveryURL",
                    "certificateAuthority",
                    "audienceMatchPolicy",
                    "egressSelectorType"),
                Field.of("audiences", new ListOf(Scalar.STRING)))),
        Field.of(
            "claimValidationRules",
            listOf("ClaimValidationRule", "claim", "requiredValue", "expression", "message")),
        Field.of(
            "claimMappings",
            ObjectType.ofStrings(
                "ClaimMappings",
                List.of(),
                Field.of("username", prefixedType()),
                Field.of("groups", prefixedType()),
                Field.of(
                    "uid",
                    ObjectType.ofStrings("ClaimOrExpression", List.of("claim", "expression"))),
                Field.of("extra", listOf("ExtraMapping", "key", "valueExpression")))),
        Field.of("userValidationRules", listOf("UserValidationRule", "expression", "message")));
  }

  private static ObjectType prefixedType() {
    return ObjectType.ofStrings(
        "PrefixedClaimOrExpression", List.of("claim", "prefix", "expression"));
  }

  private static ObjectType anonymousType() {
    return ObjectType.ofStrings(
        "AnonymousAuthConfig",
        List.of(),
        Field.of("enabled", Scalar.BOOLEAN),
        Field.of("conditions", listOf("AnonymousAuthCondition", "path")));
  }

  private static FieldType listOf(String type, String... fields) {
    return new ListOf(ObjectType.ofStrings(type, List.of(fields)));
  }

  static AuthenticationConfiguration read(Fields fields) {
    Optional<AnonymousAuthConfig> anonymous = fields.has("anonymous")
        ? Optional.of(anonymous(Fields.of(fields.value("anonymous"))))
        : Optional.empty();
    return new AuthenticationConfiguration(
        fields.list("jwt", AuthenticationConfigurationDecoder::jwt), anonymous);
  }

  private static AnonymousAuthConfig anonymous(Fields fields) {
    return new AnonymousAuthConfig(
        Boolean.TRUE.equals(fields.bool("enabled")),
        fields.list("conditions", condition -> new AnonymousAuthCondition(condition.text("path"))));
  }

  private static JwtAuthenticator jwt(Fields fields) {
    return new JwtAuthenticator(
        issuer(Fields.of(fields.value("issuer"))),
        fields.list(
            "claimValidationRules",
            rule -> new ClaimValidationRule(
                rule.text("claim"),
                rule.text("requiredValue"),
                rule.text("expression"),
                rule.text("message"))),
        mappings(Fields.of(fields.value("claimMappings"))),
        fields.list(
            "userValidationRules",
            rule -> new UserValidationRule(rule.text("expression"), rule.text("message"))));
  }

  private static Issuer issuer(Fields fields) {
    return new Issuer(
        fields.text("url"),
        fields.text("discoveryURL"),
        fields.text("certificateAuthority"),
        fields.strings("audiences"),
        fields.text("audienceMatchPolicy"),
        fields.text("egressSelectorType"));
  }

  private static ClaimMappings mappings(Fields fields) {
    Fields uid = Fields.of(fields.value("uid"));
    return new ClaimMappings(
        prefixed(Fields.of(fields.value("username"))),
        prefixed(Fields.of(fields.value("groups"))),
        new ClaimOrExpression(uid.text("claim"), uid.text("expression")),
        fields.list(
            "extra", extra -> new ExtraMapping(extra.text("key"), extra.text("valueExpression"))));
  }

  private static PrefixedClaimOrExpression prefixed(Fields fields) {
    return new PrefixedClaimOrExpression(
        fields.text("claim"), fields.string("prefix"), fields.text("expression"));
  }
}
