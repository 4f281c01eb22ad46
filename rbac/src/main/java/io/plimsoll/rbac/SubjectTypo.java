package io.plimsoll.rbac;

import io.plimsoll.core.request.User;
import io.plimsoll.core.request.User.ServiceAccountName;
import io.plimsoll.rbac.NearMiss.Typo;
import java.util.Optional;

/** Whether a subject of a binding was most likely meant to be a user. */
final class SubjectTypo {

  private SubjectTypo() {}

  /** Returns what is wrong with the subject if it is nearly the user: another kind, another namespace, or a letter or two. */
  static Optional<Typo> of(Subject subject, User user, String scope) {
    Subject meant = Subject.of(user);
    Optional<ServiceAccountName> account = user.asServiceAccount();
    boolean same = switch (subject.kind()) {
      case Subject.SERVICE_ACCOUNT -> isLikeAccount(subject, meant, account, scope);
      case Subject.USER, Subject.GROUP -> isLikeUser(subject, user);
      default -> subject.name().equals(meant.name());
    };
    return same
        ? Optional.of(new Typo(subject.completed(scope).toString(), meant.toString()))
        : Optional.empty();
  }

  private static boolean isLikeAccount(
      Subject subject, Subject meant, Optional<ServiceAccountName> account, String scope) {
    if (account.isEmpty()) {
      return subject.name().equals(meant.name());
    }
    String namespace = subject.completed(scope).namespace();
    boolean sameName = subject.name().equals(account.get().name());
    boolean sameNamespace = namespace.equals(account.get().namespace());
    // Every namespace has an account called "default"; that of another is no misspelling.
    return sameName
        ? !subject.name().equals("default")
        : sameNamespace && Spelling.isLike(subject.name(), account.get().name());
  }

  private static boolean isLikeUser(Subject subject, User user) {
    String name = subject.name();
    boolean wrongKind = subject.kind().equals(Subject.GROUP) && name.equals(user.name());
    boolean wrongAccount = user.asServiceAccount()
        .filter(account ->
            name.equals(account.name()) || name.equals(account.namespace() + ":" + account.name()))
        .isPresent();
    boolean misspelled = subject.kind().equals(Subject.USER)
        ? Spelling.isLike(name, user.name())
        : user.groups().stream().anyMatch(group -> Spelling.isLike(name, group));
    return wrongKind || wrongAccount || misspelled;
  }
}
