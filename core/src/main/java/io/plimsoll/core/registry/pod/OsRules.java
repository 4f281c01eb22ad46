package io.plimsoll.core.registry.pod;

import io.plimsoll.core.registry.Part;
import io.plimsoll.core.validation.FieldError;
import java.util.List;

/** What a pod may say if it needs an operating system. Mirrors {@code validateOS}, {@code validateLinux} and {@code validateWindows}. */
final class OsRules {

  private static final List<String> SYSTEMS = List.of("linux", "windows");
  private static final String NOT_WINDOWS = "cannot be set for a windows pod";
  private static final String NOT_LINUX = "windows options cannot be set for a linux pod";

  private static final List<String> POD_CONTEXT = List.of(
      "appArmorProfile",
      "seLinuxOptions",
      "seccompProfile",
      "fsGroup",
      "fsGroupChangePolicy",
      "sysctls",
      "runAsUser",
      "runAsGroup",
      "supplementalGroups",
      "supplementalGroupsPolicy",
      "seLinuxChangePolicy");

  private static final List<String> CONTAINER_CONTEXT = List.of(
      "appArmorProfile",
      "seLinuxOptions",
      "seccompProfile",
      "capabilities",
      "readOnlyRootFilesystem",
      "privileged",
      "allowPrivilegeEscalation",
      "procMount",
      "runAsUser",
      "runAsGroup");

  private OsRules() {}

  static void check(PodContext pod) {
    Part os = pod.spec().object("os");
    String name = os.text("name");
    if (name.isEmpty()) {
      os.required("name", "");
    } else if (!SYSTEMS.contains(name)) {
      os.error(FieldError.notSupportedPrinted(os.path(), os.json("name"), SYSTEMS));
    } else if (name.equals("linux")) {
      linux(pod);
    } else {
      windows(pod);
    }
  }

  private static void linux(PodContext pod) {
    forbidden(pod.spec().object("securityContext"), List.of("windowsOptions"), NOT_LINUX);
    for (Part container : pod.allContainers()) {
      if (container.has("securityContext")) {
        forbidden(container.object("securityContext"), List.of("windowsOptions"), NOT_LINUX);
      }
    }
  }

  private static void windows(PodContext pod) {
    Part spec = pod.spec();
    Part context = spec.object("securityContext");
    for (String field : POD_CONTEXT) {
      boolean set = field.equals("sysctls") ? !context.list(field).isEmpty() : context.has(field);
      if (set) {
        context.forbidden(field, NOT_WINDOWS);
      }
    }
    forbidden(spec, List.of("hostUsers"), NOT_WINDOWS);
    for (String field : List.of("hostPID", "hostIPC")) {
      if (spec.flag(field)) {
        spec.forbidden(field, NOT_WINDOWS);
      }
    }
    forbidden(spec, List.of("shareProcessNamespace"), NOT_WINDOWS);
    for (Part container : pod.allContainers()) {
      if (container.has("securityContext")) {
        forbidden(container.object("securityContext"), CONTAINER_CONTEXT, NOT_WINDOWS);
      }
    }
  }

  private static void forbidden(Part part, List<String> fields, String detail) {
    for (String field : fields) {
      if (part.has(field)) {
        part.forbidden(field, detail);
      }
    }
  }
}
