package io.plimsoll.core.load;

import io.plimsoll.core.manifest.Problem;
import io.plimsoll.core.manifest.Severity;
import java.util.List;
import java.util.stream.Collectors;

/** Manifests could not be used. The message has one line for each problem, warnings included. */
public final class ManifestException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  private ManifestException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /**
   * Does nothing if no problem is an error.
   *
   * @throws ManifestException if one is, naming all
   */
  public static void throwIfAnyError(List<Problem> problems) {
    if (problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR)) {
      throw new ManifestException(problems);
    }
  }

  /** Returns what is wrong. */
  public List<Problem> problems() {
    return problems;
  }
}
