package io.plimsoll.core.registry.workload;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.registry.Capabilities;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.validation.Draft;
import io.plimsoll.core.validation.FieldError;
import io.plimsoll.core.validation.NameRule;
import io.plimsoll.core.validation.StatusValidation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * CronJobs. Mirrors {@code pkg/registry/batch/cronjob/strategy.go}, {@code SetDefaults_CronJob} of {@code pkg/apis/batch/v1}
 * and {@code ValidateCronJobCreate} of {@code pkg/apis/batch/validation}.
 */
final class CronJobStrategy extends WorkloadStrategy {

  /** Jobs are named after their CronJob, with eleven characters more. */
  private static final int LONGEST_NAME = 52;

  private static final List<String> CONCURRENCY = List.of("Allow", "Forbid", "Replace");
  private static final FieldPath SCHEDULE = FieldPath.of("spec", "schedule");

  CronJobStrategy(Capabilities capabilities) {
    super("batch/v1", "CronJob", NameRule.DNS_SUBDOMAIN, capabilities);
  }

  @Override
  public MappingValue withDefaults(MappingValue object) {
    return Draft.edit(
        object,
        draft -> draft.editOrCreate("spec", spec -> {
          spec.editOrCreate(
              "jobTemplate",
              template -> template.editOrCreate("spec", JobSpecRules::setTemplateDefaults));
          spec.setDefaultText("concurrencyPolicy", ScalarValue.of("Allow"));
          spec.setDefault("suspend", ScalarValue.of(false));
          spec.setDefault("successfulJobsHistoryLimit", ScalarValue.of(3));
          spec.setDefault("failedJobsHistoryLimit", ScalarValue.of(1));
        }));
  }

  @Override
  MappingValue templateSpec(MappingValue object) {
    return Draft.of(Draft.of(Draft.of(object).object("spec")).object("jobTemplate"))
        .object("spec");
  }

  @Override
  MappingValue withTemplate(MappingValue object, UnaryOperator<MappingValue> change) {
    return editJob(object, job -> editTemplate(job, change));
  }

  private interface JobChange {
    void change(Draft job);
  }

  private static MappingValue editJob(MappingValue object, JobChange change) {
    return Draft.edit(
        object,
        draft -> draft.editOrCreate(
            "spec",
            spec -> spec.editOrCreate(
                "jobTemplate", template -> template.editOrCreate("spec", change::change))));
  }

  @Override
  public MappingValue prepareForCreate(MappingValue object) {
    return super.prepareForCreate(editJob(object, job -> job.remove("scheduling")));
  }

  @Override
  public MappingValue prepareForUpdate(MappingValue object, MappingValue old) {
    boolean scheduled = Draft.of(templateSpec(old)).has("scheduling");
    return super.prepareForUpdate(
        scheduled ? object : editJob(object, job -> job.remove("scheduling")), old);
  }

  @Override
  public List<FieldError> validate(MappingValue object) {
    Part part = part(object);
    checkMetadata(part);
    checkSpec(part.object("spec"), null);
    String name = metadata(object).nameOrEmpty();
    if (GoText.length(name) > LONGEST_NAME) {
      part.error(FieldError.invalid(
          FieldPath.of("metadata", "name"), name, "must be no more than 52 characters"));
    }
    return part.errors();
  }

  @Override
  public List<FieldError> validateUpdate(MappingValue object, MappingValue old) {
    Part part = part(object);
    checkMetadataUpdate(part, old);
    checkSpec(part.object("spec"), old);
    return part.errors();
  }

