package io.plimsoll.core.registry.pod;

import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.model.LabelSyntax;
import io.plimsoll.core.model.Names;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.validation.FieldError;
import io.plimsoll.core.validation.ObjectMetaRules;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a pod runs, in upstream's order. Mirrors {@code ValidatePodSpec}. */
final class PodSpecRules {

  private static final List<String> RESTART_POLICIES = List.of("Always", "OnFailure", "Never");
  private static final List<String> PREEMPTION_POLICIES = List.of("PreemptLowerPriority", "Never");
  private static final long MAX_DEADLINE = Integer.MAX_VALUE;

  private PodSpecRules() {}

  static void check(PodContext pod) {
    if (pod.hasRareFields()) {
      checkAll(pod);
    } else {
      checkPlain(pod);
    }
  }

  private static void checkAll(PodContext pod) {
    Part spec = pod.spec();
    gracePeriod(spec);
    VolumeRules.check(pod);
    ClaimRules.check(pod);
    ContainerRules.check(pod);
    if (spec.has("resources")) {
      PodLevelResourceRules.check(pod);
    }
    PortRules.checkHostNetwork(pod);
    ContainerRules.oneOf(spec, "restartPolicy", RESTART_POLICIES);
    DnsRules.policy(spec);
    if (spec.has("nodeSelector")) {
      ObjectMetaRules.labels(
          spec.errors(), spec.at("nodeSelector"), spec.stringMap("nodeSelector"));
    }
    securityContext(pod);
    HostRules.processes(spec);
    if (spec.has("affinity")) {
      AffinityRules.check(spec.object("affinity"), pod.leniency());
    }
    DnsRules.config(spec);
    if (spec.has("readinessGates") || spec.has("schedulingGates")) {
      gates(spec);
    }
    TopologySpreadRules.check(spec.list("topologySpreadConstraints"), pod.leniency());
    hostProcess(pod);
    HostRules.users(pod);
    HostRules.hostname(spec);
    account(spec);
    names(spec);
    tolerations(pod);
    HostRules.aliases(spec);
    classes(spec);
    if (spec.has("overhead")) {
      ResourceRules.overhead(pod);
    }
    if (spec.has("os")) {
      OsRules.check(pod);
    }
    if (spec.has("schedulingGroup")) {
      schedulingGroup(spec);
    }
    files(pod);
  }

  /** Those of the rules that may find something in a pod of {@linkplain PodContext#PLAIN plain fields}, in the same order. */
  private static void checkPlain(PodContext pod) {
    Part spec = pod.spec();
    gracePeriod(spec);
    VolumeRules.check(pod);
    ContainerRules.check(pod);
    ContainerRules.oneOf(spec, "restartPolicy", RESTART_POLICIES);
    DnsRules.policy(spec);
    securityContext(pod);
    DnsRules.config(spec);
    hostProcess(pod);
    account(spec);
    tolerations(pod);
    classes(spec);
    files(pod);
  }

  private static void gracePeriod(Part spec) {
    if (!spec.has("terminationGracePeriodSeconds")) {
      spec.required("terminationGracePeriodSeconds", "");
    }
  }

  private static void securityContext(PodContext pod) {
    Part context = pod.spec().find("securityContext");
    if (context != null) {
      SecurityContextRules.pod(context, pod);
    }
  }

  private static void hostProcess(PodContext pod) {
    if (pod.hasWindowsOptions()) {
      WindowsOptionsRules.hostProcess(pod);
    }
  }

  private static void tolerations(PodContext pod) {
    for (Part toleration : pod.spec().list("tolerations")) {
      TolerationRules.check(toleration, pod.leniency().comparingTolerations());
    }
  }

  private static void files(PodContext pod) {
    if (pod.readsFiles()) {
      EnvRules.checkFileVolumes(pod);
    }
  }

  /** Gates of readiness and of scheduling. */
  private static void gates(Part spec) {
    for (Part gate : spec.list("readinessGates")) {
      gate.invalid("conditionType", LabelSyntax.keyErrors(gate.text("conditionType")));
    }
    Set<String> names = new HashSet<>();
    for (Part gate : spec.list("schedulingGates")) {
      String name = gate.text("name");
      for (String detail : LabelSyntax.keyErrors(name)) {
        gate.error(FieldError.invalid(gate.path(), name, detail));
      }
      if (!names.add(name)) {
        gate.error(FieldError.duplicate(gate.path(), name));
      }
    }
  }

  private static void account(Part spec) {
    String account = spec.text("serviceAccountName");
    subdomain(spec, "serviceAccountName");
    if (!spec.text("serviceAccount").equals(account)) {
      spec.error(FieldError.invalid(
          spec.at("deprecatedServiceAccount"),
          spec.text("serviceAccount"),
          "must be the same as serviceAccountName: " + GoText.quote(account)));
    }
  }

  private static void names(Part spec) {
    subdomain(spec, "nodeName");
    String deadline = "activeDeadlineSeconds";
    if (spec.has(deadline) && (spec.number(deadline) < 1 || spec.number(deadline) > MAX_DEADLINE)) {
      spec.invalid(deadline, "must be between 1 and " + MAX_DEADLINE + ", inclusive");
    }
    for (String field : List.of("hostname", "subdomain")) {
      if (!spec.text(field).isEmpty()) {
        spec.invalid(field, Names.dnsLabelErrors(spec.text(field)));
      }
    }
  }

  private static void subdomain(Part spec, String field) {
    String name = spec.text(field);
    if (!name.isEmpty()) {
      spec.invalid(field, Names.dnsSubdomainErrors(name));
    }
  }

  private static void classes(Part spec) {
    subdomain(spec, "priorityClassName");
    if (spec.has("runtimeClassName")) {
      spec.invalid("runtimeClassName", Names.dnsSubdomainErrors(spec.text("runtimeClassName")));
    }
    if (spec.has("preemptionPolicy")) {
      ContainerRules.oneOf(spec, "preemptionPolicy", PREEMPTION_POLICIES);
    }
  }

  private static void schedulingGroup(Part spec) {
    Part group = spec.object("schedulingGroup");
    if (group.has("podGroupName")) {
      group.invalid("podGroupName", Names.dnsSubdomainErrors(group.text("podGroupName")));
    } else {
      group.invalid("podGroupName", "must specify one of: `podGroupName`");
    }
    if (!spec.list("evictionResponders").isEmpty()) {
      spec.error(FieldError.forbidden(
              spec.at("schedulingGroup"), "may not be set when evictionResponders is set")
          .asCovered());
    }
  }
}
