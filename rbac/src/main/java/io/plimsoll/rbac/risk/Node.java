package io.plimsoll.rbac.risk;

import io.plimsoll.core.request.User;
import io.plimsoll.rbac.RuleSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A place of the graph: everybody with the same power is one. */
sealed interface Node {

  /**
   * Everybody for whom the same bindings are.
   *
   * @param bindings the numbers of the bindings, ascending
   * @param masters whether they are in {@code system:masters}
   * @param impersonated whether requests are made in their name only
   * @param user one of them; who does not matter
   */
  record Person(List<Integer> bindings, boolean masters, boolean impersonated, User user)
      implements Node {

    public Person {
      bindings = List.copyOf(bindings);
    }

    /** Whether no bindings are for them, so that there is nothing to ask. */
    boolean isPowerless() {
      return bindings.isEmpty() && !masters;
    }

    Person inName() {
      return new Person(bindings, masters, true, user);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Person that
          && masters == that.masters
          && impersonated == that.impersonated
          && bindings.equals(that.bindings);
    }

    @Override
    public int hashCode() {
      return bindings.hashCode() * 4 + (masters ? 2 : 0) + (impersonated ? 1 : 0);
    }
  }

  /**
   * Whoever holds a role.
   *
   * @param role the role, or {@code null} for one with every rule
   * @param namespace where, empty for everywhere
   */
  record Holder(@Nullable RuleSet role, String namespace) implements Node {

    /** Roles of one name are the same; their rules may be many. */
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Holder that
          && namespace.equals(that.namespace)
          && (role == null
              ? that.role == null
              : that.role != null && role.ref().equals(that.role.ref()));
    }

    @Override
    public int hashCode() {
      return namespace.hashCode() * 31 + (role == null ? 0 : role.ref().hashCode());
    }
  }

  /** Somebody who acts in another's name as far as both are allowed. */
  record Constrained(Node self, Mode mode, Person target) implements Node {}

  /** What a path leads to. */
  record Reached(Goal goal) implements Node {}

  /** A mode of constrained impersonation that RBAC can tell the effect of. */
  enum Mode {
    SERVICE_ACCOUNT("serviceaccount"),
    USER_INFO("user-info"),
    ARBITRARY_NODE("arbitrary-node"),
    ASSOCIATED_NODE("associated-node");

    private final String text;

    Mode(String text) {
      this.text = text;
    }

    /** Returns the verb for the identity. */
    String verb() {
      return "impersonate:" + text;
    }

    /** Returns the verb that a request in the other's name takes. */
    String verbFor(String requested) {
      return "impersonate-on:" + text + ":" + requested;
    }
  }
}
