package io.plimsoll.core.impersonation;

import io.plimsoll.core.request.Attributes;
import io.plimsoll.core.request.User;
import java.util.Optional;

/** What a requestor must be authorized for, for each thing that is impersonated. Mirrors {@code impersonationAttributes}. */
final class Needed {

  private static final String GROUP = "authentication.k8s.io";

  private Needed() {}

  /** Returns the attributes for the user, which may be a node or a service account. */
  static Attributes name(ImpersonationMode mode, WantedUser wanted) {
    Optional<User.ServiceAccountName> account = wanted.asServiceAccount();
    if (account.isPresent()) {
      return of(mode, usersGroup(mode), "serviceaccounts", account.get().name())
          .in(account.get().namespace());
    }
    Optional<String> node = mode == ImpersonationMode.LEGACY ? Optional.empty() : wanted.asNode();
    return node.map(name -> of(
            mode,
            GROUP,
            "nodes",
            // Whichever node it is: the filter has seen to it that it is the requestor's own.
            mode == ImpersonationMode.ASSOCIATED_NODE ? "*" : name))
        .orElseGet(() -> of(mode, usersGroup(mode), "users", wanted.name()));
  }

  static Attributes group(ImpersonationMode mode, String name) {
    return of(mode, usersGroup(mode), "groups", name);
  }

  static Attributes uid(ImpersonationMode mode, String uid) {
    return of(mode, GROUP, "uids", uid);
  }

  static Attributes extra(ImpersonationMode mode, String key, String value) {
    return of(mode, GROUP, "userextras", value).subresource(key);
  }

  /** The verb {@code impersonate} is on the core group's users and groups, which are nowhere else. */
  private static String usersGroup(ImpersonationMode mode) {
    return mode == ImpersonationMode.LEGACY ? "" : GROUP;
  }

  private static Attributes of(ImpersonationMode mode, String group, String resource, String name) {
    return new Attributes(mode.verb(), group, "v1", resource, "", "", name, "", true);
  }
}
