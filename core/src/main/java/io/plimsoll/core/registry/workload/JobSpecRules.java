package io.plimsoll.core.registry.workload;

import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.registry.Syntax;
import io.plimsoll.core.registry.pod.PodTemplates;
import io.plimsoll.core.validation.Draft;
import io.plimsoll.core.validation.FieldError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The spec of a Job, which CronJobs have, too. Mirrors {@code SetDefaults_Job} of {@code pkg/apis/batch/v1} and {@code
 * validateJobSpec} of {@code pkg/apis/batch/validation}.
 */
final class JobSpecRules {

  private static final String INDEXED = "Indexed";
  private static final String NON_INDEXED = "NonIndexed";
  private static final long MOST_PARALLEL = 100_000;
  private static final long MOST_FAILED = 100_000;
  private static final long MANY_COMPLETIONS = 100_000;
  private static final long MOST_OF_MANY = 10_000;
  private static final int LONGEST_MANAGER = 63;
  private static final String OF_MANY =
      "must be less than or equal to 10000 when completions are above 100000 and used with backoff limit per index";

  private final Part spec;

  JobSpecRules(Part spec) {
    this.spec = spec;
  }

  /** Sets what the spec of a Job does not say. */
  static void setDefaults(Draft spec) {
    setTemplateDefaults(spec);
    if (!spec.has("completions") && !spec.has("parallelism")) {
      spec.set("completions", ScalarValue.of(1));
    }
    spec.setDefault("parallelism", ScalarValue.of(1));
    long retries = spec.has("backoffLimitPerIndex") ? Integer.MAX_VALUE : 6;
    spec.setDefault("backoffLimit", ScalarValue.of(retries));
    spec.setDefault("completionMode", ScalarValue.of(NON_INDEXED));
    spec.setDefault("suspend", ScalarValue.of(false));
    spec.setDefault(
        "podReplacementPolicy",
        ScalarValue.of(spec.has("podFailurePolicy") ? "Failed" : "TerminatingOrFailed"));
    spec.setDefault("manualSelector", ScalarValue.of(false));
  }

  /** Sets what the spec of a Job within another object does not say: only its parts have defaults. */
  static void setTemplateDefaults(Draft spec) {
    WorkloadStrategy.editTemplate(spec, PodTemplates::withDefaults);
    spec.edit(
        "podFailurePolicy",
        policy -> policy.editEach(
            "rules",
            rule -> rule.editEach(
                "onPodConditions",
                pattern -> pattern.setDefaultText("status", ScalarValue.of("True")))));
  }

  /** Returns whether a Job's pods have indexes. */
  boolean isIndexed() {
    return spec.text("completionMode").equals(INDEXED);
  }

  void check(@Nullable MappingValue oldTemplate) {
    for (String field : List.of(
        "parallelism",
        "completions",
        "activeDeadlineSeconds",
        "backoffLimit",
        "ttlSecondsAfterFinished",
        "backoffLimitPerIndex",
        "maxFailedIndexes")) {
      spec.nonNegative(field);
    }
    if (spec.has("maxFailedIndexes") && !spec.has("backoffLimitPerIndex")) {
      spec.required("backoffLimitPerIndex", "when maxFailedIndexes is specified");
    }
    if (spec.has("managedBy")) {
      String manager = spec.text("managedBy");
      spec.errors().addAll(Syntax.domainPathErrors(spec.at("managedBy"), manager));
      if (GoText.length(manager) > LONGEST_MANAGER) {
        spec.error(FieldError.tooLong(spec.at("managedBy"), LONGEST_MANAGER));
      }
    }
    checkMode();
    if (spec.has("podFailurePolicy")) {
      new PodFailurePolicyRules(spec).check();
    }
    if (spec.has("successPolicy")) {
      if (isIndexed()) {
        new SuccessPolicyRules(spec).check();
      } else {
        spec.invalid("successPolicy", "requires indexed completion mode");
      }
    }
    checkReplacement();
    WorkloadStrategy.checkTemplate(spec.object("template"), oldTemplate);
    checkRestart(spec.object("template").object("spec"));
  }

  private void checkMode() {
    String mode = spec.text("completionMode");
    if (spec.has("completionMode") && !mode.equals(NON_INDEXED) && !mode.equals(INDEXED)) {
      spec.notSupported("completionMode", List.of(NON_INDEXED, INDEXED));
    }
    if (isIndexed()) {
      checkIndexed();
    }
    if (!spec.has("completionMode") || mode.equals(NON_INDEXED)) {
      for (String field : List.of("backoffLimitPerIndex", "maxFailedIndexes")) {
        if (spec.has(field)) {
          spec.invalid(field, "requires indexed completion mode");
        }
      }
    }
  }

  private void checkIndexed() {
    boolean completions = spec.has("completions");
    boolean limited = spec.has("maxFailedIndexes");
    long parallel = spec.number("parallelism");
    long failed = spec.number("maxFailedIndexes");
    if (!completions) {
      spec.required("completions", "when completion mode is Indexed");
    }
    if (parallel > MOST_PARALLEL) {
      spec.invalid(
          "parallelism",
          "must be less than or equal to " + MOST_PARALLEL + " when completion mode is Indexed");
    }
    if (completions && limited && failed > spec.number("completions")) {
      spec.invalid("maxFailedIndexes", "must be less than or equal to completions");
    }
    if (failed > MOST_FAILED) {
      spec.invalid("maxFailedIndexes", "must be less than or equal to " + MOST_FAILED);
    }
    if (spec.number("completions") > MANY_COMPLETIONS && spec.has("backoffLimitPerIndex")) {
      if (!limited) {
        spec.required(
            "maxFailedIndexes", "must be specified when completions is above " + MANY_COMPLETIONS);
      }
      if (parallel > MOST_OF_MANY) {
        spec.invalid("parallelism", OF_MANY);
      }
      if (failed > MOST_OF_MANY) {
        spec.invalid("maxFailedIndexes", OF_MANY);
      }
    }
  }

  private void checkReplacement() {
    if (!spec.has("podReplacementPolicy")) {
      return;
    }
    List<String> policies =
        spec.has("podFailurePolicy") ? List.of("Failed") : List.of("Failed", "TerminatingOrFailed");
    if (!policies.contains(spec.text("podReplacementPolicy"))) {
      spec.notSupported("podReplacementPolicy", policies);
    }
  }

  private void checkRestart(Part pod) {
    switch (pod.text("restartPolicy")) {
      case "Always", "" -> pod.required("restartPolicy", "valid values: \"OnFailure\", \"Never\"");
      case "OnFailure" -> {
        if (spec.has("podFailurePolicy")) {
          pod.invalid(
              "restartPolicy", "only \"Never\" is supported when podFailurePolicy is specified");
        }
      }
      case "Never" -> {}
      default -> pod.notSupported("restartPolicy", List.of("OnFailure", "Never"));
    }
  }

  /** Returns what is remarked of a spec: {@code WarningsForJobSpec} of {@code pkg/api/job}. */
  List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    if (isIndexed()
        && spec.number("completions") > MANY_COMPLETIONS
        && spec.number("parallelism") > MOST_OF_MANY) {
      warnings.add(spec.path()
          + ": In Indexed Jobs with a number of completions higher than 10^5 and a parallelism higher than 10^4, Kubernetes"
          + " might not be able to track completedIndexes when a big number of indexes fail");
    }
    Part template = spec.object("template");
    warnings.addAll(PodTemplates.warnings(template.path(), template.tree()));
    return warnings;
  }
}
