package io.plimsoll.rbac;

import io.plimsoll.core.request.Attributes;
import io.plimsoll.core.request.User;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;

/**
 * The answers to many questions for many users in many namespaces, one bit each.
 *
 * <p>Every role is asked each question once; what a user may do is then the union over the roles of the user's bindings.
 */
public final class AccessMatrix {

  private final List<User> users;
  private final List<String> namespaces;
  private final List<Attributes> questions;
  private final BitSet[] allowed;

  AccessMatrix(
      BindingIndex index, List<User> users, List<String> namespaces, List<Attributes> questions) {
    this.users = List.copyOf(users);
    this.namespaces = List.copyOf(namespaces);
    this.questions = List.copyOf(questions);
    this.allowed = new BitSet[users.size() * namespaces.size()];
    BitSet[] byRole = new BitSet[index.roles().count()];
    for (int user = 0; user < users.size(); user++) {
      BitSet everywhere = new BitSet(questions.size());
      addAll(index.cluster(), users.get(user), byRole, everywhere);
      for (int namespace = 0; namespace < namespaces.size(); namespace++) {
        BitSet here = (BitSet) everywhere.clone();
        addAll(index.namespace(namespaces.get(namespace)), users.get(user), byRole, here);
        allowed[user * namespaces.size() + namespace] = here;
      }
    }
  }

  private void addAll(Scope scope, User user, BitSet[] byRole, BitSet to) {
    for (int binding : scope.applying(user)) {
      RuleIndex role = scope.binding(binding).role();
      if (role != null) {
        if (byRole[role.ordinal()] == null) {
          byRole[role.ordinal()] = answers(role);
        }
        to.or(byRole[role.ordinal()]);
      }
    }
  }

  private BitSet answers(RuleIndex role) {
    BitSet answers = new BitSet(questions.size());
    for (int i = 0; i < questions.size(); i++) {
      answers.set(i, role.allows(questions.get(i)));
    }
    return answers;
  }

  /** Returns the users, in the order they were given. */
  public List<User> users() {
    return users;
  }

  /** Returns the namespaces, in the order they were given; the empty one stands for the whole cluster. */
  public List<String> namespaces() {
    return namespaces;
  }

  /** Returns the questions, in the order they were given; the namespace of a question does not count. */
  public List<Attributes> questions() {
    return questions;
  }

  /**
   * Returns whether a user may do something in a namespace, each by its index.
   *
   * @throws IndexOutOfBoundsException if there is no such user, namespace or question
   */
  public boolean isAllowed(int user, int namespace, int question) {
    Objects.checkIndex(namespace, namespaces.size());
    Objects.checkIndex(question, questions.size());
    return allowed[Objects.checkIndex(user, users.size()) * namespaces.size() + namespace].get(
        question);
  }

  /** Returns how many of the answers are yes. */
  public long count() {
    return Arrays.stream(allowed).mapToLong(BitSet::cardinality).sum();
  }
}
