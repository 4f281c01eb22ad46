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
    Part spec = pod.spec();
    if (!spec.has("terminationGracePeriodSeconds")) {
      spec.required("terminationGracePeriodSeconds", "");
    }
    // Nothing else is looked for in a pod that has none of the fields that few have.
    boolean rare = pod.hasRareFields();
    VolumeRules.check(pod);
    if (rare) {
      ClaimRules.check(pod);
    }
    ContainerRules.check(pod);
    if (rare) {
      sharedResources(pod);
    }
    ContainerRules.oneOf(spec, "restartPolicy", RESTART_POLICIES);
    DnsRules.policy(spec);
    if (rare && spec.has("nodeSelector")) {
      ObjectMetaRules.labels(
          spec.errors(), spec.at("nodeSelector"), spec.stringMap("nodeSelector"));
    }
    Part context = spec.find("securityContext");
    if (context != null) {
      SecurityContextRules.pod(context, pod);
    }
    if (rare) {
      HostRules.processes(spec);
      if (spec.has("affinity")) {
        AffinityRules.check(spec.object("affinity"), pod.leniency());
      }
    }
    DnsRules.config(spec);
    if (rare) {
      gates(spec);
      TopologySpreadRules.check(spec.list("topologySpreadConstraints"), pod.leniency());
    }
    if (pod.hasWindowsOptions()) {
      WindowsOptionsRules.hostProcess(pod);
    }
    if (rare) {
      HostRules.users(pod);
      HostRules.hostname(spec);
    }
    account(spec);
    if (rare) {
      names(spec);
    }
    for (Part toleration : spec.list("tolerations")) {
      TolerationRules.check(toleration, pod.leniency().comparingTolerations());
    }
    if (rare) {
      HostRules.aliases(spec);
    }
    classes(spec, rare);
    if (rare) {
      needs(pod);
    }
    if (pod.readsFiles()) {
      EnvRules.checkFileVolumes(pod);
    }
  }

  /** Resources that containers share, and the network that the pod shares with its host. */
  private static void sharedResources(PodContext pod) {
    if (pod.spec().has("resources")) {
      PodLevelResourceRules.check(pod);
    }
    PortRules.checkHostNetwork(pod);
  }

  /** What a pod needs of its node and of the scheduler. */
  private static void needs(PodContext pod) {
    Part spec = pod.spec();
    if (spec.has("overhead")) {
      ResourceRules.overhead(pod);
    }
    if (spec.has("os")) {
      OsRules.check(pod);
    }
    if (spec.has("schedulingGroup")) {
      schedulingGroup(spec);
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

  private static void classes(Part spec, boolean rare) {
    subdomain(spec, "priorityClassName");
    if (rare && spec.has("runtimeClassName")) {
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
