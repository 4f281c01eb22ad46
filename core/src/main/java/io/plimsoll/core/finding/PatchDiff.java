package io.plimsoll.core.finding;

import io.plimsoll.core.finding.Patch.Operation;
import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The search for a patch between two trees: mappings by key, lists by the items they have in common. */
final class PatchDiff {

  /** Longer lists are compared item by item in their order: time and memory grow with the product of the lengths. */
  private static final int MAX_PRODUCT = 250_000;

  private final List<Operation> operations = new ArrayList<>();

  Patch between(Value from, Value to) {
    values(FieldPath.ROOT, from, to);
    return new Patch(operations);
  }

  private void values(FieldPath path, Value from, Value to) {
    if (from.equals(to)) {
      return;
    }
    if (from instanceof MappingValue a && to instanceof MappingValue b && haveKeyInCommon(a, b)) {
      mappings(path, a, b);
    } else if (from instanceof SequenceValue a
        && to instanceof SequenceValue b
        && Math.min(a.size(), b.size()) > 0) {
      lists(path, a.items(), b.items());
    } else {
      operations.add(new Operation.Replace(path, to));
    }
  }

  private static boolean haveKeyInCommon(MappingValue a, MappingValue b) {
    for (int i = 0; i < a.size(); i++) {
      if (b.get(a.key(i)) != null) {
        return true;
      }
    }
    return false;
  }

  private void mappings(FieldPath path, MappingValue from, MappingValue to) {
    for (int i = 0; i < from.size(); i++) {
      Value other = to.get(from.key(i));
      if (other == null) {
        operations.add(new Operation.Remove(path.member(from.key(i))));
      } else if (from.value(i) != other) {
        values(path.member(from.key(i)), from.value(i), other);
      }
    }
    for (int i = 0; i < to.size(); i++) {
      if (from.get(to.key(i)) == null) {
        operations.add(new Operation.Add(path.member(to.key(i)), to.value(i)));
      }
    }
  }

  private void lists(FieldPath path, List<Value> from, List<Value> to) {
    int start = 0;
    int fromEnd = from.size();
    int toEnd = to.size();
    while (start < Math.min(fromEnd, toEnd) && from.get(start).equals(to.get(start))) {
      start++;
    }
    while (Math.min(fromEnd, toEnd) > start && from.get(fromEnd - 1).equals(to.get(toEnd - 1))) {
      fromEnd--;
      toEnd--;
    }
    middle(path, start, from.subList(start, fromEnd), to.subList(start, toEnd));
  }

  /** Goes from one item that both lists have to the next; {@code at} is the index in the list as patched so far. */
  private void middle(FieldPath path, int start, List<Value> from, List<Value> to) {
    int at = start;
    int i = 0;
    int j = 0;
    for (int[] pair : commonItems(from, to)) {
      gap(path, at, from.subList(i, pair[0]), to.subList(j, pair[1]));
      at += pair[1] - j;
      values(path.index(at++), from.get(pair[0]), to.get(pair[1]));
      i = pair[0] + 1;
      j = pair[1] + 1;
    }
    gap(path, at, from.subList(i, from.size()), to.subList(j, to.size()));
  }

  /** Changes items that have nothing to do with each other in pairs, and takes away or adds what is left. */
  private void gap(FieldPath path, int start, List<Value> from, List<Value> to) {
    int pairs = Math.min(from.size(), to.size());
    for (int k = 0; k < pairs; k++) {
      values(path.index(start + k), from.get(k), to.get(k));
    }
    for (int k = pairs; k < from.size(); k++) {
      operations.add(new Operation.Remove(path.index(start + pairs)));
    }
    for (int k = pairs; k < to.size(); k++) {
      operations.add(new Operation.Add(path.index(start + k), to.get(k)));
    }
  }

  /** Returns a longest common subsequence as pairs of indices. */
  private static List<int[]> commonItems(List<Value> from, List<Value> to) {
    List<int[]> pairs = new ArrayList<>();
    int n = from.size();
    int m = to.size();
    if (n == 0 || m == 0 || (long) n * m > MAX_PRODUCT) {
      return pairs;
    }
    Map<Object, Integer> numbers = new HashMap<>();
    int[] a = identities(from, numbers);
    int[] b = identities(to, numbers);
    int[][] longest = new int[n + 1][m + 1];
    for (int i = n - 1; i >= 0; i--) {
      for (int j = m - 1; j >= 0; j--) {
        longest[i][j] = a[i] == b[j]
            ? longest[i + 1][j + 1] + 1
            : Math.max(longest[i + 1][j], longest[i][j + 1]);
      }
    }
    int i = 0;
    int j = 0;
    while (i < n && j < m) {
      if (a[i] == b[j]) {
        pairs.add(new int[] {i++, j++});
      } else if (longest[i + 1][j] >= longest[i][j + 1]) {
        i++;
      } else {
        j++;
      }
    }
    return pairs;
  }

  /** Returns equal numbers for items that are the same thing: mappings of one name, or equal values. */
  private static int[] identities(List<Value> items, Map<Object, Integer> numbers) {
    int[] identities = new int[items.size()];
    for (int i = 0; i < identities.length; i++) {
      Object identity = identity(items.get(i));
      identities[i] = numbers.computeIfAbsent(identity, unseen -> numbers.size());
    }
    return identities;
  }

  private static Object identity(Value item) {
    return item instanceof MappingValue map
            && map.get("name") instanceof ScalarValue name
            && name.isString()
        ? name.text()
        : item;
  }
}
