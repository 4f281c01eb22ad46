package io.plimsoll.psa.apparmor;

import io.plimsoll.core.manifest.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What came of reading a {@link BaneFile}: the file, unless something is wrong with it that bane refuses, too.
 *
 * @param file the file, if there is no error
 * @param problems what is wrong, in the order of the text: errors, and warnings about what bane passes over
 */
public record BaneReading(Optional<BaneFile> file, List<Problem> problems) {

  public BaneReading {
    problems = List.copyOf(problems);
  }
}
