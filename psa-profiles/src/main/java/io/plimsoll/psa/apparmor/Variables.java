package io.plimsoll.psa.apparmor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The variables of a policy. Mirrors {@code parser_symtab.c} and {@code parser_variable.c}.
 *
 * <p>A variable with one value is pasted in; one with several becomes {@code {v1,v2}}.
 */
final class Variables {

  private static final int LONGEST_VALUE = 4096;
  private static final int LONGEST_TEXT = 1 << 20;
  private static final int MOST_VALUES = 20_000;

  private final Map<String, Boolean> booleans = new HashMap<>();
  private final Map<String, List<String>> sets = new HashMap<>();
  private final Map<String, List<String>> expanded = new HashMap<>();

  /** Where a variable stands in a text: from {@code @} to after the closing brace. */
  private record Reference(String name, int start, int end) {}

  boolean isDeclared(String name) {
    return booleans.containsKey(name) || sets.containsKey(name);
  }

  boolean isSet(String name) {
    return sets.containsKey(name);
  }

  Optional<Boolean> bool(String name) {
    return Optional.ofNullable(booleans.get(name));
  }

  void declare(String name, boolean value) {
    booleans.put(name, value);
  }

  void declare(String name, List<String> values) {
    sets.put(name, new ArrayList<>());
    add(name, values);
  }

  void add(String name, List<String> values) {
    List<String> known = sets.get(name);
    if (known != null) {
      values.forEach(v -> known.add(v.substring(0, Math.min(v.length(), LONGEST_VALUE))));
    }
  }

  void remove(String name) {
    sets.remove(name);
    expanded.remove(name);
  }

  /** Returns a text with all its variables replaced. */
  String expand(String text) {
    String all = text;
    Optional<Reference> reference = find(all, 0);
    while (reference.isPresent()) {
      Reference found = reference.get();
      List<String> values = values(found.name());
      String prefix = all.substring(0, found.start());
      String suffix = all.substring(found.end());
      all = prefix + replacement(values, prefix.endsWith("/"), suffix.startsWith("/")) + suffix;
      if (all.length() > LONGEST_TEXT) {
        throw error("limit", "the expansion of @{" + found.name() + "} is too long");
      }
      reference = find(all, 0);
    }
    return all;
  }

  private static String replacement(List<String> values, boolean afterSlash, boolean beforeSlash) {
    if (values.size() == 1) {
      return values.get(0);
    }
    StringBuilder all = new StringBuilder();
    for (String value : values) {
      all.append(all.length() == 0 ? '{' : ',');
      int start = 0;
      while (afterSlash && start < value.length() && value.charAt(start) == '/') {
        start++;
      }
      all.append(value, start, value.length());
      while (beforeSlash && all.charAt(all.length() - 1) == '/') {
        all.setLength(all.length() - 1);
      }
    }
    return all.append('}').toString();
  }

  private List<String> values(String name) {
    if (!sets.containsKey(name)) {
      throw error(
          "variable",
          booleans.containsKey(name)
              ? "Found reference to set variable " + name + ", but declared boolean"
              : "Found reference to variable " + name + ", but is never declared");
    }
    return expand(name, new HashSet<>());
  }

  private List<String> expand(String name, Set<String> within) {
    List<String> known = expanded.get(name);
    if (known != null) {
      return known;
    }
    within.add(name);
    List<String> all = new ArrayList<>();
    for (String value : sets.getOrDefault(name, List.of())) {
      Deque<String> work = new ArrayDeque<>(List.of(value));
      while (!work.isEmpty()) {
        String next = work.pop();
        Optional<Reference> reference = find(next, 0);
        if (reference.isEmpty()) {
          all.add(next);
        } else {
          substitute(next, reference.get(), name, within).forEach(work::push);
        }
        if (all.size() + work.size() > MOST_VALUES || next.length() > LONGEST_TEXT) {
          throw error("limit", "@{" + name + "} has too many values");
        }
      }
    }
    within.remove(name);
    expanded.put(name, all);
    return all;
  }

  private List<String> substitute(
      String text, Reference reference, String owner, Set<String> within) {
    if (within.contains(reference.name())) {
      throw error(
          "variable",
          "Variable @{" + reference.name() + "} is referenced recursively (by @{" + owner + "})");
    }
    if (booleans.containsKey(reference.name())) {
      throw error(
          "variable",
          "Referenced variable " + reference.name() + " is a boolean used in set context");
    }
    if (!sets.containsKey(reference.name())) {
      throw error(
          "variable",
          "Variable @{" + owner + "} references undefined variable @{" + reference.name() + "}");
    }
    List<String> results = new ArrayList<>();
    for (String value : expand(reference.name(), within)) {
      String result =
          text.substring(0, reference.start()) + value + text.substring(reference.end());
      results.add(result.substring(0, Math.min(result.length(), LONGEST_VALUE)));
    }
    return results;
  }

  /** Finds the first variable that no backslash stands before. */
  private static Optional<Reference> find(String text, int from) {
    boolean escaped = false;
    for (int at = from; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '\\') {
        escaped = !escaped;
      } else if (c == '@' && !escaped && text.startsWith("{", at + 1)) {
        int end = text.indexOf('}', at + 2);
        if (end == at + 2) {
          throw error("variable", "Empty variable name found!");
        }
        if (end > 0 && Words.name(text, at + 2) == end - at - 2) {
          return Optional.of(new Reference(text.substring(at + 2, end), at, end + 1));
        }
      } else {
        escaped = false;
      }
    }
    return Optional.empty();
  }

  private static PolicyException error(String code, String message) {
    return PolicyException.of(code, null, ByteText.text(message));
  }
}
