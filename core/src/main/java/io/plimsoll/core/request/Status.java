package io.plimsoll.core.request;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.OmitEmpty;
import io.plimsoll.core.validation.FieldError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The API server's answer when it is no object. Mirrors {@code meta/v1 Status}; the factories mirror {@code
 * k8s.io/apimachinery/pkg/api/errors}.
 *
 * @param code the HTTP code, 0 where the status does not repeat it
 * @param reason upstream's word for what went wrong, such as {@code Forbidden}; empty if nothing did or there is none
 * @param message what went wrong, for people
 * @param details what it is about, if that is known
 * @param continuation where a list that cannot go on as it began may go on from, as {@code metadata.continue}; or empty
 */
public record Status(
    int code, String reason, String message, Optional<Details> details, String continuation) {

  private static final String QUOTED_OBJECT = " is invalid: patch: Invalid value: \"";

  /** Makes a status that is not about a list. */
  public Status(int code, String reason, String message, Optional<Details> details) {
    this(code, reason, message, details, "");
  }

  /**
   * What a status is about.
   *
   * @param name the name of the object, or empty
   * @param group the API group, empty for the core group
   * @param kind the resource, or for invalid objects the kind; or empty
   * @param uid the uid of the object, or empty
   * @param causes what is wrong, one by one
   * @param retryAfterSeconds after how many seconds to try again, 0 if that is not said
   */
  public record Details(
      String name,
      String group,
      String kind,
      String uid,
      List<Cause> causes,
      int retryAfterSeconds) {
    public Details {
      causes = List.copyOf(causes);
    }

    /** Returns details about an object of a resource. */
    public static Details of(String group, String kind, String name) {
      return new Details(name, group, kind, "", List.of(), 0);
    }

    /** Returns these details with what is wrong, one by one. */
    public Details withCauses(List<Cause> others) {
      return new Details(name, group, kind, uid, others, retryAfterSeconds);
    }
  }

  /**
   * One thing that is wrong.
   *
   * @param reason upstream's word for it, such as {@code FieldValueInvalid}
   * @param message what is wrong, for people
   * @param field the field, or empty
   */
  public record Cause(String reason, String message, String field) {}

  /** Returns that an object may not be had, with the message of {@code NewForbidden}. */
  public static Status forbidden(String group, String resource, String name, String why) {
    String message;
    if (resource.isEmpty() && group.isEmpty()) {
      message = "forbidden: " + why;
    } else if (name.isEmpty()) {
      message = qualified(group, resource) + " is forbidden: " + why;
    } else {
      message = named(group, resource, name) + " is forbidden: " + why;
    }
    return about(403, "Forbidden", message, group, resource, name);
  }

  /** Returns that an object is not there. */
  public static Status notFound(String group, String resource, String name) {
    String message = named(group, resource, name) + " not found";
    return about(404, "NotFound", message, group, resource, name);
  }

  /** Returns that a path leads nowhere. */
  public static Status pathNotFound() {
    return about(404, "NotFound", "the server could not find the requested resource", "", "", "");
  }

  /** Returns that there is such an object already. */
  public static Status alreadyExists(String group, String resource, String name) {
    String message = named(group, resource, name) + " already exists";
    return about(409, "AlreadyExists", message, group, resource, name);
  }

  /** Returns that an object is not as the request takes it to be. */
  public static Status conflict(String group, String resource, String name, String why) {
    String message =
        "Operation cannot be fulfilled on " + named(group, resource, name) + ": " + why;
    return about(409, "Conflict", message, group, resource, name);
  }

  /** Returns that an object is invalid; the errors are its causes. */
  public static Status invalid(String group, String kind, String name, List<FieldError> errors) {
    List<Cause> causes = errors.stream()
        .map(e -> new Cause(e.type().reason(), e.body(), fieldOf(e.path())))
        .toList();
    String what = named(group, kind, name) + " is invalid";
    return new Status(
        422,
        "Invalid",
        errors.isEmpty() ? what : what + ": " + FieldError.aggregate(errors),
        Optional.of(Details.of(group, kind, name).withCauses(causes)));
  }

  private static String fieldOf(FieldPath path) {
    return path.isRoot() ? "" : path.toString();
  }

  /** Returns the message without the object that it quotes where a patch cannot be applied: that may be a Secret. */
  public String messageWithoutObject() {
    int start = message.indexOf(QUOTED_OBJECT);
    if (start < 0) {
      return message;
    }
    int end = start + QUOTED_OBJECT.length();
    while (end < message.length() && message.charAt(end) != '"') {
      end += message.charAt(end) == '\\' ? 2 : 1;
    }
    return message.substring(0, start + QUOTED_OBJECT.length())
        + "…"
        + message.substring(Math.min(end, message.length()));
  }

  /** Returns that something was made that has no object to show. */
  public static Status created() {
    return plain(201, "", "");
  }

  /** Returns that an object is gone; such a status does not repeat its code. */
  public static Status deleted(String group, String resource, String name, String uid) {
    Details details = new Details(name, group, resource, uid, List.of(), 0);
    return new Status(0, "", "", Optional.of(details));
  }

  /** Returns that a method is not for a path. */
  public static Status methodNotAllowed() {
    return about(
        405,
        "MethodNotAllowed",
        "the server does not allow this method on the requested resource",
        "",
        "",
        "");
  }

  /** Returns that resources cannot do what is asked for. */
  public static Status methodNotSupported(String group, String resource, String action) {
    String message = action + " is not supported on resources of kind "
        + GoText.quote(qualified(group, resource));
    return about(405, "MethodNotAllowed", message, group, resource, "");
  }

  /** Returns that a request makes no sense. */
  public static Status badRequest(String message) {
    return plain(400, "BadRequest", message);
  }

  /** Returns that a request comes from nobody known. */
  public static Status unauthorized() {
    return plain(401, "Unauthorized", "Unauthorized");
  }

  /** Returns that there is no answer in a form that the client takes. */
  public static Status notAcceptable(String why) {
    return plain(406, "NotAcceptable", why);
  }

  /** Returns that what is sent is too much. */
  public static Status tooLarge(String why) {
    return plain(413, "RequestEntityTooLarge", "Request entity too large: " + why);
  }

  /** Returns that what is asked for is too long ago. */
  public static Status expired(String message) {
    return plain(410, "Expired", message);
  }

  /** Returns that what is asked for took too long, and when to try again. */
  public static Status timeout(String why, int retryAfterSeconds) {
    Details details = new Details("", "", "", "", List.of(), retryAfterSeconds);
    return new Status(504, "Timeout", "Timeout: " + why, Optional.of(details));
  }

  /** Returns that the server failed. */
  public static Status internalError(String why) {
    Details details = new Details("", "", "", "", List.of(new Cause("", why, "")), 0);
    return new Status(
        500, "InternalError", "Internal error occurred: " + why, Optional.of(details));
  }

  /** Returns a status that is about nothing in particular. */
  public static Status plain(int code, String reason, String message) {
    return new Status(code, reason, message, Optional.empty());
  }

  private static Status about(
      int code, String reason, String message, String group, String kind, String name) {
    return new Status(code, reason, message, Optional.of(Details.of(group, kind, name)));
  }

  /** Mirrors {@code schema.GroupResource.String}: {@code pods}, {@code deployments.apps}. */
  public static String qualified(String group, String resource) {
    return group.isEmpty() ? resource : resource + "." + group;
  }

  private static String named(String group, String resource, String name) {
    return qualified(group, resource) + " " + GoText.quote(name);
  }

  /** Returns what is wrong, one by one. */
  public List<Cause> causes() {
    return details.map(Details::causes).orElse(List.of());
  }

  /** Returns this status with a further cause. */
  public Status withCause(Cause cause) {
    Details before = details.orElseGet(() -> Details.of("", "", ""));
    List<Cause> causes = new ArrayList<>(before.causes());
    causes.add(cause);
    return new Status(code, reason, message, Optional.of(before.withCauses(causes)), continuation);
  }

  /** Returns whether nothing went wrong. */
  public boolean isSuccess() {
    return code < 400;
  }

  /** Returns the status as the object that a client gets. */
  public MappingValue toTree() {
    Map<String, Value> tree = new LinkedHashMap<>();
    tree.put("kind", ScalarValue.of("Status"));
    tree.put("apiVersion", ScalarValue.of("v1"));
    tree.put(
        "metadata",
        continuation.isEmpty()
            ? MappingValue.empty()
            : MappingValue.of(Map.of("continue", ScalarValue.of(continuation))));
    tree.put("status", ScalarValue.of(isSuccess() ? "Success" : "Failure"));
    OmitEmpty.put(tree, "message", message);
    OmitEmpty.put(tree, "reason", reason);
    details.ifPresent(d -> tree.put("details", tree(d)));
    if (code != 0) {
      tree.put("code", ScalarValue.of(code));
    }
    return MappingValue.of(tree);
  }

  private static MappingValue tree(Details details) {
    Map<String, Value> tree = new LinkedHashMap<>();
    OmitEmpty.put(tree, "name", details.name());
    OmitEmpty.put(tree, "group", details.group());
    OmitEmpty.put(tree, "kind", details.kind());
    OmitEmpty.put(tree, "uid", details.uid());
    if (!details.causes().isEmpty()) {
      tree.put(
          "causes", SequenceValue.of(details.causes().stream().map(Status::tree).toList()));
    }
    if (details.retryAfterSeconds() != 0) {
      tree.put("retryAfterSeconds", ScalarValue.of(details.retryAfterSeconds()));
    }
    return MappingValue.of(tree);
  }

  private static MappingValue tree(Cause cause) {
    Map<String, Value> tree = new LinkedHashMap<>();
    OmitEmpty.put(tree, "reason", cause.reason());
    OmitEmpty.put(tree, "message", cause.message());
    OmitEmpty.put(tree, "field", cause.field());
    return MappingValue.of(tree);
  }
}
