package io.plimsoll.core.request;

import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Names;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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

  /** The group of all kubelets. */
  public static final String NODES = "system:nodes";

  private static final String NODE_PREFIX = "system:node:";

  private static final String SERVICE_ACCOUNT_PREFIX = "system:serviceaccount:";

  public User {
    groups = List.copyOf(groups);
    extra = extra.isEmpty() ? Map.of() : copy(extra);
  }

  private static Map<String, List<String>> copy(Map<String, List<String>> extra) {
    Map<String, List<String>> copies = new LinkedHashMap<>();
    extra.forEach((key, values) -> copies.put(key, List.copyOf(values)));
    return Collections.unmodifiableMap(copies);
  }

  /** The namespace and name of a service account. */
  public record ServiceAccountName(String namespace, String name) {}

  /**
   * Returns the user of a name, with the groups that {@code kubectl --as} gives it: those that are named, or else those of a service
   * account if it is the name of one; and {@code system:authenticated}, but for {@code system:anonymous} {@code
   * system:unauthenticated}.
   */
  public static User of(String name, String... groups) {
    User plain = new User(name, "", List.of(groups), Map.of());
    List<String> all = new ArrayList<>(plain.groups);
    if (groups.length == 0) {
      plain.asServiceAccount().ifPresent(account -> {
        all.add(SERVICE_ACCOUNTS);
        all.add(SERVICE_ACCOUNTS + ":" + account.namespace());
      });
    }
    String everyone = name.equals(ANONYMOUS.name) ? UNAUTHENTICATED : AUTHENTICATED;
    if (!all.contains(everyone)) {
      all.add(everyone);
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

  /** Returns the user that a kubelet is, with its group. */
  public static User node(String name) {
    return of(NODE_PREFIX + name, NODES);
  }

  /** Returns whether the user is in a group. */
  public boolean isIn(String group) {
    return groups.contains(group);
  }

  /**
   * Returns which service account this is, if its name is that of one. Mirrors {@code SplitUsername} of {@code
   * k8s.io/apiserver/pkg/authentication/serviceaccount}.
   */
  public Optional<ServiceAccountName> asServiceAccount() {
    if (!name.startsWith(SERVICE_ACCOUNT_PREFIX)) {
      return Optional.empty();
    }
    String rest = name.substring(SERVICE_ACCOUNT_PREFIX.length());
    int colon = rest.indexOf(':');
    if (colon < 0) {
      return Optional.empty();
    }
    ServiceAccountName account =
        new ServiceAccountName(rest.substring(0, colon), rest.substring(colon + 1));
    boolean valid = Names.dnsLabelErrors(account.namespace()).isEmpty()
        && Names.dnsSubdomainErrors(account.name()).isEmpty();
    return valid ? Optional.of(account) : Optional.empty();
  }

  /**
   * Returns the node whose kubelet this is: what follows {@code system:node:} in the name of a user of the group {@code
   * system:nodes}, be it nothing. Mirrors {@code NodeIdentity} of {@code pkg/auth/nodeidentifier}.
   */
  public Optional<String> asNode() {
    return name.startsWith(NODE_PREFIX) && isIn(NODES)
        ? Optional.of(name.substring(NODE_PREFIX.length()))
        : Optional.empty();
  }

  /** Returns the user as objects name it. Mirrors {@code UserInfo} of {@code authentication.k8s.io}, without what is empty. */
  public MappingValue toUserInfo() {
    Map<String, Value> tree = new LinkedHashMap<>();
    if (!name.isEmpty()) {
      tree.put("username", ScalarValue.of(name));
    }
    if (!uid.isEmpty()) {
      tree.put("uid", ScalarValue.of(uid));
    }
    if (!groups.isEmpty()) {
      tree.put("groups", SequenceValue.ofStrings(groups));
    }
    if (!extra.isEmpty()) {
      tree.put("extra", extraTree());
    }
    return MappingValue.of(tree);
  }

  /** Returns the further attributes as objects have them: by their names in order, as Go writes maps. */
  public MappingValue extraTree() {
    Map<String, Value> tree = new TreeMap<>(GoText::compare);
    extra.forEach((key, values) -> tree.put(key, SequenceValue.ofStrings(values)));
    return MappingValue.of(tree);
  }

  /** Returns the user name. */
  @Override
  public String toString() {
    return name;
  }
}
