package io.plimsoll.psa.apparmor;

import java.util.List;
import java.util.Set;

/**
 * A rule about capabilities.
 *
 * @param prefix the words before it
 * @param names the capabilities; empty for all
 * @param rule the rule
 */
record CapabilityRule(Prefix prefix, Set<String> names, PolicyRule rule) {

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

  boolean covers(String name) {
    return names.isEmpty() || names.contains(name);
  }
}
