package io.plimsoll.core.validation;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.core.manifest.Problem;
import io.plimsoll.core.manifest.Value;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is wrong with one field. Mirrors {@code field.Error} of {@code k8s.io/apimachinery/pkg/util/validation/field}.
 *
 * @param type what kind of error it is
 * @param path the field; the root if it is the object itself
 * @param value the value as upstream prints it ({@code "web"}, {@code 80}, {@code {"a":"b"}}); empty where the type of error
 *     does not show it
 * @param detail what was expected, or empty
 * @param covered whether a rule that is declared with the API covers it: it is dropped where that rule finds the same
 */
public record FieldError(Type type, FieldPath path, String value, String detail, boolean covered) {

  /** Makes an error that no declared rule covers. */
  public FieldError(Type type, FieldPath path, String value, String detail) {
    this(type, path, value, detail, false);
  }

  /** The kinds of error, by upstream's names. */
  public enum Type {
    /** What the field refers to is not there. */
    NOT_FOUND("FieldValueNotFound", "Not found", true, "field-not-found"),
    /** The field must be there. */
    REQUIRED("FieldValueRequired", "Required value", false, "field-required"),
    /** Another has the value that only one may have. */
    DUPLICATE("FieldValueDuplicate", "Duplicate value", true, "field-duplicate"),
    /** The value is malformed. */
    INVALID("FieldValueInvalid", "Invalid value", true, "field-invalid"),
    /** The value is none of those that are known. */
    NOT_SUPPORTED("FieldValueNotSupported", "Unsupported value", true, "field-not-supported"),
    /** The field must not be there, or not have this value. */
    FORBIDDEN("FieldValueForbidden", "Forbidden", false, "field-forbidden"),
    /** The value is too long. */
    TOO_LONG("FieldValueTooLong", "Too long", false, "field-too-long"),
    /** The list has too many items. */
    TOO_MANY("FieldValueTooMany", "Too many", true, "field-too-many"),
    /** The list has too few items. */
    TOO_FEW("FieldValueTooFew", "Too few", true, "field-too-few"),
    /** The value is too short. */
    TOO_SHORT("FieldValueTooShort", "Too short", false, "field-too-short"),
    /** The server failed. */
    INTERNAL("InternalError", "Internal error", false, "internal-error"),
    /** The value is of a wrong type. */
    TYPE_INVALID("FieldValueTypeInvalid", "Invalid value", true, "field-type-invalid");

    private final String reason;
    private final String words;
    private final boolean showsValue;
    private final String code;

    Type(String reason, String words, boolean showsValue, String code) {
      this.reason = reason;
      this.words = words;
      this.showsValue = showsValue;
      this.code = code;
    }

    /** Returns the reason as a status has it among its causes: {@code FieldValueInvalid}. */
    public String reason() {
      return reason;
    }

    /** Returns the code of a problem of this type: {@code field-invalid}. */
    public String code() {
      return code;
    }
  }

  /** Returns that a field must be there. */
  public static FieldError required(FieldPath path, String detail) {
    return new FieldError(Type.REQUIRED, path, "", detail);
  }

  /** Returns that a text is malformed. */
  public static FieldError invalid(FieldPath path, String value, String detail) {
    return new FieldError(Type.INVALID, path, GoText.quote(value), detail);
  }

  /** Returns that a number is malformed. */
  public static FieldError invalid(FieldPath path, long value, String detail) {
    return new FieldError(Type.INVALID, path, Long.toString(value), detail);
  }

  /** Returns that a boolean is not as it must be. */
  public static FieldError invalid(FieldPath path, boolean value, String detail) {
    return new FieldError(Type.INVALID, path, Boolean.toString(value), detail);
  }

  /** Returns that a list of texts is malformed. */
  public static FieldError invalid(FieldPath path, List<String> value, String detail) {
    return new FieldError(Type.INVALID, path, GoText.json(value), detail);
  }

  /** Returns that a value that upstream prints in a form of its own is malformed. */
  public static FieldError invalidPrinted(FieldPath path, String printed, String detail) {
    return new FieldError(Type.INVALID, path, printed, detail);
  }

  /** Returns that a value, which upstream prints as JSON, is malformed. */
  public static FieldError invalid(FieldPath path, Value value, String detail) {
    return new FieldError(Type.INVALID, path, value.toString(), detail);
  }

  /** Returns that a text is none of those that are known, which are listed in the order given. */
  public static FieldError notSupported(FieldPath path, String value, List<String> supported) {
    return notSupportedPrinted(path, GoText.quote(value), supported);
  }

  /** Returns that a value that upstream prints in a form of its own is none of those that are known. */
  public static FieldError notSupportedPrinted(
      FieldPath path, String printed, List<String> supported) {
    String values = supported.stream().map(GoText::quote).collect(Collectors.joining(", "));
    return new FieldError(
        Type.NOT_SUPPORTED,
        path,
        printed,
        supported.isEmpty() ? "" : "supported values: " + values);
  }

  /** Returns that another has the same text. */
  public static FieldError duplicate(FieldPath path, String value) {
    return new FieldError(Type.DUPLICATE, path, GoText.quote(value), "");
  }

  /** Returns that what a text refers to is not there. */
  public static FieldError notFound(FieldPath path, String value) {
    return new FieldError(Type.NOT_FOUND, path, GoText.quote(value), "");
  }

  /** Returns that a field must not be there, or not be like this. */
  public static FieldError forbidden(FieldPath path, String detail) {
    return new FieldError(Type.FORBIDDEN, path, "", detail);
  }

  /** Returns that a value has more than so many bytes. */
  public static FieldError tooLong(FieldPath path, int most) {
    return new FieldError(
        Type.TOO_LONG,
        path,
        "",
        "may not be more than " + most + " " + (most == 1 ? "byte" : "bytes"));
  }

  /** Returns that a list has more than so many items. */
  public static FieldError tooMany(FieldPath path, int actual, int most) {
    return new FieldError(
        Type.TOO_MANY,
        path,
        Integer.toString(actual),
        "must have at most " + most + " " + (most == 1 ? "item" : "items"));
  }

  /** Returns the error as one that a declared rule covers, too: {@code MarkCoveredByDeclarative}. */
  public FieldError asCovered() {
    return new FieldError(type, path, value, detail, true);
  }

  /** Returns the message without the field: {@code Invalid value: "x": must be …}, as causes of a status have it. */
  public String body() {
    StringBuilder text = new StringBuilder(type.words);
    if (type.showsValue) {
      text.append(": ").append(value);
    }
    return detail.isEmpty() ? text.toString() : text.append(": ").append(detail).toString();
  }

  /** Returns the error as a problem of an object. */
  public Problem problem(ObjectRef object) {
    return Problem.error(type.code(), null, body()).in(object).at(path);
  }

  /** Returns the error as Go prints it: {@code spec.replicas: Invalid value: -1: must be …}. */
  @Override
  public String toString() {
    return path + ": " + body();
  }

  /** Returns several errors as Go prints their aggregate: each text once, in brackets if there is more than one. */
  public static String aggregate(List<FieldError> errors) {
    return GoText.aggregate(errors.stream().map(FieldError::toString).toList());
  }
}
