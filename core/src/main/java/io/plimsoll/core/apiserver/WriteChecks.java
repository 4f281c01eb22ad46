package io.plimsoll.core.apiserver;

import io.plimsoll.core.authz.Authorizer;
import io.plimsoll.core.authz.WriteAuthorization;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.request.Status;
import java.util.List;
import java.util.Optional;

/** What kinds demand of who writes them, beyond the authorization of the request: nobody grants more than they have. */
final class WriteChecks {

  private final List<WriteAuthorization> authorizations;
  private final Authorizer authorizer;

  WriteChecks(List<WriteAuthorization> authorizations, Authorizer authorizer) {
    this.authorizations = List.copyOf(authorizations);
    this.authorizer = authorizer;
  }

  void check(Exchange exchange, Target target, MappingValue object, Optional<MappingValue> old)
      throws Refusal {
    for (WriteAuthorization authorization : authorizations) {
      Optional<Status> refusal = authorization.refusal(
          exchange.state().cluster(),
          exchange.user(),
          authorizer,
          target.scope().resource(),
          object,
          old);
      if (refusal.isPresent()) {
        exchange.trace(
            Stage.AUTHORIZATION, "escalation", "refused", refusal.get().message());
        throw Refusal.of(refusal.get());
      }
    }
  }
}
