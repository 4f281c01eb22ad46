package io.plimsoll.psa;

/**
 * The security settings of a container that only Windows has, each with where it comes from. Mirrors {@code
 * DetermineEffectiveSecurityContext} of {@code pkg/securitycontext/util.go}.
 *
 * @param gmsaCredentialSpecName the name of the GMSA credential specification; a container that sets one of both fields about it has
 *     neither from the pod
 * @param gmsaCredentialSpec the GMSA credential specification
 * @param hostProcess whether it is a host process container
 * @param runAsUserName the user; unset where the image decides
 */
public record EffectiveWindowsOptions(
    Effective<String> gmsaCredentialSpecName,
    Effective<String> gmsaCredentialSpec,
    Effective<Boolean> hostProcess,
    Effective<String> runAsUserName) {}
