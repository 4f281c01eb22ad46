package io.plimsoll.rbac;

import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.core.request.Attributes;
import io.plimsoll.core.request.User;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The bindings of one namespace, or those of the whole cluster, in order and by subject.
 *
 * <p>A service account is found by the name of the user it is, so that a question costs one look-up for the user and one for
 * each group, whatever the number of bindings.
 */
final class Scope {

  /** What {@link #firstAllowing} returns where no binding of the user allows the request. */
  static final long NONE = -1;

  /** The same, and a role that a binding of the user refers to is missing. */
  static final long NONE_WITH_ERRORS = -2;

  static final Scope EMPTY = new Scope(List.of());

  /** The number of a subject that is nobody. */
  static final int NOBODY = -1;

  private final Bound[] bindings;

  /** Who the subjects are, binding after binding, by their numbers: side by side, as searches go through all of them. */
  private final int[] numbers;

  /** The same subjects with all that follows from their places, so that a search need not look into bindings and names. */
  private final Subject[] subjects;

  /** For each binding, where its subjects start among all, and last how many there are. */
  private final int[] starts;

  private final List<Bound> broken;

  private final List<Principal> principals = new ArrayList<>();
  private final Map<String, Principal> users = new HashMap<>();
  private final Map<String, Principal> groups = new HashMap<>();

  Scope(List<Bound> bindings) {
    this.bindings = bindings.toArray(Bound[]::new);
    this.broken = bindings.stream().filter(bound -> bound.role() == null).toList();
    this.starts = new int[this.bindings.length + 1];
    Ints allNumbers = new Ints();
    List<Subject> allSubjects = new ArrayList<>();
    for (int i = 0; i < this.bindings.length; i++) {
      Binding binding = this.bindings[i].binding();
      for (Subject subject : binding.subjects()) {
        Principal principal = principal(subject, binding.scope());
        allNumbers.add(principal == null ? NOBODY : principal.number());
        allSubjects.add(subject.completed(binding.scope()));
        if (principal != null) {
          principal.bindings().addOnce(i);
        }
      }
      starts[i + 1] = allSubjects.size();
    }
    this.numbers = allNumbers.toArray();
    this.subjects = allSubjects.toArray(Subject[]::new);
  }

  /** Returns the scope without the bindings of these names. */
  Scope without(Set<ObjectRef> gone) {
    return new Scope(Arrays.stream(bindings)
        .filter(bound -> !gone.contains(bound.binding().ref()))
        .toList());
  }

  /** Returns who a subject is; nobody if it is of an unknown kind, or a service account of no namespace. */
  private @Nullable Principal principal(Subject subject, String scope) {
    return switch (subject.kind()) {
      case Subject.USER -> user(subject.name());
      case Subject.GROUP -> groups.computeIfAbsent(subject.name(), name -> numbered(true, name));
      case Subject.SERVICE_ACCOUNT -> subject.userName(scope).map(this::user).orElse(null);
      default -> null;
    };
  }

  private Principal user(String name) {
    return users.computeIfAbsent(name, n -> numbered(false, n));
  }

  private Principal numbered(boolean isGroup, String name) {
    Principal principal = new Principal(principals.size(), isGroup, name);
    principals.add(principal);
    return principal;
  }

  /** Returns how many principals there are. */
  int size() {
    return principals.size();
  }

  /** Returns the principal that is the same as one of another scope, or {@code null} if no binding is for it. */
  @Nullable
  Principal find(Principal other) {
    return (other.isGroup() ? groups : users).get(other.name());
  }

  /** Returns the principal that is a group, or {@code null} if no binding is for it. */
  @Nullable
  Principal findGroup(String name) {
    return groups.get(name);
  }

  /** Returns how many subjects some bindings have together. */
  int subjectCount(int[] bindings) {
    return Arrays.stream(bindings)
        .map(binding -> starts[binding + 1] - starts[binding])
        .sum();
  }

  /** Returns where the subjects of a binding start among all; of the binding after the last, how many there are. */
  int start(int binding) {
    return starts[binding];
  }

  /** Returns the number of the principal that a subject is, or {@link #NOBODY}. */
  int number(int subject) {
    return numbers[subject];
  }

  /** Returns a subject with all that follows from its place. */
  Subject subject(int subject) {
    return subjects[subject];
  }

  /** Returns the bindings whose role does not exist, in order. */
  List<Bound> broken() {
    return broken;
  }

  /** Returns the principal of a number. */
  Principal principal(int number) {
    return principals.get(number);
  }

  List<Bound> bindings() {
    return Arrays.asList(bindings);
  }

  Bound binding(int index) {
    return bindings[index];
  }

  /** Returns the index of the binding in what {@link #firstAllowing} returned. */
  static int binding(long allowing) {
    return (int) (allowing >>> Integer.SIZE);
  }

  /** Returns the index of the rule in what {@link #firstAllowing} returned. */
  static int rule(long allowing) {
    return (int) allowing;
  }

  /**
   * Returns the first binding, in order, that allows the user's request, and the first rule of its role that does: two numbers
   * in one. Allocates nothing.
   *
   * @param hash {@link ResourceTable#hash} of the request's resource and subresource
   * @return {@link #NONE} or {@link #NONE_WITH_ERRORS} if none allows it
   */
  long firstAllowing(User user, Attributes request, int hash) {
    long first = firstAllowing(users.get(user.name()), request, hash, NONE);
    List<String> names = user.groups();
    for (int i = 0; i < names.size(); i++) {
      first = firstAllowing(groups.get(names.get(i)), request, hash, first);
    }
    return first;
  }

  private long firstAllowing(
      @Nullable Principal principal, Attributes request, int hash, long known) {
    if (principal == null) {
      return known;
    }
    Ints candidates = principal.bindings();
    int before = known < 0 ? bindings.length : binding(known);
    long result = known;
    for (int i = 0; i < candidates.size(); i++) {
      int candidate = candidates.get(i);
      if (candidate >= before) {
        return result;
      }
      RuleIndex role = bindings[candidate].role();
      if (role == null) {
        result = result == NONE ? NONE_WITH_ERRORS : result;
        continue;
      }
      int rule = role.firstAllowing(request, hash);
      if (rule >= 0) {
        return ((long) candidate << Integer.SIZE) | rule;
      }
    }
    return result;
  }

  /** Returns the indexes of the bindings that are for the user, in order. */
  int[] applying(User user) {
    IntStream all = IntStream.concat(
        stream(users.get(user.name())),
        user.groups().stream().flatMapToInt(group -> stream(groups.get(group))));
    return all.sorted().distinct().toArray();
  }

  /** Returns the bindings that are for the user, in order. */
  List<Bound> bindingsOf(User user) {
    List<Bound> result = new ArrayList<>();
    for (int index : applying(user)) {
      result.add(bindings[index]);
    }
    return result;
  }

  private static IntStream stream(@Nullable Principal principal) {
    return principal == null
        ? IntStream.empty()
        : Arrays.stream(principal.bindings().toArray());
  }
}
