package io.plimsoll.psa;

import io.plimsoll.core.manifest.Problem;
import java.util.List;
import java.util.Optional;

/** What came of reading a {@link PodSecurityConfiguration}: the configuration, or why an API server would not start with it. */
public sealed interface ConfigurationReading {

  /** The point of its start at which the API server notices. */
  enum Stage {
    /** The text is decoded. Mirrors {@code admission/api/load/load.go}. */
    LOAD,
    /** The defaults are turned into a policy. Mirrors {@code CompleteConfiguration} of {@code admission/admission.go}. */
    COMPLETE,
    /** The rest is checked. Mirrors {@code ValidateConfiguration} of {@code admission/admission.go}. */
    VALIDATE
  }

  /**
   * A configuration that can be used.
   *
   * @param configuration the configuration
   */
  record Accepted(PodSecurityConfiguration configuration) implements ConfigurationReading {
    @Override
    public Optional<PodSecurityConfiguration> toOptional() {
      return Optional.of(configuration);
    }

    @Override
    public PodSecurityConfiguration orThrow() {
      return configuration;
    }

    @Override
    public List<Problem> problems() {
      return List.of();
    }
  }

  /**
   * A configuration that cannot be used.
   *
   * @param stage when the API server would notice
   * @param message what the plug-in {@code PodSecurity} would say
   * @param problems everything that is wrong, with its place; more than the message says, which ends with the stage
   */
  record Refused(Stage stage, String message, List<Problem> problems)
      implements ConfigurationReading {

    public Refused {
      problems = List.copyOf(problems);
    }

    @Override
    public Optional<PodSecurityConfiguration> toOptional() {
      return Optional.empty();
    }

    @Override
    public PodSecurityConfiguration orThrow() {
      throw new IllegalArgumentException(message);
    }
  }

  /** Returns the configuration, if it can be used. */
  Optional<PodSecurityConfiguration> toOptional();

  /**
   * Returns the configuration.
   *
   * @throws IllegalArgumentException with the plug-in's message if it cannot be used
   */
  PodSecurityConfiguration orThrow();

  /** Returns what is wrong; nothing if the configuration can be used. */
  List<Problem> problems();
}
