package io.plimsoll.core.apiserver;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.registry.ServiceRanges;
import io.plimsoll.core.registry.service.Allocation;
import io.plimsoll.core.registry.service.ServiceAllocator;
import io.plimsoll.core.request.Status;

/**
 * The addresses and ports of nodes that writes of Services ask for, before anything else of the object is looked at. Mirrors {@code
 * BeginCreate} and {@code BeginUpdate} of {@code generic/registry.Store}, which only Services have.
 */
final class ServiceAddresses {

  private final ServiceAllocator allocator;

  ServiceAddresses(ServiceRanges ranges) {
    this.allocator = new ServiceAllocator(ranges);
  }

  static boolean isFor(Scope scope) {
    return scope.is("", "services") && scope.subresource().isEmpty();
  }

  /** Returns a new Service, which has its name, with what it does not say of its addresses. */
  MappingValue created(
      Exchange exchange, Target target, RequestOptions options, MappingValue service)
      throws Refusal {
    Allocation allocation =
        allocator.create(exchange.state().cluster(), service, options.isDryRun());
    return accepted(exchange, target, service, allocation);
  }

  /** Returns a Service that is to take the place of another with what it does not say of its addresses. */
  MappingValue updated(
      Exchange exchange,
      Target target,
      RequestOptions options,
      MappingValue service,
      MappingValue old)
      throws Refusal {
    Allocation allocation =
        allocator.update(exchange.state().cluster(), service, old, options.isDryRun());
    return accepted(exchange, target, service, allocation);
  }

  /** Returns a stored Service with what is known of its addresses if it does not say it. */
  MappingValue asRead(MappingValue service) {
    return allocator.asRead(service);
  }

  private static MappingValue accepted(
      Exchange exchange, Target target, MappingValue service, Allocation allocation)
      throws Refusal {
    if (allocation instanceof Allocation.Allocated allocated) {
      return allocated.service();
    }
    Status status = status(target, Meta.name(service), allocation);
    exchange.trace(Stage.VALIDATION, "", "refused", status.message());
    throw Refusal.of(status);
  }

  private static Status status(Target target, String name, Allocation refused) {
    if (refused instanceof Allocation.Invalid invalid) {
      return Status.invalid("", target.kind(), name, invalid.errors());
    }
    return refused instanceof Allocation.Exhausted error
        ? Status.internalError(error.why())
        : Status.plain(500, "", ((Allocation.Failed) refused).why());
  }
}
