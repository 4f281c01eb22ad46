package io.plimsoll.core.authn;

/**
 * Finds out who sends a request. Mirrors {@code authenticator.Request} of {@code
 * k8s.io/apiserver/pkg/authentication/authenticator}.
 *
 * <p>An authenticator is a pure function; the cluster and the time are part of what it is asked.
 */
@FunctionalInterface
public interface Authenticator {

  /** Returns who sends a request, as far as this authenticator can tell. */
  Authentication authenticate(AuthenticationRequest request);
}
