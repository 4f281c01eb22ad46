package io.plimsoll.psa.apparmor;

import io.plimsoll.psa.apparmor.ProfileDifference.Side;
import io.plimsoll.psa.apparmor.ProfileDifference.Topic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects the differences of two profiles: those that the same rules make become one. */
final class DifferenceList {

  private static final Comparator<ProfileDifference> ORDER = Comparator.comparing(
          ProfileDifference::topic)
      .thenComparing(ProfileDifference::side)
      .thenComparing(difference -> difference.examples().get(0), DifferenceList::byLength)
      .thenComparing(ProfileDifference::permissions)
      .thenComparing(ProfileDifference::toString);

  private final Map<Cause, List<String>> examples = new LinkedHashMap<>();

  /** What differences have in common that become one. */
  record Cause(
      Topic topic,
      Side side,
      String permissions,
      List<PolicyRule> allowedBy,
      List<PolicyRule> deniedBy) {}

  /** Adds a difference, unless there is one of that cause. */
  void addFirst(Cause cause, String example) {
    examples.computeIfAbsent(cause, key -> new ArrayList<>(List.of(example)));
  }

  /** Adds an example. */
  void addEach(Cause cause, String example) {
    examples.computeIfAbsent(cause, key -> new ArrayList<>()).add(example);
  }

  List<ProfileDifference> sorted() {
    return examples.entrySet().stream()
        .map(entry -> difference(entry.getKey(), entry.getValue()))
        .sorted(ORDER)
        .toList();
  }

  private static ProfileDifference difference(Cause cause, List<String> examples) {
    return new ProfileDifference(
        cause.topic(),
        cause.side(),
        cause.permissions(),
        examples,
        cause.allowedBy(),
        cause.deniedBy());
  }

  private static int byLength(String a, String b) {
    int order = Integer.compare(a.length(), b.length());
    return order != 0 ? order : a.compareTo(b);
  }
}
