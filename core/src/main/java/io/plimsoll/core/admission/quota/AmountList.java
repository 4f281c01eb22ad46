package io.plimsoll.core.admission.quota;

import io.plimsoll.core.model.Maps;
import io.plimsoll.core.model.Quantity;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Amounts in the making. Mostly there are few of them, so that they are looked through, and less is made than for a map of the JDK. */
final class AmountList {

  private static final int FEW = 32;

  private final String[] names;
  private final Quantity[] amounts;
  private int size;

  /** In the place of the arrays if there may be many; else {@code null}. */
  private final @Nullable Map<String, Quantity> many;

  /** Starts a list of so many amounts at most. */
  AmountList(int most) {
    boolean few = most <= FEW;
    this.names = new String[few ? most : 0];
    this.amounts = new Quantity[few ? most : 0];
    this.many = few ? null : new LinkedHashMap<>();
  }

  /** Sets an amount: in its place if there is one of this name already, else at the end. */
  void put(String name, Quantity amount) {
    if (many != null) {
      many.put(name, amount);
      return;
    }
    int at = 0;
    while (at < size && !names[at].equals(name)) {
      at++;
    }
    names[at] = name;
    amounts[at] = amount;
    size = Math.max(size, at + 1);
  }

  /** Returns the amounts; the list is done with. */
  Map<String, Quantity> toMap() {
    return many == null ? Maps.of(names, amounts, size) : Collections.unmodifiableMap(many);
  }
}
