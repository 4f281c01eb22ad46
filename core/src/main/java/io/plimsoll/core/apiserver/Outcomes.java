package io.plimsoll.core.apiserver;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.request.Status;
import io.plimsoll.core.schema.ApiResource;
import io.plimsoll.core.validation.WriteOutcome;
import java.util.Optional;

/** What becomes of an object, as an answer to a client. */
final class Outcomes {

  private Outcomes() {}

  /** Returns the object that is accepted, or else refuses the request. */
  static MappingValue accepted(Exchange exchange, Target target, WriteOutcome outcome)
      throws Refusal {
    Optional<String> gap = target.strategy().unvalidated();
    gap.ifPresent(why -> exchange.trace(Stage.VALIDATION, "", "incomplete", why));
    if (outcome instanceof WriteOutcome.Accepted accepted) {
      accepted.warnings().forEach(exchange::warn);
      if (gap.isEmpty()) {
        exchange.trace(TraceStep.VALID);
      }
      return accepted.object();
    }
    Status status;
    if (outcome instanceof WriteOutcome.Invalid invalid) {
      invalid.warnings().forEach(exchange::warn);
      ApiResource resource = target.scope().resource();
      status = Status.invalid(resource.group(), target.kind(), invalid.name(), invalid.errors());
    } else {
      status = Status.badRequest(((WriteOutcome.BadRequest) outcome).message());
    }
    exchange.trace(Stage.VALIDATION, "", "refused", status.message());
    throw Refusal.of(status);
  }
}
