package io.plimsoll.core.apiserver;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.OmitEmpty;
import io.plimsoll.core.request.ApiRequest;
import io.plimsoll.core.request.Status;
import io.plimsoll.core.validation.FieldError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The options of a write: {@code CreateOptions}, {@code UpdateOptions}, {@code PatchOptions} and the part of {@code
 * DeleteOptions} that they share. Mirrors {@code k8s.io/apimachinery/pkg/apis/meta/v1/validation}.
 *
 * @param kind the kind of the options
 * @param dryRun what is only tried, empty or {@code All}
 * @param fieldManager who writes, or empty
 * @param fieldValidation how strictly unknown fields are taken, or empty
 * @param force whether an apply takes fields away from others; null if that is not said
 */
record RequestOptions(
    String kind,
    List<String> dryRun,
    String fieldManager,
    String fieldValidation,
    @Nullable Boolean force) {

  static final String CREATE = "CreateOptions";
  static final String UPDATE = "UpdateOptions";
  static final String PATCH = "PatchOptions";

  private static final String META_GROUP = "meta.k8s.io";
  private static final ScalarValue API_VERSION = ScalarValue.of(META_GROUP.concat("/v1"));
  private static final int MANAGER_LENGTH = 128;
  private static final List<String> DRY_RUNS = List.of("All");
  private static final List<String> FIELD_VALIDATIONS = List.of("", "Ignore", "Strict", "Warn");

  static RequestOptions of(String kind, ApiRequest request) {
    return new RequestOptions(
        kind,
        List.copyOf(request.parameterValues("dryRun")),
        request.parameter("fieldManager"),
        request.parameter("fieldValidation"),
        kind.equals(PATCH) ? new Parameters(request).bool("force") : null);
  }

  boolean isDryRun() {
    return dryRun.contains("All");
  }

  /** Returns the same options for another operation: a write that turns out to create is admitted with {@code CreateOptions}. */
  RequestOptions as(String otherKind) {
    return new RequestOptions(otherKind, dryRun, fieldManager, fieldValidation, null);
  }

  /** Refuses options that are invalid; an apply must say who writes. */
  void check(boolean apply) throws Refusal {
    List<FieldError> errors = new ArrayList<>();
    if (kind.equals(PATCH) && apply && fieldManager.isEmpty()) {
      errors.add(FieldError.required(FieldPath.of("fieldManager"), "is required for apply patch"));
    }
    if (kind.equals(PATCH) && !apply && force != null) {
      errors.add(
          FieldError.forbidden(FieldPath.of("force"), "may not be specified for non-apply patch"));
    }
    checkManager(errors);
    checkDryRun(dryRun, errors);
    if (!FIELD_VALIDATIONS.contains(fieldValidation)) {
      errors.add(FieldError.notSupported(
          FieldPath.of("fieldValidation"), fieldValidation, FIELD_VALIDATIONS));
    }
    if (!errors.isEmpty()) {
      throw Refusal.of(Status.invalid(META_GROUP, kind, "", errors));
    }
  }

  private void checkManager(List<FieldError> errors) {
    if (fieldManager.isEmpty()) {
      return;
    }
    FieldPath path = FieldPath.of("fieldManager");
    if (GoText.length(fieldManager) > MANAGER_LENGTH) {
      errors.add(FieldError.tooLong(path, MANAGER_LENGTH));
    }
    int position = 0;
    for (int c : fieldManager.codePoints().toArray()) {
      if (!GoText.isPrint(c)) {
        String detail =
            "invalid character " + GoText.unicode(c) + " (at position " + position + ")";
        errors.add(FieldError.invalid(path, fieldManager, detail));
      }
      position += GoText.length(Character.toString(c));
    }
  }

  static void checkDryRun(List<String> dryRun, List<FieldError> errors) {
    if (!DRY_RUNS.containsAll(dryRun)) {
      errors.add(new FieldError(
          FieldError.Type.NOT_SUPPORTED,
          FieldPath.of("dryRun"),
          GoText.json(dryRun),
          "supported values: \"All\""));
    }
  }

  /** Returns the options as admission gets them. */
  MappingValue tree() {
    MappingValue tree =
        MappingValue.empty().with("kind", ScalarValue.of(kind)).with("apiVersion", API_VERSION);
    Map<String, Value> said = new LinkedHashMap<>();
    OmitEmpty.put(said, "dryRun", dryRun);
    if (force != null) {
      said.put("force", ScalarValue.of(force));
    }
    OmitEmpty.put(said, "fieldManager", fieldManager);
    OmitEmpty.put(said, "fieldValidation", fieldValidation);
    return said.isEmpty() ? tree : tree.withAll(MappingValue.of(said));
  }
}
