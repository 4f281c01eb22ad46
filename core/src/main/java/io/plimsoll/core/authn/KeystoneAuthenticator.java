package io.plimsoll.core.authn;

import io.plimsoll.core.authn.Authentication.Authenticated;
import io.plimsoll.core.backend.BackendCall;
import io.plimsoll.core.request.User;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/** The users of OpenStack's identity service. Mirrors {@code password/keystone} of release 1.9, the last that had it. */
final class KeystoneAuthenticator implements PasswordChecker {

  private final BiPredicate<String, String> service;

  /**
   * Makes one that asks a service whether a name and a password fit.
   *
   * @throws IllegalArgumentException if the service's URL is not secure
   */
  KeystoneAuthenticator(String url, BiPredicate<String, String> service) {
    if (!url.startsWith("https")) {
      throw new IllegalArgumentException("Auth URL should be secure and start with https");
    }
    this.service = service;
  }

  @Override
  public Authentication authenticate(String name, String password) {
    return BackendCall.ask(() -> answer(name, password), Authentication::failed);
  }

  private Authentication answer(String name, String password) {
    return service.test(name, password)
        ? new Authenticated(new User(name, "", List.of(), Map.of()), List.of(), List.of())
        : Authentication.failed("Failed to authenticate");
  }
}
