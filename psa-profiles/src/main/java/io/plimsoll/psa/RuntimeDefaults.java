package io.plimsoll.psa;

import java.util.List;

/**
 * What a node gives to containers that ask for nothing.
 *
 * @param seccompDefault whether its kubelet runs with {@code --seccomp-default}
 * @param capabilities the capabilities that its runtime gives, without {@code CAP_}
 */
public record RuntimeDefaults(boolean seccompDefault, List<String> capabilities) {

  /** What containerd and Docker give, and a kubelet without {@code --seccomp-default}. */
  public static final RuntimeDefaults CONTAINERD = new RuntimeDefaults(
      false,
      List.of(
          "AUDIT_WRITE",
          "CHOWN",
          "DAC_OVERRIDE",
          "FOWNER",
          "FSETID",
          "KILL",
          "MKNOD",
          "NET_BIND_SERVICE",
          "NET_RAW",
          "SETFCAP",
          "SETGID",
          "SETPCAP",
          "SETUID",
          "SYS_CHROOT"));

  public RuntimeDefaults {
    capabilities = List.copyOf(capabilities);
  }

  /** Returns these with {@code --seccomp-default}. */
  public RuntimeDefaults withSeccompDefault() {
    return new RuntimeDefaults(true, capabilities);
  }
}
