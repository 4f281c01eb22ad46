package io.plimsoll.core.apiserver;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.Stamps;
import io.plimsoll.core.request.User;
import io.plimsoll.core.validation.Draft;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the server itself writes into requests for certificates: who asks, and when they were answered. Mirrors {@code
 * csrStrategy.PrepareForCreate} and {@code populateConditionTimestamps} of {@code pkg/registry/certificates/certificates}.
 */
final class CertificateRequests {

  private CertificateRequests() {}

  static MappingValue askedBy(User user, MappingValue request) {
    MappingValue spec = Fields.of(request.get("spec")).tree();
    spec = spec.with("username", ScalarValue.of(user.name())).without("extra");
    spec =
        user.uid().isEmpty() ? spec.without("uid") : spec.with("uid", ScalarValue.of(user.uid()));
    spec = spec.with("groups", SequenceValue.ofStrings(user.groups()));
    if (!user.extra().isEmpty()) {
      spec = spec.with("extra", user.extraTree());
    }
    return request.with("spec", spec).without("status");
  }

  /** Returns a request whose conditions say when they were written, and when they became what they are. */
  static MappingValue answeredAt(Instant now, MappingValue request, MappingValue old) {
    ScalarValue time = Stamps.time(now);
    List<Value> before = Draft.of(Draft.of(old).object("status")).items("conditions");
    return Draft.edit(
        request,
        draft -> draft.edit(
            "status",
            status -> status.editEach(
                "conditions",
                condition -> condition
                    .setDefault("lastUpdateTime", time)
                    .setDefault("lastTransitionTime", became(condition, before).orElse(time)))));
  }

  private static Optional<Value> became(Draft condition, List<Value> before) {
    return before.stream()
        .map(Fields::of)
        .filter(other -> List.of("type", "status").stream()
            .allMatch(field -> other.text(field).equals(condition.text(field))))
        .flatMap(other -> Stream.ofNullable(other.value("lastTransitionTime")))
        .findFirst();
  }
}
