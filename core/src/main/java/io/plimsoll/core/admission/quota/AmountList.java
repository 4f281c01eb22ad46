package io.plimsoll.core.admission.quota;

import io.plimsoll.core.model.Maps;
import io.plimsoll.core.model.Quantity;
import java.util.Map;

/** Amounts in the making. There are few of them, so that they are looked through, and less is made than for a map of the JDK. */
final class AmountList {

  private final String[] names;
  private final Quantity[] amounts;
  private int size;

  /** Starts a list of so many amounts at most. */
  AmountList(int most) {
    this.names = new String[most];
    this.amounts = new Quantity[most];
  }

  /** Sets an amount: in its place if there is one of this name already, else at the end. */
  void put(String name, Quantity amount) {
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
    return Maps.of(names, amounts, size);
  }
}
