package io.plimsoll.rbac.least;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Names of objects, made of names of users, each given once in a scope. */
final class UniqueNames {

  private static final int LONGEST = 200;

  private final Map<String, Set<String>> taken = new HashMap<>();
  private final Map<String, Map<String, Integer>> next = new HashMap<>();

  /** Returns the name, if need be with other characters and with a number after it. */
  String of(String scope, String wanted) {
    String name = valid(wanted);
    Set<String> inScope = taken.computeIfAbsent(scope, s -> new HashSet<>());
    Map<String, Integer> numbers = next.computeIfAbsent(scope, s -> new HashMap<>());
    String unique = name;
    while (!inScope.add(unique)) {
      unique = name + "-" + numbers.merge(name, 2, (number, two) -> number + 1);
    }
    return unique;
  }

  private static String valid(String wanted) {
    String name = wanted.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.:-]+", "-");
    name = name.length() > LONGEST ? name.substring(0, LONGEST) : name;
    return name.replaceAll("[.:-]", "").isEmpty() ? "role" : name;
  }
}
