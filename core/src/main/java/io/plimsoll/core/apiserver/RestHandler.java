package io.plimsoll.core.apiserver;

import io.plimsoll.core.request.Attributes;
import io.plimsoll.core.request.Status;
import io.plimsoll.core.schema.ApiResource;
import io.plimsoll.core.schema.ResourceCatalog;
import io.plimsoll.core.validation.Strategies;
import java.util.Optional;

/** Sends a request about a resource to what answers it. Mirrors {@code k8s.io/apiserver/pkg/endpoints/installer.go}. */
final class RestHandler {

  private final ResourceCatalog catalog;
  private final Strategies strategies;
  private final Creates creates;
  private final Updates updates;
  private final Patches patches;
  private final Deletes deletes;
  private final Subresources subresources;
  private final Reviews reviews;

  RestHandler(
      ResourceCatalog catalog,
      Strategies strategies,
      Creates creates,
      Updates updates,
      Patches patches,
      Deletes deletes,
      Subresources subresources,
      Reviews reviews) {
    this.catalog = catalog;
    this.strategies = strategies;
    this.creates = creates;
    this.updates = updates;
    this.patches = patches;
    this.deletes = deletes;
    this.subresources = subresources;
    this.reviews = reviews;
  }

  Response answer(Exchange exchange) throws Refusal {
    Attributes attributes = exchange.info().attributes();
    Optional<ApiResource> resource =
        catalog.byResource(attributes.apiGroup(), attributes.apiVersion(), attributes.resource());
    if (resource.isEmpty()) {
      Optional<ApiResource> custom = CustomKinds.of(exchange.state().cluster())
          .byResource(attributes.apiGroup(), attributes.apiVersion(), attributes.resource());
      if (custom.isPresent()) {
        return answerCustom(exchange, Scope.of(custom.get(), attributes), attributes.verb());
      }
      throw isServed(attributes) ? Refusal.of(Status.pathNotFound()) : NonResourcePaths.notFound();
    }
    Scope scope = Scope.of(resource.get(), attributes);
    Routes.check(exchange.info(), scope);
    Target target = new Target(
        scope,
        scope.resource().apiVersion(),
        scope.resource().kind(),
        strategies.of(scope.resource()));
    if (reviews.handles(scope)) {
      return review(exchange, target, attributes.verb());
    }
    return scope.subresource().isEmpty()
        ? answer(exchange, target, attributes.verb())
        : subresources.answer(exchange, target, attributes.verb());
  }

  /** Answers for a custom resource. */
  private Response answerCustom(Exchange exchange, Scope scope, String verb) throws Refusal {
    Routes.check(exchange.info(), scope);
    if (scope.subresource().equals("scale")) {
      throw Refusal.unsupported("the scale of custom resources");
    }
    Target target = new Target(
        scope,
        scope.resource().apiVersion(),
        scope.resource().kind(),
        CustomStrategy.of(scope.resource()));
    return scope.subresource().isEmpty()
        ? answer(exchange, target, verb)
        : subresources.answer(exchange, target, verb);
  }

  /** Returns whether there are resources of the group and version: then it is they that have no such path. */
  private boolean isServed(Attributes attributes) {
    return catalog.resources().stream()
        .anyMatch(resource -> resource.group().equals(attributes.apiGroup())
            && resource.version().equals(attributes.apiVersion()));
  }

  private Response review(Exchange exchange, Target target, String verb) throws Refusal {
    Routes.checkVerb(target.scope().resource().verbs(), verb);
    Negotiation.check(exchange.request(), verb);
    return reviews.create(exchange, target);
  }

  private Response answer(Exchange exchange, Target target, String verb) throws Refusal {
    Scope scope = target.scope();
    Routes.checkVerb(scope.resource().verbs(), verb);
    Negotiation.check(exchange.request(), verb);
    return switch (verb) {
      case "get" -> Reads.get(exchange, scope);
      case "list" -> Reads.list(exchange, scope);
      case "watch" -> Reads.watch(exchange, scope);
      case "create" -> creates.create(exchange, target);
      case "update" -> updates.update(exchange, target);
      case "patch" -> patches.patch(exchange, target);
      case "delete" -> deletes.delete(exchange, scope);
      case "deletecollection" -> deletes.deleteCollection(exchange, scope);
      default -> throw new IllegalStateException("no verb of a resource: \"" + verb + "\"");
    };
  }
}
