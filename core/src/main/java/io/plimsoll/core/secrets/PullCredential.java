package io.plimsoll.core.secrets;

import io.plimsoll.core.manifest.ObjectRef;

/**
 * What an image can be pulled with. Mirrors {@code TrackedAuthConfig} of {@code pkg/credentialprovider}.
 *
 * @param username the name of the user, or empty
 * @param password the password, or empty, which {@link #toString()} hides
 * @param email the address, or empty
 * @param registry the registry as the keyring compares it: {@code registry.example.com/team}, {@code *.example.com}
 * @param secret the secret that it is from
 */
public record PullCredential(
    String username, String password, String email, String registry, ObjectRef secret) {

  /** Returns the registry, the user and the secret. */
  @Override
  public String toString() {
    return registry + " as " + username + " by " + secret;
  }
}
