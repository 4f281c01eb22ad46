package io.plimsoll.rbac;

import java.util.Arrays;

/** A list of numbers that grows from very small: most subjects have one binding. */
final class Ints {

  private static final int[] NONE = {};

  private int[] items = NONE;
  private int size;

  void add(int item) {
    if (size == items.length) {
      items = Arrays.copyOf(items, size == 0 ? 1 : size * 2);
    }
    items[size++] = item;
  }

  /** Adds a number unless it is the last one. */
  void addOnce(int item) {
    if (size == 0 || items[size - 1] != item) {
      add(item);
    }
  }

  int size() {
    return size;
  }

  int get(int index) {
    return items[index];
  }

  int[] toArray() {
    return Arrays.copyOf(items, size);
  }
}
