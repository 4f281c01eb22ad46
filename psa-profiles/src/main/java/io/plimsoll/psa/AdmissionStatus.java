package io.plimsoll.psa;

import io.plimsoll.core.manifest.GoText;
import java.util.List;
import java.util.Optional;

/**
 * Why a request is refused. Mirrors the failures of {@code meta/v1 Status}.
 *
 * @param code the HTTP status code
 * @param reason its name in the API: {@code Forbidden}
 * @param message the sentence for people
 * @param details what it is about; empty if upstream says nothing, in which case an API server fills in what was asked for
 */
public record AdmissionStatus(int code, String reason, String message, Optional<Details> details) {

  /**
   * What a refusal is about.
   *
   * @param name the name of the object, or empty
   * @param group the API group, or empty
   * @param kind the kind or resource, or empty
   * @param causes what exactly is wrong, in order
   */
  public record Details(String name, String group, String kind, List<Cause> causes) {
    public Details {
      causes = List.copyOf(causes);
    }
  }

  /**
   * One thing that is wrong.
   *
   * @param reason its name in the API, {@code FieldValueInvalid}, or empty
   * @param message the sentence for people
   * @param field the path of the field, or empty
   */
  public record Cause(String reason, String message, String field) {}

  /** Returns what exactly is wrong, in order. */
  public List<Cause> causes() {
    return details.map(Details::causes).orElse(List.of());
  }

  /** The body cannot be used. Mirrors {@code NewBadRequest} of {@code apimachinery/pkg/api/errors}. */
  static AdmissionStatus badRequest(String message) {
    return new AdmissionStatus(400, "BadRequest", message, Optional.empty());
  }

  /** The request breaks a rule. Mirrors {@code NewForbidden}. */
  static AdmissionStatus forbidden(AdmissionRequest request, String why) {
    String name = request.name().isEmpty() ? "" : " " + GoText.quote(request.name());
    return new AdmissionStatus(
        403,
        "Forbidden",
        request.groupResource() + name + " is forbidden: " + why,
        Optional.of(new Details(request.name(), request.group(), request.resource(), List.of())));
  }

  /** Fields have values that are none. Mirrors {@code NewInvalid}. */
  static AdmissionStatus invalid(AdmissionRequest request, PolicyLabels labels) {
    List<Cause> causes = labels.errors().stream()
        .map(error ->
            new Cause("FieldValueInvalid", error.message(), error.path().toString()))
        .toList();
    return new AdmissionStatus(
        422,
        "Invalid",
        request.groupKind() + " " + GoText.quote(request.name()) + " is invalid: "
            + FieldErrors.aggregate(labels.errors()),
        Optional.of(new Details(request.name(), request.group(), request.kind(), causes)));
  }

  /** The server cannot tell. Mirrors {@code NewInternalError}. */
  static AdmissionStatus internalError(String why) {
    return new AdmissionStatus(
        500,
        "InternalError",
        "Internal error occurred: " + why,
        Optional.of(new Details("", "", "", List.of(new Cause("", why, "")))));
  }
}
