package io.plimsoll.core.apiserver;

import io.plimsoll.core.authz.Authorizer;
import io.plimsoll.core.authz.WriteAuthorization;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.core.request.Status;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What kinds demand of who writes them, beyond the authorization of the request: nobody grants more than they have. */
final class WriteChecks {

  private final Map<String, WriteAuthorization> byKind = new HashMap<>();
  private final Authorizer authorizer;

  WriteChecks(List<WriteAuthorization> authorizations, Authorizer authorizer) {
    for (WriteAuthorization authorization : authorizations) {
      String group = ObjectRef.groupOf(authorization.apiVersion());
      byKind.put(key(group, authorization.kind()), authorization);
    }
    this.authorizer = authorizer;
  }

  private static String key(String group, String kind) {
    return group + "/" + kind;
  }

  void check(Exchange exchange, Target target, MappingValue object, Optional<MappingValue> old)
      throws Refusal {
    WriteAuthorization authorization =
        byKind.get(key(target.scope().resource().group(), target.kind()));
    if (authorization == null) {
      return;
    }
    Optional<Status> refusal = authorization.refusal(new WriteAuthorization.Write(
        exchange.state().cluster(),
        exchange.user(),
        authorizer,
        exchange.info().attributes(),
        object,
        old.orElse(null)));
    if (refusal.isPresent()) {
      exchange.trace(Stage.AUTHORIZATION, "escalation", "refused", refusal.get().message());
      throw Refusal.of(refusal.get());
    }
  }
}
