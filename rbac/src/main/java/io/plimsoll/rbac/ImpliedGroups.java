package io.plimsoll.rbac;

import io.plimsoll.core.request.User;
import java.util.ArrayList;
import java.util.List;

/** The groups that a subject is in, or all members of a group are in, whatever an authenticator says. A subject of an unknown kind is nobody. */
final class ImpliedGroups {

  private ImpliedGroups() {}

  static List<Subject> of(Subject subject) {
    return names(subject).stream().map(Subject::group).toList();
  }

  private static List<String> names(Subject subject) {
    return switch (subject.kind()) {
      case Subject.SERVICE_ACCOUNT -> ofServiceAccount(subject);
      case Subject.GROUP -> ofGroup(subject.name());
      case Subject.USER ->
        subject.name().equals(User.ANONYMOUS.name())
            ? User.ANONYMOUS.groups()
            : List.of(User.AUTHENTICATED);
      default -> List.of();
    };
  }

  private static List<String> ofServiceAccount(Subject account) {
    return User.serviceAccount(account.namespace(), account.name()).groups();
  }

  private static List<String> ofGroup(String group) {
    if (group.equals(User.AUTHENTICATED) || group.equals(User.UNAUTHENTICATED)) {
      return List.of();
    }
    List<String> groups = new ArrayList<>();
    if (group.startsWith(User.SERVICE_ACCOUNTS + ":")) {
      groups.add(User.SERVICE_ACCOUNTS);
    }
    groups.add(User.AUTHENTICATED);
    return groups;
  }
}
