package io.plimsoll.psa;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.pod.Pod;
import io.plimsoll.core.pod.PodTemplateSpec;
import io.plimsoll.core.pod.Workload;
import io.plimsoll.core.request.Status;
import io.plimsoll.psa.AdmissionResponse.Evaluation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What the policy of a namespace says about one pod. Mirrors {@code EvaluatePod} of {@code admission/admission.go}. */
final class PodEvaluation {

  private final Evaluator evaluator;
  private final Exemptions exemptions;

  /** The answer to pods that all modes of a policy allow: few namespaces differ in what they demand. */
  private final Latest<Policy, AdmissionResponse> passed = new Latest<>();

  private final Latest<Policy, AdmissionResponse> passedTemplate = new Latest<>();

  PodEvaluation(Evaluator evaluator, Exemptions exemptions) {
    this.evaluator = evaluator;
    this.exemptions = exemptions;
  }

  /** The answer to a pod that all modes allow, if a glance at it tells so. */
  Optional<AdmissionResponse> ofGlance(
      AdmissionRequest request, MappingValue tree, PolicyLabels labels) {
    Policy policy = labels.policy();
    return passes(tree, labels, policy.enforce())
        ? Optional.of(
            passed.get(policy, all -> answer(request, labels, one -> PodSecurityResult.ALLOWED)))
        : Optional.empty();
  }

  /** Whether a glance tells that a pod meets something, and what is audited and warned about. */
  private boolean passes(MappingValue tree, PolicyLabels labels, LevelVersion first) {
    if (!evaluator.isStandard() || !labels.errors().isEmpty()) {
      return false;
    }
    Glance pod = Glance.of(tree);
    LevelVersion audit = labels.policy().audit();
    LevelVersion warn = labels.policy().warn();
    return !exemptions.hasRuntimeClassOf(pod.spec())
        && evaluator.allows(pod, first)
        && (audit.equals(first) || evaluator.allows(pod, audit))
        && (warn.equals(first) || warn.equals(audit) || evaluator.allows(pod, warn));
  }

  /** All three modes; the request is refused if what is enforced is violated. */
  AdmissionResponse ofPod(AdmissionRequest request, Pod pod, PolicyLabels labels) {
    if (exemptions.hasRuntimeClassOf(pod.spec())) {
      return AdmissionResponse.allowed("exempt", "runtimeClass");
    }
    return answer(request, labels, policy -> evaluator.evaluate(pod, policy));
  }

  private static AdmissionResponse answer(
      AdmissionRequest request,
      PolicyLabels labels,
      Function<LevelVersion, PodSecurityResult> evaluator) {
    Answer answer = new Answer(labels, evaluator);
    answer.enforce(request);
    answer.audit();
    answer.warn();
    return answer.response();
  }

  /** The answer to a template that audit and warn allow, if a glance at it tells so. */
  Optional<AdmissionResponse> ofGlance(MappingValue template, PolicyLabels labels) {
    Policy policy = labels.policy();
    return passes(template, labels, policy.audit())
        ? Optional.of(
            passedTemplate.get(policy, all -> answer(labels, one -> PodSecurityResult.ALLOWED)))
        : Optional.empty();
  }

  /** The modes that refuse nothing. */
  AdmissionResponse ofTemplate(Workload workload, PolicyLabels labels) {
    return exemptions.hasRuntimeClassOf(workload.template().spec())
        ? AdmissionResponse.allowed("exempt", "runtimeClass")
        : answer(labels, policy -> evaluate(workload, policy));
  }

  private static AdmissionResponse answer(
      PolicyLabels labels, Function<LevelVersion, PodSecurityResult> evaluator) {
    Answer answer = new Answer(labels, evaluator);
    answer.audit();
    answer.warn();
    return answer.response();
  }

  /** The template is taken as it stands, since the API server has filled it in, but findings are about the whole object. */
  private PodSecurityResult evaluate(Workload workload, LevelVersion policy) {
    PodTemplateSpec template = workload.template();
    Subject subject = Subject.of(workload, template.spec());
    return new PodSecurityResult(evaluator.evaluate(template, policy).violations().stream()
        .map(violation -> violation.about(subject))
        .toList());
  }

  /** An answer in the making. */
  private static final class Answer {

    private final Policy policy;
    private final Function<LevelVersion, PodSecurityResult> evaluator;
    private final Map<LevelVersion, PodSecurityResult> results = new HashMap<>();
    private final List<Evaluation> evaluations = new ArrayList<>();
    private final Map<String, String> annotations = new LinkedHashMap<>();
    private final List<String> warnings = new ArrayList<>();
    private Optional<Status> refusal = Optional.empty();

    Answer(PolicyLabels labels, Function<LevelVersion, PodSecurityResult> evaluator) {
      this.policy = labels.policy();
      this.evaluator = evaluator;
      if (!labels.errors().isEmpty()) {
        annotations.put(
            "error", "Failed to parse policy: " + FieldErrors.aggregate(labels.errors()));
      }
    }

    void enforce(AdmissionRequest request) {
      annotations.put("enforce-policy", policy.enforce().toString());
      PodSecurityResult result = evaluate(Mode.ENFORCE);
      if (!result.allowed()) {
        refusal = Optional.of(
            Statuses.forbidden(request, violates("violates", policy.enforce(), result)));
      }
    }

    void audit() {
      PodSecurityResult result = evaluate(Mode.AUDIT);
      if (!result.allowed()) {
        annotations.put("audit-violations", violates("would violate", policy.audit(), result));
      }
    }

    /** A request that is refused anyway needs no warning. */
    void warn() {
      if (refusal.isPresent()) {
        return;
      }
      PodSecurityResult result = evaluate(Mode.WARN);
      if (!result.allowed()) {
        warnings.add(violates("would violate", policy.warn(), result));
      }
    }

    private PodSecurityResult evaluate(Mode mode) {
      PodSecurityResult result = results.computeIfAbsent(policy.get(mode), evaluator);
      evaluations.add(new Evaluation(mode, policy.get(mode), result));
      return result;
    }

    private static String violates(String how, LevelVersion policy, PodSecurityResult result) {
      return how + " PodSecurity \"" + policy + "\": " + result.forbiddenDetail();
    }

    AdmissionResponse response() {
      return new AdmissionResponse(refusal, warnings, annotations, evaluations);
    }
  }
}
