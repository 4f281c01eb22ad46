package io.plimsoll.core.authn;

/** Finds out whether a password is a user's. Mirrors {@code authenticator.Password} of older releases. */
@FunctionalInterface
interface PasswordChecker {

  /** Returns who has a name and a password. */
  Authentication authenticate(String name, String password);
}
