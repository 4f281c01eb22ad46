package io.plimsoll.core.apiserver;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.Source;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.request.ApiRequest;
import io.plimsoll.core.request.Status;
import io.plimsoll.core.validation.FieldError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How objects are to be deleted. Mirrors {@code metav1.DeleteOptions}.
 *
 * @param gracePeriodSeconds how long it may take
 * @param uid the uid that the object must have
 * @param resourceVersion the version that the object must have
 * @param orphanDependents whether what it owns stays; the older way to say it
 * @param propagationPolicy what happens to what it owns
 * @param dryRun what is only tried
 */
record DeleteOptions(
    @Nullable Long gracePeriodSeconds,
    @Nullable String uid,
    @Nullable String resourceVersion,
    @Nullable Boolean orphanDependents,
    @Nullable String propagationPolicy,
    List<String> dryRun) {

  private static final List<String> POLICIES = List.of("Foreground", "Background", "Orphan", "nil");

  /** Returns the options in the body, or else in the parameters; refuses what is invalid. */
  static DeleteOptions of(ApiRequest request) throws Refusal {
    DeleteOptions options = request.body().isBlank()
        ? ofParameters(request)
        : from(Fields.of(body(request)), List.of());
    List<FieldError> errors = options.errors();
    if (!errors.isEmpty()) {
      throw Refusal.of(Status.invalid("meta.k8s.io", "DeleteOptions", "", errors));
    }
    return options;
  }

  /** Returns options that are part of something else, such as an eviction; the request may ask for a dry run, too. */
  static DeleteOptions from(Fields fields, List<String> requestDryRun) {
    Fields preconditions = Fields.of(fields.value("preconditions"));
    return new DeleteOptions(
        fields.int64("gracePeriodSeconds"),
        preconditions.string("uid"),
        preconditions.string("resourceVersion"),
        fields.bool("orphanDependents"),
        fields.string("propagationPolicy"),
        fields.has("dryRun") ? fields.strings("dryRun") : requestDryRun);
  }

  private static Value body(ApiRequest request) throws Refusal {
    try {
      return Value.parseJson(Source.of("body", request.body()));
    } catch (IllegalArgumentException invalid) {
      throw Refusal.of(Status.badRequest(String.valueOf(invalid.getMessage())));
    }
  }

  private static DeleteOptions ofParameters(ApiRequest request) throws Refusal {
    String period = request.parameter("gracePeriodSeconds");
    String orphan = request.parameter("orphanDependents");
    String policy = request.parameter("propagationPolicy");
    return new DeleteOptions(
        period.isEmpty() ? null : number(period),
        null,
        null,
        orphan.isEmpty() ? null : Boolean.valueOf(orphan),
        policy.isEmpty() ? null : policy,
        List.copyOf(request.parameterValues("dryRun")));
  }

  private static long number(String text) throws Refusal {
    return GoText.parseInt64(text)
        .orElseThrow(() -> Refusal.of(Status.badRequest(
            "strconv.ParseInt: parsing " + GoText.quote(text) + ": invalid syntax")));
  }

  private List<FieldError> errors() {
    List<FieldError> errors = new ArrayList<>();
    FieldPath path = FieldPath.of("propagationPolicy");
    if (orphanDependents != null && propagationPolicy != null) {
      errors.add(FieldError.invalid(
          path, propagationPolicy, "orphanDependents and deletionPropagation cannot be both set"));
    }
    if (propagationPolicy != null && !POLICIES.subList(0, 3).contains(propagationPolicy)) {
      errors.add(FieldError.notSupported(path, propagationPolicy, POLICIES));
    }
    RequestOptions.checkDryRun(dryRun, errors);
    return errors;
  }

  boolean isDryRun() {
    return dryRun.contains("All");
  }

  /** Returns whether what the object owns is to be orphaned, if the options say so. */
  @Nullable
  Boolean orphans() {
    if (orphanDependents != null) {
      return orphanDependents;
    }
    return propagationPolicy == null ? null : propagationPolicy.equals("Orphan");
  }

  /** Returns whether what the object owns is to be deleted before it, if the options say so. */
  @Nullable
  Boolean deletesDependentsFirst() {
    if (orphanDependents != null) {
      return !orphanDependents;
    }
    return propagationPolicy == null ? null : propagationPolicy.equals("Foreground");
  }

  /** Returns the options as admission gets them. */
  MappingValue tree() {
    Map<String, Value> tree = new LinkedHashMap<>();
    tree.put("kind", ScalarValue.of("DeleteOptions"));
    tree.put("apiVersion", ScalarValue.of("meta.k8s.io/v1"));
    if (gracePeriodSeconds != null) {
      tree.put("gracePeriodSeconds", ScalarValue.of(gracePeriodSeconds));
    }
    if (orphanDependents != null) {
      tree.put("orphanDependents", ScalarValue.of(orphanDependents));
    }
    if (propagationPolicy != null) {
      tree.put("propagationPolicy", ScalarValue.of(propagationPolicy));
    }
    return MappingValue.of(tree);
  }
}
