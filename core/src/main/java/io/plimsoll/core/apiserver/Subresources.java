package io.plimsoll.core.apiserver;

import io.plimsoll.core.validation.Strategy;
import java.util.Optional;

/** Parts of objects that have paths of their own, and what can be done with them. */
final class Subresources {

  private final Updates updates;
  private final Patches patches;
  private final Scales scales;
  private final Bindings bindings;
  private final Evictions evictions;
  private final Connections connections;
  private final Tokens tokens;

  Subresources(
      Updates updates,
      Patches patches,
      Scales scales,
      Bindings bindings,
      Evictions evictions,
      Connections connections,
      Tokens tokens) {
    this.updates = updates;
    this.patches = patches;
    this.scales = scales;
    this.bindings = bindings;
    this.evictions = evictions;
    this.connections = connections;
    this.tokens = tokens;
  }

  Response answer(Exchange exchange, Target target, String verb) throws Refusal {
    Scope scope = target.scope();
    if (Connections.SUBRESOURCES.contains(scope.subresource())) {
      return connections.connect(exchange, scope);
    }
    return switch (scope.subresource()) {
      case "scale" -> scale(exchange, target, verb);
      case "token" -> tokens.create(exchange, target);
      case "binding" -> bindings.create(exchange, target);
      case "eviction" -> evictions.create(exchange, target);
      case "log" -> PodLogs.read(exchange, scope);
      default -> part(exchange, target, verb);
    };
  }

  private Response scale(Exchange exchange, Target target, String verb) throws Refusal {
    if (target.strategy() instanceof CustomStrategy) {
      throw Refusal.unsupported("the scale of custom resources");
    }
    return switch (verb) {
      case "get" -> Scales.get(exchange, target.scope());
      case "update" -> updates.scale(exchange, target, scales);
      default -> patches.scale(exchange, target, scales);
    };
  }

  private Response part(Exchange exchange, Target target, String verb) throws Refusal {
    Target part = new Target(target.scope(), target.apiVersion(), target.kind(), strategy(target));
    return switch (verb) {
      case "get" -> Reads.get(exchange, target.scope());
      case "update" -> updates.update(exchange, part);
      default -> patches.patch(exchange, part);
    };
  }

  private static Strategy strategy(Target target) throws Refusal {
    Strategy whole = target.strategy();
    String subresource = target.scope().subresource();
    Optional<Strategy> own = whole.subresource(subresource);
    if (own.isPresent()) {
      return own.get();
    }
    if (subresource.equals("status")) {
      return new StatusStrategy(whole);
    }
    throw Refusal.unsupported("writing " + target.scope().resource().name() + "/" + subresource);
  }
}
