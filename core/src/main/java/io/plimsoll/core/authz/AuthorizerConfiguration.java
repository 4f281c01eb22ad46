package io.plimsoll.core.authz;

import io.plimsoll.core.model.Fields;
import org.jspecify.annotations.Nullable;

/**
 * One authorizer of an {@link AuthorizationConfiguration}. Mirrors {@code apiserver.config.k8s.io/v1 AuthorizerConfiguration}.
 *
 * @param type what it is, such as {@code RBAC} or {@code Webhook}
 * @param name the name by which reasons tell it from others
 * @param webhook how it is asked, if it is a webhook
 */
public record AuthorizerConfiguration(
    String type, String name, @Nullable WebhookConfiguration webhook) {

  static AuthorizerConfiguration from(Fields fields) {
    return new AuthorizerConfiguration(
        fields.text("type"),
        fields.text("name"),
        fields.object("webhook", WebhookConfiguration::from));
  }
}
