package io.plimsoll.core.manifest;

/** Ends the reading of one document, or of the whole stream. It never leaves the package. */
final class ReadFailure extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;
  private final boolean fatal;

  ReadFailure(Problem problem, boolean fatal) {
    super(problem.message(), null, false, false);
    this.problem = problem;
    this.fatal = fatal;
  }

  Problem problem() {
    return problem;
  }

  /** Returns whether nothing more of the stream is to be read. */
  boolean isFatal() {
    return fatal;
  }
}
