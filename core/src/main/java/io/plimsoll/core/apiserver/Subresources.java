package io.plimsoll.core.apiserver;

/** Parts of objects that have their own paths. */
final class Subresources {

  private final Updates updates;
  private final Patches patches;

  Subresources(Updates updates, Patches patches) {
    this.updates = updates;
    this.patches = patches;
  }

  Response answer(Exchange exchange, Target target, String verb) throws Refusal {
    return switch (verb) {
      case "get" -> Reads.get(exchange, target.scope());
      case "update" -> updates.update(exchange, target);
      case "patch" -> patches.patch(exchange, target);
      default -> throw RestHandler.methodNotAllowed();
    };
  }
}
