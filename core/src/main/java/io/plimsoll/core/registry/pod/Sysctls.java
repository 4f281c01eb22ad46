package io.plimsoll.core.registry.pod;

import io.plimsoll.core.registry.Part;
import java.util.Set;

/** Which parameters of the kernel belong to a namespace. Mirrors {@code k8s.io/component-helpers/node/util/sysctl}. */
final class Sysctls {

  private static final Set<String> IPC = Set.of(
      "kernel.sem",
      "kernel.shmall",
      "kernel.shmmax",
      "kernel.shmmni",
      "kernel.shm_rmid_forced",
      "kernel.shm",
      "kernel.msgmax",
      "kernel.msgmnb",
      "kernel.msgmni",
      "kernel.msg");

  private Sysctls() {}

  /** Returns the field by which a pod shares what a parameter would change with its host; empty if it does not. */
  static String hostField(String sysctl, Part spec) {
    String name = normalized(sysctl);
    int star = name.indexOf('*');
    String start = star < 0 ? name : name.substring(0, star);
    if (start.startsWith("net.")) {
      return spec.flag("hostNetwork") ? "hostNetwork" : "";
    }
    boolean ipc = IPC.contains(start) || start.startsWith("fs.mqueue.");
    return ipc && spec.flag("hostIPC") ? "hostIPC" : "";
  }

  /** A name that starts with a slash-separated part has its slashes and dots swapped. */
  private static String normalized(String name) {
    int dot = name.indexOf('.');
    int slash = name.indexOf('/');
    if (slash < 0 || (dot >= 0 && dot < slash)) {
      return name;
    }
    return name.replace('.', '\0').replace('/', '.').replace('\0', '/');
  }
}
