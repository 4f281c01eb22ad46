package io.plimsoll.core.authn;

import io.plimsoll.core.backend.BackendCall;
import java.util.List;

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

  /** Returns an authenticator of one's own so that it may fail: one that throws an exception or answers nothing knows nobody. */
  static Authenticator guarded(Authenticator own) {
    return own instanceof Authenticators
        ? own
        : request -> BackendCall.ask(
            () -> own.authenticate(request), error -> new Authentication.Failed(error, List.of()));
  }
}
