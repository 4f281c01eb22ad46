package io.plimsoll.core.secrets;

import java.util.List;

/**
 * The credentials of one pull secret. Mirrors {@code DockerConfig} of {@code pkg/credentialprovider/config.go}.
 *
 * @param entries the entries in the order of the text
 * @param error why Go could not decode it; empty if it could
 */
record DockerConfig(List<Entry> entries, String error) {

  DockerConfig {
    entries = List.copyOf(entries);
  }

  /**
   * The credentials for a registry.
   *
   * @param registry the registry as the secret has it
   * @param username the name of the user, or empty
   * @param password the password, or empty, which {@link #toString()} hides
   * @param email the address, or empty
   */
  record Entry(String registry, String username, String password, String email) {

    boolean isBlank() {
      return username.isEmpty() && password.isEmpty();
    }

    @Override
    public String toString() {
      return registry + ": " + username;
    }
  }
}
