package io.plimsoll.core.authn;

/** Finds out whose token it is. Mirrors {@code authenticator.Token} of {@code k8s.io/apiserver/pkg/authentication/authenticator}. */
@FunctionalInterface
interface TokenAuthenticator {

  /** Returns who has a token that came with a request. */
  Authentication authenticate(String token, AuthenticationRequest request);

  /** Returns an authenticator that asks this one about one token, whatever the request holds. */
  default Authenticator of(String token) {
    return request -> authenticate(token, request);
  }
}
