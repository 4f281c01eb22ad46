package io.plimsoll.rbac.risk;

import io.plimsoll.core.request.User;
import io.plimsoll.rbac.Subject;
import java.util.Comparator;

/**
 * The order in which paths are told: by level, then those of everybody before those of many and of one, then by goal, length
 * and subject.
 */
enum RiskOrder implements Comparator<RiskPath> {
  INSTANCE;

  private static final Comparator<RiskPath> ORDER = Comparator.comparing(RiskPath::level)
      .thenComparing(path -> breadth(path.subject()))
      .thenComparing(path -> path.goal().kind())
      .thenComparing(path -> path.steps().size())
      .thenComparing(RiskPath::subject)
      .thenComparing(RiskPath::goal);

  @Override
  public int compare(RiskPath one, RiskPath other) {
    return ORDER.compare(one, other);
  }

  /** Whoever needs no credentials comes first, then whoever has any. */
  private static int breadth(Subject subject) {
    boolean group = subject.kind().equals(Subject.GROUP);
    if ((group && subject.name().equals(User.UNAUTHENTICATED))
        || (!group && subject.name().equals(User.ANONYMOUS.name()))) {
      return 0;
    }
    if (group && subject.name().equals(User.AUTHENTICATED)) {
      return 1;
    }
    return group && subject.name().equals(User.SERVICE_ACCOUNTS) ? 2 : 3;
  }
}
