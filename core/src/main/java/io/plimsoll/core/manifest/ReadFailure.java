package io.plimsoll.core.manifest;

/** Ends the reading of one document, or of the whole stream. It never leaves the package. */
final class ReadFailure extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;
  private final boolean fatal;
  private final String upstream;

  ReadFailure(Problem problem, boolean fatal) {
    this(problem, fatal, "");
  }

  private ReadFailure(Problem problem, boolean fatal, String upstream) {
    super(problem.message(), null, false, false);
    this.problem = problem;
    this.fatal = fatal;
    this.upstream = upstream;
  }

  /** Returns the failure that knows what Go's library says. */
  ReadFailure saying(String message) {
    return new ReadFailure(problem, fatal, message);
  }

  /** Returns what Go's library says, or empty where that is not known. */
  String upstream() {
    return upstream;
  }

  Problem problem() {
    return problem;
  }

  /** Returns whether nothing more of the stream is to be read. */
  boolean isFatal() {
    return fatal;
  }
}
