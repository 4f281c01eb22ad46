package io.plimsoll.core.admission.plugin;

import io.plimsoll.core.admission.Admission;
import io.plimsoll.core.admission.AdmissionCall;
import io.plimsoll.core.admission.Operation;
import io.plimsoll.core.admission.support.Errors;
import io.plimsoll.core.admission.support.Handler;
import io.plimsoll.core.admission.support.PodTrees;
import io.plimsoll.core.admission.support.Trees;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.model.Maps;
import io.plimsoll.core.model.Namespace;
import io.plimsoll.core.request.Status;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Gives pods the node selector of their namespace, and keeps them from labels that it may not use. Mirrors {@code
 * plugin/pkg/admission/podnodeselector}.
 */
final class PodNodeSelector extends Handler {

  private static final String ANNOTATION = "scheduler.alpha.kubernetes.io/node-selector";
  private static final String CLUSTER_DEFAULT = "clusterDefaultNodeSelector";

  private final Map<String, String> selectors;

  /**
   * Makes the plug-in.
   *
   * @param selectors the labels that the pods of each namespace may select nodes by, and under {@code
   *     clusterDefaultNodeSelector} those for namespaces without an annotation
   */
  PodNodeSelector(Map<String, String> selectors) {
    super("PodNodeSelector", Operation.CREATE);
    this.selectors = Maps.copy(selectors);
  }

  @Override
  public Admission admit(AdmissionCall call) {
    if (!PodTrees.isAbout(call.attributes())) {
      return Admission.UNCHANGED;
    }
    Map<String, String> own = selector(call);
    Map<String, String> wanted = new TreeMap<>(GoText::compare);
    return judge(call, own, ofNamespace -> {
          wanted.putAll(ofNamespace);
          wanted.putAll(own);
          return wanted;
        })
        .map(Admission::refused)
        .orElseGet(() -> wanted.equals(own) ? Admission.UNCHANGED : changed(call, wanted));
  }

  private static Admission changed(AdmissionCall call, Map<String, String> wanted) {
    MappingValue pod = Trees.editSpec(
        call.object(),
        spec -> spec.editOrCreate(
            "nodeSelector",
            selector -> wanted.forEach((key, label) -> selector.set(key, ScalarValue.of(label)))));
    return Admission.changed(pod, "the nodes of the namespace");
  }

  @Override
  public Admission validate(AdmissionCall call) {
    return PodTrees.isAbout(call.attributes())
        ? judge(call, selector(call), ofNamespace -> selector(call))
            .map(Admission::refused)
            .orElse(Admission.UNCHANGED)
        : Admission.UNCHANGED;
  }

  private static Map<String, String> selector(AdmissionCall call) {
    return Trees.spec(call.object()).stringMap("nodeSelector");
  }

  /** Holds what a pod selects against what its namespace selects, and what becomes of that against what it may select. */
  private Optional<Status> judge(
      AdmissionCall call, Map<String, String> own, UnaryOperator<Map<String, String>> result) {
    Optional<Namespace> namespace =
        call.cluster().find(Namespace.KIND, "", call.attributes().namespace());
    if (namespace.isEmpty()) {
      return Optional.of(
          Status.internalError("namespace " + call.attributes().namespace() + " does not exist"));
    }
    try {
      Map<String, String> ofNamespace = ofNamespace(namespace.get());
      if (conflict(ofNamespace, own)) {
        return Optional.of(refusal(
            call, "pod node label selector conflicts with its namespace node label selector"));
      }
      Map<String, String> allowed =
          NodeSelectorText.parse(selectors.getOrDefault(call.attributes().namespace(), ""));
      Map<String, String> becomes = result.apply(ofNamespace);
      boolean fits = allowed.isEmpty() || allowed.entrySet().containsAll(becomes.entrySet());
      return fits
          ? Optional.empty()
          : Optional.of(refusal(
              call, "pod node label selector labels conflict with its namespace whitelist"));
    } catch (IllegalArgumentException unreadable) {
      return Optional.of(Errors.plain(String.valueOf(unreadable.getMessage())));
    }
  }

  private Map<String, String> ofNamespace(Namespace namespace) {
    String annotation = namespace.metadata().annotations().get(ANNOTATION);
    return NodeSelectorText.parse(
        annotation != null ? annotation : selectors.getOrDefault(CLUSTER_DEFAULT, ""));
  }

  private static boolean conflict(Map<String, String> a, Map<String, String> b) {
    return a.entrySet().stream()
        .anyMatch(
            label -> !b.getOrDefault(label.getKey(), label.getValue()).equals(label.getValue()));
  }

  private static Status refusal(AdmissionCall call, String why) {
    return Status.forbidden("", "pods", Trees.metadata(call.object()).text("name"), why);
  }
}
