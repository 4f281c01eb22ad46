package io.plimsoll.psa;

import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.request.Status;
import io.plimsoll.core.request.Status.Cause;
import io.plimsoll.core.request.Status.Details;
import java.util.List;
import java.util.Optional;

/** Why a request is refused. */
final class Statuses {

  private Statuses() {}

  /** The request breaks a rule. */
  static Status forbidden(AdmissionRequest request, String why) {
    return Status.forbidden(request.group(), request.resource(), request.name(), why);
  }

  /** Labels have values that are none. Mirrors {@code NewInvalid} of {@code apimachinery/pkg/api/errors}. */
  static Status invalid(AdmissionRequest request, PolicyLabels labels) {
    List<Cause> causes = labels.errors().stream()
        .map(error ->
            new Cause("FieldValueInvalid", error.message(), error.path().toString()))
        .toList();
    return new Status(
        422,
        "Invalid",
        request.groupKind() + " " + GoText.quote(request.name()) + " is invalid: "
            + FieldErrors.aggregate(labels.errors()),
        Optional.of(
            Details.of(request.group(), request.kind(), request.name()).withCauses(causes)));
  }
}
