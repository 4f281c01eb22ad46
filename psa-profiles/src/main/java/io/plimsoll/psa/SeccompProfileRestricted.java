package io.plimsoll.psa;

/**
 * Seccomp must be turned on, by the pod or by each container.
 *
 * <p>Restricted fields: {@code spec.securityContext.seccompProfile.type}, {@code
 * spec.{initContainers,containers,ephemeralContainers}[*].securityContext.seccompProfile.type}. Allowed values: {@code RuntimeDefault},
 * {@code Localhost}; the profile may be absent in the pod if all containers have one, and in a container if the pod's is allowed. Since
 * 1.25 pods for Windows are exempt. Mirrors {@code policy/check_seccompProfile_restricted.go}.
 */
final class SeccompProfileRestricted {

  private static final Check.Rule RULE = new SeccompTypes(true);

  static final Check CHECK = Check.of("seccompProfile_restricted", Level.RESTRICTED)
      .since("v1.19", RULE, SeccompProfileBaseline.ID)
      .since("v1.25", Exempt.windows(RULE), SeccompProfileBaseline.ID);

  private SeccompProfileRestricted() {}
}