  private void checkSpec(Part spec, @Nullable MappingValue old) {
    Fields oldSpec = Fields.of(old == null ? null : old.get("spec"));
    if (spec.text("schedule").isEmpty()) {
      spec.error(FieldError.required(spec.at("schedule"), "").asCovered());
    } else {
      checkSchedule(spec, oldSpec.text("schedule").contains("TZ"));
    }
    spec.nonNegative("startingDeadlineSeconds");
    if (old == null || !Objects.equals(oldSpec.value("timeZone"), spec.value("timeZone"))) {
      checkTimeZone(spec);
    }
    String concurrency = spec.text("concurrencyPolicy");
    if (concurrency.isEmpty()) {
      spec.required("concurrencyPolicy", "");
    } else if (!CONCURRENCY.contains(concurrency)) {
      spec.notSupported("concurrencyPolicy", CONCURRENCY);
    }
    Part job = spec.object("jobTemplate").object("spec");
    new JobSpecRules(job).check(old == null ? null : template(old));
    if (job.has("selector")) {
      job.invalid("selector", "`selector` will be auto-generated");
    }
    if (job.flag("manualSelector")) {
      job.notSupported("manualSelector", List.of("nil", "false"));
    }
    spec.nonNegative("successfulJobsHistoryLimit");
    spec.nonNegative("failedJobsHistoryLimit");
  }

  private static void checkSchedule(Part spec, boolean allowZone) {
    String schedule = spec.text("schedule");
    String error = CronSchedule.error(schedule);
    if (!error.isEmpty()) {
      spec.invalid("schedule", List.of(error));
    }
    if (schedule.contains("TZ") && !allowZone) {
      spec.invalid(
          "schedule", List.of("cannot use TZ or CRON_TZ in schedule, use timeZone field instead"));
    } else if (schedule.contains("TZ") && spec.has("timeZone")) {
      spec.invalid(
          "schedule", List.of("cannot use both timeZone field and TZ or CRON_TZ in schedule"));
    }
  }

  private static void checkTimeZone(Part spec) {
    if (!spec.has("timeZone")) {
      return;
    }
    String zone = spec.text("timeZone");
    if (zone.isEmpty()) {
      spec.invalid("timeZone", "timeZone must be nil or non-empty string");
      return;
    }
    for (String part : zone.split("/", -1)) {
      if (part.equals(".")
          || part.equals("..")
          || part.startsWith("-")
          || !part.matches("[A-Za-z.\\-_0-9+]{1,14}")) {
        spec.invalid("timeZone", "unknown time zone " + zone);
        return;
      }
    }
    if (zone.equalsIgnoreCase("Local")) {
      spec.invalid(
          "timeZone",
          "timeZone must be an explicit time zone as defined in https://www.iana.org/time-zones");
    }
    String error = TimeZones.error(zone);
    if (!error.isEmpty()) {
      spec.invalid("timeZone", error);
    }
  }

  @Override
  public List<FieldError> validateDeclaratively(MappingValue object) {
    return Fields.of(object.get("spec")).text("schedule").isEmpty()
        ? List.of(FieldError.required(SCHEDULE, ""))
        : List.of();
  }

  @Override
  public List<FieldError> validateUpdateDeclaratively(MappingValue object, MappingValue old) {
    Value schedule = old.get("spec");
    return Fields.of(schedule).text("schedule").isEmpty()
        ? List.of()
        : validateDeclaratively(object);
  }

  @Override
  public List<String> warningsOnCreate(MappingValue object) {
    List<String> warnings = new ArrayList<>(nameWarnings(object));
    warnings.addAll(job(object).warnings());
    return warnings;
  }

  @Override
  public List<String> warningsOnUpdate(MappingValue object, MappingValue old) {
    List<String> warnings = new ArrayList<>();
    if (isNewGeneration(object, old)) {
      warnings.addAll(job(object).warnings());
    }
    if (Fields.of(object.get("spec")).text("schedule").contains("TZ")) {
      warnings.add(
          "cannot use TZ or CRON_TZ in spec.spec.schedule, use timeZone instead, see"
              + " https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/ for more details");
    }
    return warnings;
  }

  private JobSpecRules job(MappingValue object) {
    return new JobSpecRules(part(object).object("spec").object("jobTemplate").object("spec"));
  }

  /** Nothing is demanded of a status, not even of the metadata that come with it. */
  @Override
  public Optional<StatusValidation> statusValidation() {
    return Optional.of((object, old) -> List.of());
  }
}
