package io.plimsoll.core.secrets;

import io.plimsoll.core.manifest.Problem;
import java.util.List;

/**
 * A file that an API server would not start with.
 *
 * <p>The message is the server's own, to the byte. Where the server shows a provider, or a file that does not say its kind, as it stands,
 * keys included, so does the message; the problems never do.
 */
public final class EncryptionConfigurationException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  EncryptionConfigurationException(String message, List<Problem> problems) {
    super(message);
    this.problems = List.copyOf(problems);
  }

  /** Returns what is wrong, and where. */
  public List<Problem> problems() {
    return problems;
  }
}
