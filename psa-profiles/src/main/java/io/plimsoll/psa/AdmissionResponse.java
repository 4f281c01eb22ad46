package io.plimsoll.psa;

import io.plimsoll.core.model.Maps;
import io.plimsoll.core.request.Status;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What Pod Security admission says about a request. Mirrors {@code admission/v1 AdmissionResponse}.
 *
 * @param status why it is refused; empty if it is allowed
 * @param warnings what the user should know, in order
 * @param auditAnnotations notes for the audit log; the API server puts {@code pod-security.kubernetes.io/} before their keys, which
 *     are {@code exempt}, {@code enforce-policy}, {@code audit-violations} and {@code error}
 * @param evaluations the evaluations the answer rests on: enforce for a pod, then audit, then warn unless the request is refused;
 *     none if nothing had to be evaluated
 */
public record AdmissionResponse(
    Optional<Status> status,
    List<String> warnings,
    Map<String, String> auditAnnotations,
    List<Evaluation> evaluations) {

  /** The answer to a request that Pod Security has nothing to say about. */
  static final AdmissionResponse ALLOWED = allowed(List.of());

  public AdmissionResponse {
    warnings = List.copyOf(warnings);
    auditAnnotations = Maps.copy(auditAnnotations);
    evaluations = List.copyOf(evaluations);
  }

  /**
   * What one mode's policy says about the pod of a request.
   *
   * @param mode the mode
   * @param policy what the mode demands
   * @param result what the pod violates; the paths of its findings start at the root of the request's object
   */
  public record Evaluation(Mode mode, LevelVersion policy, PodSecurityResult result) {}

  /** Returns whether the request is allowed. */
  public boolean allowed() {
    return status.isEmpty();
  }

  static AdmissionResponse allowed(List<String> warnings) {
    return new AdmissionResponse(Optional.empty(), warnings, Map.of(), List.of());
  }

  static AdmissionResponse allowed(String annotation, String value) {
    return new AdmissionResponse(Optional.empty(), List.of(), Map.of(annotation, value), List.of());
  }

  /** A refusal for a rule of the API. */
  static AdmissionResponse refused(Status status) {
    return new AdmissionResponse(Optional.of(status), List.of(), Map.of(), List.of());
  }

  /** A refusal because something went wrong, which the audit log hears about in more detail. */
  static AdmissionResponse failed(Status status, Optional<String> cause) {
    String error = status.message() + cause.map(why -> ": " + why).orElse("");
    return new AdmissionResponse(Optional.of(status), List.of(), Map.of("error", error), List.of());
  }

  /**
   * A refusal because an object is not what it should be.
   *
   * @param which what upstream says before the kind, such as {@code "old "}
   * @param kind what it should be, such as {@code pod}
   */
  static AdmissionResponse undecodable(RequestObject object, String which, String kind) {
    String what = object.decodingError().isPresent() ? "object" : kind;
    return failed(Status.badRequest("failed to decode " + which + what), object.decodingError());
  }
}
