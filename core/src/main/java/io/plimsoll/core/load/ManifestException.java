package io.plimsoll.core.load;

import io.plimsoll.core.manifest.Problem;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Manifests could not be used. The message has one line for each problem, warnings included. */
public final class ManifestException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Lost where the exception is serialized; the message has it all. */
  private final transient @Nullable List<Problem> problems;

  ManifestException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** Returns what is wrong, in the order of the message. */
  public List<Problem> problems() {
    return problems == null ? List.of() : problems;
  }
}
