package io.plimsoll.core.registry;

import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.model.LabelSyntax;
import io.plimsoll.core.validation.FieldError;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Conditions in a status. Mirrors {@code ValidateConditions} of {@code k8s.io/apimachinery/pkg/apis/meta/v1/validation}. */
public final class ConditionRules {

  private static final List<String> STATUSES = List.of("False", "True", "Unknown");
  private static final String REASON = "[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?";
  private static final Pattern REASONS = Pattern.compile(REASON);
  private static final String NO_REASON =
      "a condition reason must start with alphabetic character, optionally followed by a string of"
          + " alphanumeric characters or '_,:', and must end with an alphanumeric character or '_'"
          + " (e.g. 'my_name',  or 'MY_NAME',  or 'MyName',  or 'ReasonA,ReasonB',  or"
          + " 'ReasonA:ReasonB', regex used for validation is '" + REASON + "')";
  private static final int LONGEST_REASON = 1024;
  private static final int LONGEST_MESSAGE = 32 * 1024;

  private ConditionRules() {}

  /** Adds what is wrong with the conditions of a status. */
  public static void check(Part status) {
    Set<String> types = new HashSet<>();
    for (Part condition : status.list("conditions")) {
      String type = condition.text("type");
      if (!types.add(type)) {
        condition.error(FieldError.duplicate(condition.path(), type));
      }
      checkOne(condition);
    }
  }

  private static void checkOne(Part condition) {
    String type = condition.text("type");
    if (type.isEmpty()) {
      condition.required("type", "is required");
    } else {
      condition.invalid("type", LabelSyntax.keyErrors(type));
    }
    if (condition.text("status").isEmpty()) {
      condition.required("status", "");
    } else if (!STATUSES.contains(condition.text("status"))) {
      condition.notSupported("status", STATUSES);
    }
    if (condition.number("observedGeneration") < 0) {
      condition.error(FieldError.invalid(
          condition.at("observedGeneration"),
          condition.number("observedGeneration"),
          "must be greater than or equal to zero"));
    }
    if (!condition.has("lastTransitionTime")) {
      condition.required("lastTransitionTime", "");
    }
    checkReason(condition);
    if (GoText.length(condition.text("message")) > LONGEST_MESSAGE) {
      condition.error(FieldError.tooLong(condition.at("message"), LONGEST_MESSAGE));
    }
  }

  private static void checkReason(Part condition) {
    String reason = condition.text("reason");
    if (reason.isEmpty()) {
      condition.required("reason", "");
      return;
    }
    if (!REASONS.matcher(reason).matches()) {
      condition.invalid("reason", List.of(NO_REASON));
    }
    if (GoText.length(reason) > LONGEST_REASON) {
      condition.error(FieldError.tooLong(condition.at("reason"), LONGEST_REASON));
    }
  }
}
