package io.plimsoll.core.registry.pod;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.LabelSyntax;
import io.plimsoll.core.model.Quantity;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.registry.ResourceNames;
import io.plimsoll.core.registry.SelectorRules;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What an old pod has that a new one may not. Mirrors {@code GetValidationOptionsFromPodSpecAndMeta} of {@code pkg/api/pod/util.go}. */
final class OldPods {

  private final Part spec;
  private final List<Part> containers;

  private OldPods(Part spec) {
    this.spec = spec;
    this.containers =
        new PodContext(spec, Fields.of(null), false, PodLeniency.NONE).allContainers();
  }

  /** Returns what may stay as it is in an old pod or template. */
  static PodLeniency leniency(Part oldPod) {
    OldPods old = new OldPods(oldPod.object("spec"));
    Part spec = old.spec;
    boolean ownUsers = spec.has("hostUsers") && !spec.flag("hostUsers");
    return new PodLeniency(
        PodAnnotationRules.hasInvalidCost(oldPod.object("metadata").stringMap("annotations")),
        old.hasIndivisibleHugePages(),
        old.anyAffinityTerm(OldPods::hasInvalidSelector),
        old.hasInvalidNodeLabelValue(),
        spec.list("topologySpreadConstraints").stream()
            .anyMatch(constraint -> constraint.has("labelSelector")
                && !SelectorRules.errors(FieldPath.ROOT, constraint.selector("labelSelector"))
                    .isEmpty()),
        old.hasInvalidSpreadKeys(),
        old.hasNonLocalTokenPath(),
        spec.object("securityContext").list("sysctls").stream()
            .anyMatch(sysctl -> !Sysctls.hostField(sysctl.text("name"), spec).isEmpty()),
        ownUsers
            && old.containers.stream().anyMatch(c -> !c.list("volumeDevices").isEmpty()),
        ownUsers && spec.flag("hostNetwork"),
        spec.list("tolerations").stream()
            .map(toleration -> toleration.text("operator"))
            .anyMatch(operator -> operator.equals("Lt") || operator.equals("Gt")),
        spec.list("volumes").stream()
            .anyMatch(v -> v.has("image") && v.object("image").text("reference").isEmpty()),
        old.containers.stream().anyMatch(OldPods::isSysAdminWithoutEscalation),
        spec.list("initContainers").stream().anyMatch(OldPods::isRestarting));
  }

  private boolean hasIndivisibleHugePages() {
    for (Part container : containers) {
      Part resources = container.object("resources");
      if (isIndivisible(resources.quantities("limits"))
          || isIndivisible(resources.quantities("requests"))) {
        return true;
      }
    }
    return isIndivisible(spec.quantities("overhead"));
  }

  private static boolean isIndivisible(Map<String, Quantity> amounts) {
    return amounts.entrySet().stream()
        .anyMatch(entry -> ResourceNames.isHugePages(entry.getKey())
            && !ResourceRules.isDivisible(entry.getKey(), entry.getValue()));
  }

  private boolean anyAffinityTerm(Predicate<Part> test) {
    Part affinity = spec.object("affinity");
    for (String field : List.of("podAffinity", "podAntiAffinity")) {
      Part pods = affinity.object(field);
      boolean found =
          pods.list("requiredDuringSchedulingIgnoredDuringExecution").stream().anyMatch(test)
              || pods.list("preferredDuringSchedulingIgnoredDuringExecution").stream()
                  .map(term -> term.object("podAffinityTerm"))
                  .anyMatch(test);
      if (found) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasInvalidSelector(Part term) {
    return List.of("labelSelector", "namespaceSelector").stream()
        .anyMatch(field -> term.has(field)
            && !SelectorRules.errors(FieldPath.ROOT, term.selector(field)).isEmpty());
  }

  private boolean hasInvalidNodeLabelValue() {
    Part required = spec.object("affinity")
        .object("nodeAffinity")
        .object("requiredDuringSchedulingIgnoredDuringExecution");
    return required.list("nodeSelectorTerms").stream()
        .flatMap(term -> term.list("matchExpressions").stream())
        .flatMap(requirement -> requirement.strings("values").stream())
        .anyMatch(value -> !LabelSyntax.valueErrors(value).isEmpty());
  }

  private boolean hasInvalidSpreadKeys() {
    int before = spec.errors().size();
    spec.list("topologySpreadConstraints").forEach(LabelKeyRules::check);
    return spec.errors().size() > before;
  }

  private boolean hasNonLocalTokenPath() {
    int before = spec.errors().size();
    for (Part volume : spec.list("volumes")) {
      for (Part source : volume.object("projected").list("sources")) {
        if (source.has("serviceAccountToken")) {
          Part token = source.object("serviceAccountToken");
          FileRules.nonReserved(token, "path", token.text("path"));
        }
      }
    }
    return spec.errors().size() > before;
  }

  private static boolean isSysAdminWithoutEscalation(Part container) {
    Part context = container.object("securityContext");
    return container.has("securityContext")
        && !context.flag("allowPrivilegeEscalation")
        && context.object("capabilities").strings("add").contains("CAP_SYS_ADMIN");
  }

  private static boolean isRestarting(Part container) {
    return !ContainerRules.isSidecar(container)
        && container.list("resizePolicy").stream()
            .anyMatch(policy -> policy.text("restartPolicy").equals("RestartContainer"));
  }
}
