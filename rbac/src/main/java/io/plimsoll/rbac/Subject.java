package io.plimsoll.rbac;

import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.request.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whom a binding is for. Mirrors {@code rbac.authorization.k8s.io/v1 Subject}; a field that is absent is the empty text.
 *
 * @param kind {@code User}, {@code Group} or {@code ServiceAccount}; a subject of any other kind is nobody
 * @param apiGroup the group of the kind; nothing depends on it when access is decided
 * @param name the name
 * @param namespace the namespace of a service account; empty for that of a RoleBinding
 */
public record Subject(String kind, String apiGroup, String name, String namespace)
    implements Comparable<Subject> {

  /** The kind of subjects that are users. */
  public static final String USER = "User";

  /** The kind of subjects that are groups of users. */
  public static final String GROUP = "Group";

  /** The kind of subjects that are service accounts. */
  public static final String SERVICE_ACCOUNT = "ServiceAccount";

  /** What the user name of a service account starts with. */
  private static final String SERVICE_ACCOUNT_PREFIX = "system:serviceaccount:";

  /** Returns a user. */
  public static Subject user(String name) {
    return new Subject(USER, RbacApi.GROUP, name, "");
  }

  /** Returns a group. */
  public static Subject group(String name) {
    return new Subject(GROUP, RbacApi.GROUP, name, "");
  }

  /** Returns a service account. */
  public static Subject serviceAccount(String namespace, String name) {
    return new Subject(SERVICE_ACCOUNT, "", name, namespace);
  }

  /** Reads the record from a tree. */
  public static Subject from(Fields fields) {
    return new Subject(
        fields.text("kind"),
        fields.text("apiGroup"),
        fields.text("name"),
        fields.text("namespace"));
  }

  /**
   * Returns this subject as the API server stores it: the group of users and groups is filled in. Mirrors {@code
   * SetDefaults_Subject} of {@code pkg/apis/rbac/v1/defaults.go}.
   */
  public Subject withDefaults() {
    boolean grouped = kind.equals(USER) || kind.equals(GROUP);
    return apiGroup.isEmpty() && grouped ? new Subject(kind, RbacApi.GROUP, name, namespace) : this;
  }

  /**
   * Returns whether the subject is this user, one of the user's groups, or the service account the user is.
   *
   * @param bindingNamespace the namespace of the RoleBinding, which is that of a service account without one; empty for a
   *     ClusterRoleBinding
   */
  public boolean isOrContains(User user, String bindingNamespace) {
    return switch (kind) {
      case USER -> name.equals(user.name());
      case GROUP -> user.isIn(name);
      case SERVICE_ACCOUNT ->
        userName(bindingNamespace).filter(user.name()::equals).isPresent();
      default -> false;
    };
  }

  /** Returns the subject that a user is: a service account if the name is that of one. */
  public static Subject of(User user) {
    return user.asServiceAccount()
        .map(account -> serviceAccount(account.namespace(), account.name()))
        .orElseGet(() -> user(user.name()));
  }

  /**
   * Returns the groups that the subject, or each member of it, is in whatever an authenticator says; without the group itself.
   * A service account has a namespace; a subject of an unknown kind is in none.
   */
  public List<Subject> impliedGroups() {
    return ImpliedGroups.of(this);
  }

  /**
   * Returns the user that the subject is or, of a group, a user who is in it, in the groups that follows from, and who has no
   * name that a binding could name.
   */
  public User toUser() {
    List<String> groups = new ArrayList<>();
    String userName = name;
    if (kind.equals(GROUP)) {
      groups.add(name);
      userName = "(any member of " + name + ")";
    } else if (kind.equals(SERVICE_ACCOUNT)) {
      userName = userName(namespace).orElse("");
    }
    impliedGroups().forEach(group -> groups.add(group.name()));
    return new User(userName, "", groups, Map.of());
  }

  /**
   * Returns the one form of all subjects that are the same: with all that follows from its place, and a service account where
   * the user name is that of one.
   *
   * @param bindingNamespace the namespace of the RoleBinding it is in; empty for a ClusterRoleBinding
   */
  public Subject canonical(String bindingNamespace) {
    return kind.equals(USER)
        ? of(new User(name, "", List.of(), Map.of()))
        : completed(bindingNamespace);
  }

  /** Returns the subject with all that follows from its place: the group of its kind, the namespace of a service account. */
  Subject completed(String bindingNamespace) {
    return switch (kind) {
      case USER, GROUP ->
        apiGroup.equals(RbacApi.GROUP) && namespace.isEmpty()
            ? this
            : new Subject(kind, RbacApi.GROUP, name, "");
      case SERVICE_ACCOUNT ->
        apiGroup.isEmpty() && !namespace.isEmpty()
            ? this
            : new Subject(kind, "", name, namespace.isEmpty() ? bindingNamespace : namespace);
      default -> this;
    };
  }

  /** Returns the user name of the service account this is; empty without a namespace. */
  Optional<String> userName(String bindingNamespace) {
    String home = namespace.isEmpty() ? bindingNamespace : namespace;
    return home.isEmpty()
        ? Optional.empty()
        : Optional.of(SERVICE_ACCOUNT_PREFIX + home + ":" + name);
  }

  /**
   * Returns the subject as reasons have it: {@code User "alice"}, {@code ServiceAccount "web/shop"}, the name before the
   * namespace. Mirrors {@code describeSubject} of {@code pkg/registry/rbac/validation/rule.go}.
   */
  String describe(String bindingNamespace) {
    String home = namespace.isEmpty() ? bindingNamespace : namespace;
    String text = kind.equals(SERVICE_ACCOUNT) ? name + "/" + home : name;
    return kind + " " + GoText.quote(text);
  }

  /** Orders by namespace, kind, name and API group. */
  @Override
  public int compareTo(Subject other) {
    int order = GoText.compare(namespace, other.namespace);
    order = order != 0 ? order : kind.compareTo(other.kind);
    order = order != 0 ? order : GoText.compare(name, other.name);
    return order != 0 ? order : apiGroup.compareTo(other.apiGroup);
  }

  /** Returns the subject as people write it: {@code User alice}, {@code ServiceAccount shop/web}. */
  @Override
  public String toString() {
    return kind + " " + (namespace.isEmpty() ? name : namespace + "/" + name);
  }
}
