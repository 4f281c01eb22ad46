package io.plimsoll.core.admission.quota;

import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.model.Quantity;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Amounts by the name of what they are of. Mirrors {@code k8s.io/apiserver/pkg/quota/v1/resources.go}. */
final class Amounts {

  private Amounts() {}

  /** Returns those with one of these names. */
  static Map<String, Quantity> mask(Map<String, Quantity> amounts, Set<String> names) {
    Map<String, Quantity> masked = new LinkedHashMap<>(amounts);
    masked.keySet().retainAll(names);
    return masked;
  }

  /** Returns the sums. */
  static Map<String, Quantity> add(Map<String, Quantity> a, Map<String, Quantity> b) {
    Map<String, Quantity> sum = new LinkedHashMap<>(a);
    b.forEach((name, amount) -> sum.merge(name, amount, Quantity::add));
    return sum;
  }

  /** Returns what is more than before, without what is not: {@code SubtractWithNonNegativeResult} and {@code RemoveZeros}. */
  static Map<String, Quantity> growth(Map<String, Quantity> now, Map<String, Quantity> before) {
    Map<String, Quantity> growth = new LinkedHashMap<>();
    now.forEach((name, amount) -> {
      Quantity old = before.get(name);
      Quantity more = old == null ? amount : amount.sub(old);
      if (more.sign() > 0) {
        growth.put(name, more);
      }
    });
    return growth;
  }

  /** Returns those that are not zero; the very ones if none is. */
  static Map<String, Quantity> withoutZeros(Map<String, Quantity> amounts) {
    for (Quantity amount : amounts.values()) {
      if (amount.isZero()) {
        Map<String, Quantity> rest = new LinkedHashMap<>(amounts);
        rest.values().removeIf(Quantity::isZero);
        return rest;
      }
    }
    return amounts;
  }

  /** Returns the names, in order, whose amount is more than the limit there is. */
  static Set<String> exceeding(Map<String, Quantity> amounts, Map<String, Quantity> limits) {
    Set<String> exceeding = new TreeSet<>(GoText::compare);
    amounts.forEach((name, amount) -> {
      Quantity limit = limits.get(name);
      if (limit != null && amount.compareTo(limit) > 0) {
        exceeding.add(name);
      }
    });
    return exceeding;
  }

  /** Returns the names of what is less than nothing, in order. */
  static Set<String> negative(Map<String, Quantity> amounts) {
    Set<String> negative = Set.of();
    for (Map.Entry<String, Quantity> one : amounts.entrySet()) {
      if (one.getValue().sign() < 0) {
        negative = negative.isEmpty() ? new TreeSet<>(GoText::compare) : negative;
        negative.add(one.getKey());
      }
    }
    return negative;
  }

  /** Prints amounts in the order of their names: {@code cpu=500m,pods=1}. */
  static String print(Map<String, Quantity> amounts) {
    Map<String, Quantity> ordered = new TreeMap<>(GoText::compare);
    ordered.putAll(amounts);
    return ordered.entrySet().stream()
        .map(amount -> amount.getKey() + "=" + amount.getValue())
        .collect(Collectors.joining(","));
  }

  /** Prints names in order. */
  static String printNames(Set<String> names) {
    return names.stream().sorted(GoText::compare).collect(Collectors.joining(","));
  }
}
