package io.plimsoll.core.apiserver;

import io.plimsoll.core.cluster.CustomKinds;
import io.plimsoll.core.request.Attributes;
import io.plimsoll.core.schema.ApiResource;
import io.plimsoll.core.schema.ResourceCatalog;
import io.plimsoll.core.validation.Strategies;
import io.plimsoll.core.validation.Strategy;
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
  private final Bindings bindings;

  RestHandler(
      ResourceCatalog catalog,
      Strategies strategies,
      Creates creates,
      Updates updates,
      Patches patches,
      Deletes deletes,
      Subresources subresources,
      Reviews reviews,
      Bindings bindings) {
    this.catalog = catalog;
    this.strategies = strategies;
    this.creates = creates;
    this.updates = updates;
    this.patches = patches;
    this.deletes = deletes;
    this.subresources = subresources;
    this.reviews = reviews;
    this.bindings = bindings;
  }

  Response answer(Exchange exchange) throws Refusal {
    Routes.checkPath(exchange);
    Attributes attributes = exchange.info().attributes();
    Optional<ApiResource> resource =
        catalog.byResource(attributes.apiGroup(), attributes.apiVersion(), attributes.resource());
    if (resource.isPresent()) {
      return answer(exchange, Scope.of(resource.get(), attributes), strategies.of(resource.get()));
    }
    ApiResource custom = CustomKinds.of(exchange.state().cluster())
        .byResource(attributes.apiGroup(), attributes.apiVersion(), attributes.resource())
        .orElseThrow(() -> isServed(attributes) ? Refusal.pathNotFound() : Refusal.pageNotFound());
    return answer(exchange, Scope.of(custom, attributes), CustomStrategy.of(custom));
  }

  private Response answer(Exchange exchange, Scope scope, Strategy strategy) throws Refusal {
    Routes.check(exchange, scope);
    Negotiation.check(exchange, scope);
    Target target =
        new Target(scope, scope.resource().apiVersion(), scope.resource().kind(), strategy);
    String verb = exchange.info().attributes().verb();
    Response response = scope.subresource().isEmpty()
        ? answer(exchange, target, verb)
        : subresources.answer(exchange, target, verb);
    return Negotiation.represented(exchange, response);
  }

  /** Returns whether the group is there in some version: then it is its resources that have no such path. */
  private boolean isServed(Attributes attributes) {
    return attributes.apiGroup().isEmpty() || catalog.hasGroup(attributes.apiGroup());
  }

  private Response answer(Exchange exchange, Target target, String verb) throws Refusal {
    Scope scope = target.scope();
    return switch (verb) {
      case "get" -> Reads.get(exchange, scope);
      case "list" -> Reads.list(exchange, scope);
      case "watch" -> Reads.watch(exchange, scope);
      case "create" -> create(exchange, target);
      case "update" -> updates.update(exchange, target);
      case "patch" -> patches.patch(exchange, target);
      case "delete" -> deletes.delete(exchange, scope);
      case "deletecollection" -> deletes.deleteCollection(exchange, scope);
      default -> throw new IllegalStateException("no verb of a resource: \"" + verb + "\"");
    };
  }

  private Response create(Exchange exchange, Target target) throws Refusal {
    if (reviews.handles(target.scope())) {
      return reviews.create(exchange, target);
    }
    Optional<ApiResource> pods =
        target.scope().is("", "bindings") ? catalog.byResource("", "v1", "pods") : Optional.empty();
    return pods.isPresent()
        ? bindings.createByItself(exchange, target, pods.get())
        : creates.create(exchange, target);
  }
}
