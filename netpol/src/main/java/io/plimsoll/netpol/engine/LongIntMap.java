package io.plimsoll.netpol.engine;

import java.util.Arrays;

/** A table from numbers that are not negative to numbers, for memos that are asked millions of times. */
final class LongIntMap {

  private static final long FREE = -1;

  private long[] keys = new long[256];
  private int[] values = new int[256];
  private int size;

  LongIntMap() {
    Arrays.fill(keys, FREE);
  }

  /** Returns what the key leads to, or -1. */
  int get(long key) {
    int slot = slot(key);
    return keys[slot] == key ? values[slot] : -1;
  }

  void put(long key, int value) {
    if (2 * size >= keys.length) {
      grow();
    }
    int slot = slot(key);
    size += keys[slot] == key ? 0 : 1;
    keys[slot] = key;
    values[slot] = value;
  }

  private int slot(long key) {
    int mask = keys.length - 1;
    long mixed = key * 0x9E3779B97F4A7C15L;
    int slot = (int) (mixed >>> 32) & mask;
    while (keys[slot] != FREE && keys[slot] != key) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldValues = values;
    keys = new long[2 * oldKeys.length];
    values = new int[keys.length];
    Arrays.fill(keys, FREE);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != FREE) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        values[slot] = oldValues[i];
      }
    }
  }
}
