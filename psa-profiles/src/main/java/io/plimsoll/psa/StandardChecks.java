package io.plimsoll.psa;

import java.util.ArrayList;
import java.util.List;

/**
 * The list of all checks of the Pod Security Standards. Mirrors {@code addCheck} of {@code policy/checks.go}.
 */
final class StandardChecks {

  private static final List<Check> ALL = List.of(
      AllowPrivilegeEscalation.CHECK,
      AppArmorProfiles.CHECK,
      CapabilitiesBaseline.CHECK,
      CapabilitiesRestricted.CHECK,
      HostNamespaces.CHECK,
      HostPathVolumes.CHECK,
      HostPorts.CHECK,
      HostProbesAndHostLifecycle.CHECK,
      Privileged.CHECK,
      ProcMount.BASELINE,
      ProcMount.RESTRICTED,
      RestrictedVolumes.CHECK,
      RunAsNonRoot.CHECK,
      RunAsUser.CHECK,
      SeccompProfileBaseline.CHECK,
      SeccompProfileRestricted.CHECK,
      SeLinuxLabels.CHECK,
      Sysctls.CHECK,
      WindowsHostProcess.CHECK);

  static final List<Check> VERSIONED = checks(false);
  static final List<Check> EXPERIMENTAL = checks(true);

  private static List<Check> checks(boolean experimental) {
    List<Check> checks = new ArrayList<>();
    for (Check check : ALL) {
      if (check.isExperimental() == experimental) {
        checks.add(check);
      }
    }
    return List.copyOf(checks);
  }

  /** Returns whether a check is one of these: the same instance, as to compare records costs a fresh JVM much time. */
  @SuppressWarnings("ReferenceEquality")
  static boolean has(Check check) {
    for (Check one : ALL) {
      if (one == check) {
        return true;
      }
    }
    return false;
  }

  private StandardChecks() {}
}
