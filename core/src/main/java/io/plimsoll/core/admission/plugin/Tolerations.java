package io.plimsoll.core.admission.plugin;

import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.pod.Toleration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lists of tolerations, merged and held against a list of those allowed. Mirrors {@code pkg/util/tolerations} of Kubernetes. */
final class Tolerations {

  private static final String NO_EXECUTE = "NoExecute";

  private Tolerations() {}

  /** Reads tolerations from their trees. */
  static List<Toleration> from(List<Value> items) {
    return items.stream().map(item -> Toleration.from(Fields.of(item))).toList();
  }

  /** Returns whether both say the same; what is absent is the same as what is empty. */
  static boolean equal(Toleration a, Toleration b) {
    return text(a.key()).equals(text(b.key()))
        && text(a.operator()).equals(text(b.operator()))
        && text(a.value()).equals(text(b.value()))
        && text(a.effect()).equals(text(b.effect()))
        && Objects.equals(a.tolerationSeconds(), b.tolerationSeconds());
  }

  /** Returns both lists as one, without what another item includes: {@code MergeTolerations}. */
  static List<Value> merge(List<Value> first, List<Value> second) {
    List<Value> all = new ArrayList<>(first);
    all.addAll(second);
    List<Toleration> read = from(all);
    List<Value> merged = new ArrayList<>();
    List<Toleration> kept = new ArrayList<>();
    for (int i = 0; i < read.size(); i++) {
      Toleration one = read.get(i);
      boolean redundant = kept.stream().anyMatch(other -> includes(other, one))
          || read.subList(i + 1, read.size()).stream()
              .anyMatch(other -> !equal(one, other) && includes(other, one));
      if (!redundant) {
        merged.add(all.get(i));
        kept.add(one);
      }
    }
    return merged;
  }

  /** Returns whether each is included in one that is allowed: {@code VerifyAgainstWhitelist}. */
  static boolean areAllowed(List<Toleration> tolerations, List<Toleration> allowed) {
    return allowed.isEmpty()
        || tolerations.stream()
            .allMatch(one -> allowed.stream().anyMatch(other -> includes(other, one)));
  }

  /** Returns whether all that the second tolerates the first does, too: {@code isSuperset}. */
  static boolean includes(Toleration wide, Toleration narrow) {
    if (equal(wide, narrow)) {
      return true;
    }
    String operator = text(wide.operator());
    String key = text(wide.key());
    if (!text(narrow.key()).equals(key) && !(key.isEmpty() && operator.equals("Exists"))) {
      return false;
    }
    String effect = text(wide.effect());
    if (!text(narrow.effect()).equals(effect) && !effect.isEmpty()) {
      return false;
    }
    if (effect.equals(NO_EXECUTE) && isLonger(narrow, wide)) {
      return false;
    }
    return switch (operator) {
      case "", "Equal" ->
        text(narrow.operator()).equals("Equal") && text(narrow.value()).equals(text(wide.value()));
      case "Exists" -> true;
      default -> false;
    };
  }

  private static boolean isLonger(Toleration one, Toleration other) {
    Long most = other.tolerationSeconds();
    Long seconds = one.tolerationSeconds();
    return most != null && (seconds == null || seconds > most);
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
