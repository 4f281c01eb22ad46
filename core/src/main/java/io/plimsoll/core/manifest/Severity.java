package io.plimsoll.core.manifest;

/** How much a problem or a finding matters, the gravest first. */
public enum Severity {
  /** The input is refused, or a rule is violated. */
  ERROR,
  /** The input is accepted, but most likely means something else than its author thinks. */
  WARNING,
  /** Worth knowing; nothing is wrong. */
  INFO;

  /** Returns the name as reports print it: {@code error}, {@code warning} or {@code info}. */
  public String label() {
    return switch (this) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO -> "info";
    };
  }
}
