package io.plimsoll.core.authn;

import io.plimsoll.core.authn.Authentication.Authenticated;
import io.plimsoll.core.request.User;
import java.util.ArrayList;
import java.util.List;

/** Puts whoever is known into the group {@code system:authenticated}. Mirrors {@code group/authenticated_group_adder.go}. */
final class AuthenticatedGroupAdder implements Authenticator {

  private final Authenticator delegate;

  AuthenticatedGroupAdder(Authenticator delegate) {
    this.delegate = delegate;
  }

  @Override
  public Authentication authenticate(AuthenticationRequest request) {
    Authentication answer = delegate.authenticate(request);
    return answer instanceof Authenticated known && isToBeAdded(known.user())
        ? new Authenticated(
            added(known.user()), known.audiences(), known.warnings(), known.auditAnnotations())
        : answer;
  }

  private static boolean isToBeAdded(User user) {
    return !user.name().equals(User.ANONYMOUS.name())
        && !user.isIn(User.AUTHENTICATED)
        && !user.isIn(User.UNAUTHENTICATED);
  }

  private static User added(User user) {
    List<String> groups = new ArrayList<>(user.groups().size() + 1);
    groups.addAll(user.groups());
    groups.add(User.AUTHENTICATED);
    return new User(user.name(), user.uid(), groups, user.extra());
  }
}
