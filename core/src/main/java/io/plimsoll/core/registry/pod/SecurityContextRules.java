package io.plimsoll.core.registry.pod;

import io.plimsoll.core.model.FieldSet;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.validation.FieldError;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What pods and containers may do. Mirrors {@code ValidateSecurityContext} and {@code validatePodSpecSecurityContext}.
 */
final class SecurityContextRules {

  private static final List<String> PROC_MOUNTS = List.of("Default", "Unmasked");
  private static final List<String> CHANGE_POLICIES = List.of("Always", "OnRootMismatch");
  private static final List<String> GROUPS_POLICIES = List.of("Merge", "Strict");
  private static final List<String> SE_LINUX_CHANGES = List.of("MountOption", "Recursive");

  /** What most containers have nothing beside; no rule that is left out for them is about one of these. */
  private static final FieldSet PLAIN_IN_CONTAINER = FieldSet.of(
      "allowPrivilegeEscalation",
      "capabilities",
      "readOnlyRootFilesystem",
      "runAsNonRoot",
      "seLinuxOptions");

  /** The same for pods. */
  private static final FieldSet PLAIN_IN_POD =
      FieldSet.of("runAsNonRoot", "seLinuxOptions", "seccompProfile");

  private SecurityContextRules() {}

  static void container(Part context, PodContext pod) {
    boolean rare = !PLAIN_IN_CONTAINER.containsAllOf(context.tree());
    if (rare) {
      identity(context, pod);
      profile(context, "seccompProfile");
    }
    if (context.has("allowPrivilegeEscalation") && !context.flag("allowPrivilegeEscalation")) {
      escalation(context, pod);
    }
    if (rare) {
      windows(context, pod);
      profile(context, "appArmorProfile");
    }
  }

  private static void identity(Part context, PodContext pod) {
    if (context.flag("privileged") && !context.capabilities().allowPrivileged()) {
      context.forbidden("privileged", "disallowed by cluster policy");
    }
    FileRules.id(context, "runAsUser");
    FileRules.id(context, "runAsGroup");
    if (context.has("procMount")) {
      String mount = context.text("procMount");
      if (!PROC_MOUNTS.contains(mount)) {
        context.notSupported("procMount", PROC_MOUNTS);
      }
      if (pod.hostUsers() && mount.equals("Unmasked")) {
        context.invalid("procMount", "`hostUsers` must be false to use `Unmasked`");
      }
    }
  }

  private static void windows(Part context, PodContext pod) {
    if (context.has("windowsOptions")) {
      pod.setHasWindowsOptions();
      WindowsOptionsRules.check(context.object("windowsOptions"));
    }
  }

  private static void profile(Part context, String field) {
    Part profile = context.find(field);
    if (profile == null) {
      return;
    }
    if (field.equals("seccompProfile")) {
      SeccompRules.profile(profile);
    } else {
      AppArmorRules.profile(profile);
    }
  }

  private static void escalation(Part context, PodContext pod) {
    if (context.flag("privileged")) {
      context.error(FieldError.invalidPrinted(
          context.path(),
          context.json(),
          "cannot set `allowPrivilegeEscalation` to false and `privileged` to true"));
    }
    if (pod.leniency().sysAdminWithoutEscalation() || !context.has("capabilities")) {
      return;
    }
    for (String capability : context.object("capabilities").strings("add")) {
      if (capability.equals("CAP_SYS_ADMIN")) {
        context.error(FieldError.invalidPrinted(
            context.path(),
            context.json(),
            "cannot set `allowPrivilegeEscalation` to false and `capabilities.Add` CAP_SYS_ADMIN"));
      }
    }
  }

  static void pod(Part context, PodContext pod) {
    boolean rare = !PLAIN_IN_POD.containsAllOf(context.tree());
    if (rare) {
      owners(context, pod);
    }
    profile(context, "seccompProfile");
    if (rare) {
      windows(context, pod);
      profile(context, "appArmorProfile");
      oneOf(context, "supplementalGroupsPolicy", GROUPS_POLICIES);
      oneOf(context, "seLinuxChangePolicy", SE_LINUX_CHANGES);
    }
  }

  private static void owners(Part context, PodContext pod) {
    FileRules.id(context, "fsGroup");
    FileRules.id(context, "runAsUser");
    FileRules.id(context, "runAsGroup");
    if (context.has("supplementalGroups")) {
      groups(context);
    }
    if (context.has("sysctls")) {
      sysctls(context, pod);
    }
    oneOf(context, "fsGroupChangePolicy", CHANGE_POLICIES);
  }

  private static void oneOf(Part context, String field, List<String> known) {
    if (context.has(field) && !known.contains(context.text(field))) {
      context.notSupported(field, known);
    }
  }

  private static void groups(Part context) {
    List<Long> groups = Fields.of(context.tree()).int64s("supplementalGroups");
    for (int i = 0; i < groups.size(); i++) {
      if (groups.get(i) < 0 || groups.get(i) > Integer.MAX_VALUE) {
        context.error(FieldError.invalid(
            context.at("supplementalGroups").index(i), groups.get(i), FileRules.ID));
      }
    }
  }

  /** Parameters of the kernel: {@code validateSysctls}. */
  private static void sysctls(Part context, PodContext pod) {
    Set<String> names = new HashSet<>();
    for (Part sysctl : context.list("sysctls")) {
      String name = sysctl.text("name");
      if (name.isEmpty()) {
        sysctl.required("name", "");
      } else if (!PodSyntax.isSysctlName(name)) {
        sysctl.invalid("name", List.of(PodSyntax.SYSCTL_NAME));
      } else if (names.contains(name)) {
        sysctl.error(FieldError.duplicate(sysctl.at("name"), name));
      }
      names.add(name);
      String host = Sysctls.hostField(name, pod.spec());
      if (!host.isEmpty() && !pod.leniency().hostSysctls()) {
        sysctl.invalid("name", List.of("may not be specified when '" + host + "' is true"));
      }
    }
  }
}
