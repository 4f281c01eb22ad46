package io.plimsoll.psa.apparmor;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A rule about capabilities.
 *
 * @param prefix the words before it
 * @param names the capabilities; empty for all
 * @param rule the rule
 */
record CapabilityRule(Prefix prefix, Set<String> names, PolicyRule rule) implements PlainRule {

  /** The capabilities of Linux by number. */
  static final List<String> ALL = List.of(
      "chown",
      "dac_override",
      "dac_read_search",
      "fowner",
      "fsetid",
      "kill",
      "setgid",
      "setuid",
      "setpcap",
      "linux_immutable",
      "net_bind_service",
      "net_broadcast",
      "net_admin",
      "net_raw",
      "ipc_lock",
      "ipc_owner",
      "sys_module",
      "sys_rawio",
      "sys_chroot",
      "sys_ptrace",
      "sys_pacct",
      "sys_admin",
      "sys_boot",
      "sys_nice",
      "sys_resource",
      "sys_time",
      "sys_tty_config",
      "mknod",
      "lease",
      "audit_write",
      "audit_control",
      "setfcap",
      "mac_override",
      "mac_admin",
      "syslog",
      "wake_alarm",
      "block_suspend",
      "audit_read",
      "perfmon",
      "bpf",
      "checkpoint_restore");

  private static final String PREFIX = "cap_";

  /** Returns the name that rules have for a capability: {@code net_raw} for {@code CAP_NET_RAW}; nothing if there is none. */
  static Optional<String> named(String written) {
    String lower = written.toLowerCase(Locale.ROOT);
    String name = lower.startsWith(PREFIX) ? lower.substring(PREFIX.length()) : lower;
    return ALL.stream().filter(name::equals).findFirst();
  }

  boolean covers(String name) {
    return names.isEmpty() || names.contains(name);
  }
}
