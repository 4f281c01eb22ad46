package io.plimsoll.rbac.least;

import io.plimsoll.core.request.Attributes;
import io.plimsoll.core.request.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What it takes to act as another user: one request for each part of the other. Mirrors the impersonation filter of {@code
 * k8s.io/apiserver/pkg/endpoints/filters}.
 */
final class Impersonation {

  private static final String VERB = "impersonate";
  private static final String AUTHENTICATION = "authentication.k8s.io";

  private Impersonation() {}

  static List<AccessRequest> of(User user, User other) {
    List<AccessRequest> requests = new ArrayList<>();
    requests.add(new AccessRequest(
        user,
        other
            .asServiceAccount()
            .map(account -> Attributes.ofResource(VERB, "", "serviceaccounts")
                .in(account.namespace())
                .named(account.name()))
            .orElseGet(() -> Attributes.ofResource(VERB, "", "users").named(other.name()))));
    Set<String> implied = implied(other);
    for (String group : other.groups()) {
      if (!implied.contains(group)) {
        requests.add(
            new AccessRequest(user, Attributes.ofResource(VERB, "", "groups").named(group)));
      }
    }
    other
        .extra()
        .forEach((key, values) -> values.forEach(value -> requests.add(new AccessRequest(
            user,
            Attributes.ofResource(VERB, AUTHENTICATION, "userextras")
                .subresource(key.toLowerCase(Locale.ROOT))
                .named(value)))));
    if (!other.uid().isEmpty()) {
      requests.add(new AccessRequest(
          user, Attributes.ofResource(VERB, AUTHENTICATION, "uids").named(other.uid())));
    }
    return requests;
  }

  /** The groups that the API server adds itself. */
  private static Set<String> implied(User other) {
    return other
        .asServiceAccount()
        .map(account ->
            Set.copyOf(User.serviceAccount(account.namespace(), account.name()).groups()))
        .orElseGet(() -> Set.of(User.AUTHENTICATED, User.UNAUTHENTICATED));
  }
}
