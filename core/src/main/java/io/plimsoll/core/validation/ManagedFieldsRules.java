package io.plimsoll.core.validation;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import java.util.List;

/** Which fields of an object belong to whom. Mirrors {@code ValidateManagedFields} of {@code pkg/apis/meta/v1/validation}. */
final class ManagedFieldsRules {

  private static final int MAX_MANAGER = 128;
  private static final int MAX_SUBRESOURCE = 256;
  private static final List<String> OPERATIONS = List.of("Apply", "Update");

  private ManagedFieldsRules() {}

  static void check(List<FieldError> errors, FieldPath path, Fields metadata) {
    if (metadata.value("managedFields") instanceof SequenceValue entries) {
      for (int i = 0; i < entries.size(); i++) {
        check(errors, path.index(i), entries.get(i));
      }
    }
  }

  private static void check(List<FieldError> errors, FieldPath path, Value entry) {
    Fields fields = Fields.of(entry);
    String operation = fields.text("operation");
    if (operation.isEmpty()) {
      errors.add(FieldError.required(path.field("operation"), "must not be empty"));
    } else if (!OPERATIONS.contains(operation)) {
      errors.add(FieldError.notSupportedPrinted(
          path.field("operation"), GoText.json(operation), OPERATIONS));
    }
    String type = fields.text("fieldsType");
    if (!type.isEmpty() && !type.equals("FieldsV1")) {
      errors.add(FieldError.invalid(path.field("fieldsType"), type, "must be `FieldsV1`"));
    }
    manager(errors, path.field("manager"), fields.text("manager"));
    if (GoText.length(fields.text("subresource")) > MAX_SUBRESOURCE) {
      errors.add(FieldError.tooLong(path.field("subresource"), MAX_SUBRESOURCE));
    }
  }

  /** Mirrors {@code ValidateFieldManager}. */
  private static void manager(List<FieldError> errors, FieldPath path, String manager) {
    if (GoText.length(manager) > MAX_MANAGER) {
      errors.add(FieldError.tooLong(path, MAX_MANAGER));
    }
    int at = 0;
    for (int i = 0; i < manager.length(); i += Character.charCount(manager.codePointAt(i))) {
      int character = manager.codePointAt(i);
      if (!GoText.isPrint(character)) {
        errors.add(FieldError.invalid(
            path,
            manager,
            String.format("invalid character U+%04X (at position %d)", character, at)));
      }
      at += GoText.length(Character.toString(character));
    }
  }
}
