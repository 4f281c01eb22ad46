package io.plimsoll.core.request;

import io.plimsoll.core.model.Maps;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who asks. Mirrors {@code user.Info} of {@code k8s.io/apiserver/pkg/authentication/user}.
 *
 * @param name the user name, such as {@code alice} or {@code system:serviceaccount:shop:web}
 * @param uid an identity that outlives the name, or empty
 * @param groups the groups the user is in, in the order the authenticator gave them
 * @param extra further attributes, by their lower-case names
 */
public record User(String name, String uid, List<String> groups, Map<String, List<String>> extra) {

  /** The group that every authenticated user is in. */
  public static final String AUTHENTICATED = "system:authenticated";

  /** The group of requests that nobody authenticated. */
  public static final String UNAUTHENTICATED = "system:unauthenticated";

  /** The group that may do everything, whatever the authorizers say. */
  public static final String MASTERS = "system:masters";

  /** The group of all service accounts; with a colon and a namespace, that of the service accounts there. */
  public static final String SERVICE_ACCOUNTS = "system:serviceaccounts";

  /** The user of requests that nobody authenticated. */
  public static final User ANONYMOUS =
      new User("system:anonymous", "", List.of(UNAUTHENTICATED), Map.of());

  private static final String SERVICE_ACCOUNT_PREFIX = "system:serviceaccount:";

  public User {
    groups = List.copyOf(groups);
    extra = Maps.copy(extra);
  }

  /** The namespace and name of a service account. */
  public record ServiceAccountName(String namespace, String name) {}

  /** Returns an authenticated user: one in these groups and in {@code system:authenticated}. */
  public static User of(String name, String... groups) {
    List<String> all = new ArrayList<>(List.of(groups));
    if (!all.contains(AUTHENTICATED)) {
      all.add(AUTHENTICATED);
    }
    return new User(name, "", all, Map.of());
  }

  /** Returns the user that a service account's token stands for, with its groups. */
  public static User serviceAccount(String namespace, String name) {
    return of(
        SERVICE_ACCOUNT_PREFIX + namespace + ":" + name,
        SERVICE_ACCOUNTS,
        SERVICE_ACCOUNTS + ":" + namespace);
  }

  /** Returns whether the user is in a group. */
  public boolean isIn(String group) {
    return groups.contains(group);
  }

  /**
   * Returns which service account this is, if its name is that of one. Mirrors {@code serviceaccount.SplitUsername}, without
   * its check of what names may look like.
   */
  public Optional<ServiceAccountName> asServiceAccount() {
    if (!name.startsWith(SERVICE_ACCOUNT_PREFIX)) {
      return Optional.empty();
    }
    String rest = name.substring(SERVICE_ACCOUNT_PREFIX.length());
    int colon = rest.indexOf(':');
    return colon <= 0 || colon == rest.length() - 1 || rest.indexOf(':', colon + 1) >= 0
        ? Optional.empty()
        : Optional.of(new ServiceAccountName(rest.substring(0, colon), rest.substring(colon + 1)));
  }

  /** Returns the user name. */
  @Override
  public String toString() {
    return name;
  }
}
