package io.plimsoll.core.apiserver;

import io.plimsoll.core.authz.Authorization;
import io.plimsoll.core.authz.AuthorizationFilter;
import io.plimsoll.core.authz.Authorizer;
import io.plimsoll.core.request.Attributes;
import io.plimsoll.core.request.Status;

/** The second authorization of a write that turns out to create. Mirrors {@code withAuthorization} of {@code endpoints/handlers}. */
final class CreateAuthorization {

  private final Authorizer authorizer;

  CreateAuthorization(Authorizer authorizer) {
    this.authorizer = authorizer;
  }

  void check(Exchange exchange, Scope scope) throws Refusal {
    Attributes attributes = new Attributes(
        "create",
        scope.resource().group(),
        scope.resource().version(),
        scope.resource().name(),
        scope.subresource(),
        scope.namespace(),
        scope.name(),
        exchange.request().path(),
        true);
    Authorization answer =
        authorizer.authorize(exchange.state().cluster(), exchange.user(), attributes);
    exchange.trace(
        Stage.AUTHORIZATION, "create", answer.isAllowed() ? "allowed" : "refused", answer.reason());
    if (answer.isAllowed()) {
      return;
    }
    throw Refusal.of(answer
        .error()
        .map(Status::internalError)
        .orElseGet(
            () -> AuthorizationFilter.forbidden(exchange.user(), attributes, answer.reason())));
  }

  /** Refuses to open a stream for who may not create one. Mirrors {@code ensureAuthorizedForVerb} of {@code pkg/registry/core/pod/rest}. */
  void checkStream(Exchange exchange) throws Refusal {
    Attributes attributes = exchange.info().attributes().verb("create");
    Authorization answer =
        authorizer.authorize(exchange.state().cluster(), exchange.user(), attributes);
    exchange.trace(
        Stage.AUTHORIZATION, "create", answer.isAllowed() ? "allowed" : "refused", answer.reason());
    if (answer.error().isPresent()) {
      throw Refusal.of(Status.plain(500, "", answer.error().get()));
    }
    if (!answer.isAllowed()) {
      throw Refusal.of(Status.forbidden(
          attributes.apiGroup(), attributes.resource(), attributes.name(), answer.reason()));
    }
  }
}
