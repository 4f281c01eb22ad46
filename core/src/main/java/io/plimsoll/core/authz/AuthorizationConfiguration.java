package io.plimsoll.core.authz;

import io.plimsoll.core.decode.ConfigurationDecoding;
import io.plimsoll.core.decode.ConfigurationKind;
import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.Source;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.Names;
import io.plimsoll.core.schema.Field;
import io.plimsoll.core.schema.FieldType.ListOf;
import io.plimsoll.core.schema.FieldType.Scalar;
import io.plimsoll.core.schema.ObjectType;
import io.plimsoll.core.validation.FieldError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The authorizers of an API server in the order in which they are asked: the file of {@code --authorization-config}. Mirrors {@code
 * apiserver.config.k8s.io/v1 AuthorizationConfiguration} and its validation by kube-apiserver.
 *
 * @param authorizers the authorizers, after the group {@code system:masters}, which always comes first
 */
public record AuthorizationConfiguration(List<AuthorizerConfiguration> authorizers) {

  static final String WEBHOOK = "Webhook";

  /** The types that kube-apiserver has, in the order in which it lists them. */
  static final List<String> TYPES =
      List.of("ABAC", "AlwaysAllow", "AlwaysDeny", "Node", "RBAC", WEBHOOK);

  private static final String GROUP = "apiserver.config.k8s.io";

  private static final ConfigurationKind KIND = new ConfigurationKind(
      "AuthorizationConfiguration",
      List.of(GROUP + "/v1", GROUP + "/v1beta1", GROUP + "/v1alpha1"),
      ObjectType.ofStrings(
          "AuthorizationConfiguration",
          List.of("apiVersion", "kind"),
          Field.of(
              "authorizers",
              new ListOf(ObjectType.ofStrings(
                  "AuthorizerConfiguration",
                  List.of("type", "name"),
                  Field.of("webhook", webhookType()))))));

  private static ObjectType webhookType() {
    return ObjectType.ofStrings(
        "WebhookConfiguration",
        List.of(
            "authorizedTTL",
            "unauthorizedTTL",
            "timeout",
            "subjectAccessReviewVersion",
            "matchConditionSubjectAccessReviewVersion",
            "failurePolicy"),
        Field.of("cacheAuthorizedRequests", Scalar.BOOLEAN),
        Field.of("cacheUnauthorizedRequests", Scalar.BOOLEAN),
        Field.of(
            "connectionInfo",
            ObjectType.ofStrings("WebhookConnectionInfo", List.of("type", "kubeConfigFile"))),
        Field.of(
            "matchConditions",
            new ListOf(ObjectType.ofStrings("WebhookMatchCondition", List.of("expression")))));
  }

  public AuthorizationConfiguration {
    authorizers = List.copyOf(authorizers);
  }

  /**
   * Reads and validates a file, as kube-apiserver does when it starts. The files it names are not looked for, and expressions in
   * CEL not compiled.
   *
   * @throws IllegalArgumentException if the server would not start with it, with upstream's message
   */
  public static AuthorizationConfiguration parse(Source source) {
    return parse(source, Set.of());
  }

  /**
   * Reads and validates a file that may name authorizers of types of one's own.
   *
   * @throws IllegalArgumentException as {@link #parse(Source)} does
   */
  public static AuthorizationConfiguration parse(Source source, Set<String> ownTypes) {
    AuthorizationConfiguration configuration = decode(source);
    List<FieldError> errors = configuration.errors(ownTypes);
    if (!errors.isEmpty()) {
      throw new IllegalArgumentException(FieldError.aggregate(errors));
    }
    List<String> misnamed = configuration.misnamed(ownTypes);
    if (!misnamed.isEmpty()) {
      throw new IllegalArgumentException(GoText.aggregate(misnamed));
    }
    return configuration;
  }

  private static AuthorizationConfiguration decode(Source source) {
    ConfigurationDecoding decoding = KIND.decode(source);
    try {
      if (!decoding.isFine()) {
        throw new IllegalArgumentException(decoding.message());
      }
      return new AuthorizationConfiguration(
          Fields.of(decoding.tree()).list("authorizers", AuthorizerConfiguration::from));
    } catch (IllegalArgumentException refused) {
      throw new IllegalArgumentException(
          "failed to load AuthorizationConfiguration from file: " + refused.getMessage(), refused);
    }
  }

  /** Mirrors {@code ValidateAuthorizationConfiguration} of {@code k8s.io/apiserver/pkg/apis/apiserver/validation}. */
  private List<FieldError> errors(Set<String> ownTypes) {
    FieldPath path = FieldPath.of("authorizers");
    List<FieldError> errors = new ArrayList<>();
    if (authorizers.isEmpty()) {
      errors.add(FieldError.required(path, "at least one authorization mode must be defined"));
    }
    Set<String> types = new HashSet<>();
    Set<String> names = new HashSet<>();
    for (int i = 0; i < authorizers.size(); i++) {
      AuthorizerConfiguration one = authorizers.get(i);
      FieldPath type = path.index(i).field("type");
      if (one.type().isEmpty()) {
        errors.add(FieldError.required(type, ""));
      } else if (!TYPES.contains(one.type()) && !ownTypes.contains(one.type())) {
        errors.add(FieldError.notSupported(type, one.type(), TYPES));
      } else if (!types.add(one.type()) && !one.type().equals(WEBHOOK)) {
        errors.add(FieldError.duplicate(type, one.type()));
      } else {
        checkName(one.name(), names, path.index(i).field("name"), errors);
        checkWebhook(one, path.index(i), errors);
      }
    }
    return errors;
  }

  private static void checkName(
      String name, Set<String> names, FieldPath path, List<FieldError> errors) {
    List<String> malformed = Names.dnsSubdomainErrors(name);
    if (name.isEmpty()) {
      errors.add(FieldError.required(path, ""));
    } else if (names.contains(name)) {
      errors.add(FieldError.duplicate(path, name));
    } else if (!malformed.isEmpty()) {
      errors.add(FieldError.invalid(
          path, name, "authorizer name is invalid: " + String.join(", ", malformed)));
    }
    names.add(name);
  }

  private static void checkWebhook(
      AuthorizerConfiguration one, FieldPath path, List<FieldError> errors) {
    if (!one.type().equals(WEBHOOK)) {
      if (one.webhook() != null) {
        errors.add(FieldError.invalid(
            path.field("webhook"), "non-null", "may only be specified when type=Webhook"));
      }
    } else if (one.webhook() == null) {
      errors.add(FieldError.required(path.field("webhook"), "required when type=Webhook"));
    } else {
      errors.addAll(WebhookValidation.errors(one.webhook(), path));
    }
  }

  /** Mirrors {@code LoadAndValidateData} of {@code pkg/kubeapiserver/authorizer}: only webhooks have names of their own. */
  private List<String> misnamed(Set<String> ownTypes) {
    List<String> errors = new ArrayList<>();
    for (AuthorizerConfiguration one : authorizers) {
      String expected = nameOf(one.type());
      if (!one.type().equals(WEBHOOK)
          && !ownTypes.contains(one.type())
          && !one.name().equals(expected)) {
        errors.add("expected name " + expected + " for authorizer " + one.type() + " instead of "
            + one.name());
      }
    }
    return errors;
  }

  /** Returns the name that the authorizer of a type has if it is no webhook. */
  static String nameOf(String type) {
    return type.toLowerCase(Locale.ROOT);
  }
}
