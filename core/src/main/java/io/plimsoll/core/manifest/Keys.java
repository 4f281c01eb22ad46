package io.plimsoll.core.manifest;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * The names of a mapping, in order. Mappings with the same names mostly share one instance, so that what is known of the names can
 * be kept beside it: what is asked of one pod after the other is then looked up once ({@code AdmissionBenchmark}).
 */
public final class Keys extends AbstractList<String> implements RandomAccess {

  /** From this size on names are looked up in a table; below it a scan is as fast and takes no memory. */
  private static final int INDEX_FROM = 12;

  /**
   * The last that were asked for of each hash. So many are kept and no more, whatever a text holds. Threads may miss what another
   * has put there, and put an equal one.
   */
  private static final @Nullable Keys[] KNOWN = new Keys[8192];

  private static final int MOST_SHARED = 32;
  private static final int LONGEST_SHARED = 64;

  /** What comes of one name more is kept for so many of them. */
  private static final int LONGER = 4;

  static final Keys NONE = of(new String[0], 0);

  private final String[] names;

  /** Of each name the place in the array and one, where its hash leads to or behind that; 0 where there is none. */
  private final int @Nullable [] index;

  /** A bit for each name, by its hash: most fields of the API are absent in most objects, and what has no bit here is. */
  private final long present;

  private final int hash;

  private final @Nullable Keys[] longer = new Keys[LONGER];

  private Keys(String[] names, int hash) {
    this.names = names;
    this.hash = hash;
    this.index = names.length < INDEX_FROM ? null : indexOf(names);
    long bits = 0;
    for (String name : names) {
      bits |= bit(name);
    }
    this.present = bits;
  }

  /** Returns the first names of an array, which differ from each other. */
  static Keys of(String[] names, int size) {
    int hash = size;
    for (int i = 0; i < size; i++) {
      hash = 31 * hash + names[i].hashCode();
    }
    int slot = (hash ^ (hash >>> 12) ^ (hash >>> 24)) & (KNOWN.length - 1);
    Keys first = KNOWN[slot];
    if (first != null && first.are(names, size, hash)) {
      return first;
    }
    // Two that are asked for in turn must not drive each other out.
    Keys second = KNOWN[slot ^ 1];
    if (second != null && second.are(names, size, hash)) {
      return second;
    }
    String[] own = Arrays.copyOf(names, size);
    if (!isShared(own)) {
      return new Keys(own, hash);
    }
    for (int i = 0; i < size; i++) {
      // The names that programs ask for are literals: the very same strings.
      own[i] = own[i].intern();
    }
    Keys keys = new Keys(own, hash);
    KNOWN[slot ^ 1] = first;
    KNOWN[slot] = keys;
    return keys;
  }

  private static boolean isShared(String[] names) {
    boolean shared = names.length <= MOST_SHARED;
    for (int i = 0; shared && i < names.length; i++) {
      shared = names[i].length() <= LONGEST_SHARED;
    }
    return shared;
  }

  /** Returns whether these are the first names of an array, whose hash is this. */
  private boolean are(String[] others, int size, int otherHash) {
    boolean same = hash == otherHash && names.length == size;
    for (int i = 0; same && i < size; i++) {
      same = names[i].equals(others[i]);
    }
    return same;
  }

  private static long bit(String key) {
    int hash = key.hashCode();
    return 1L << (hash ^ (hash >>> 6) ^ (hash >>> 12));
  }

  private static int[] indexOf(String[] keys) {
    int[] index = new int[Integer.highestOneBit(keys.length) * 4];
    for (int i = 0; i < keys.length; i++) {
      int slot = slot(keys[i], index.length);
      while (index[slot] != 0) {
        slot = (slot + 1) & (index.length - 1);
      }
      index[slot] = i + 1;
    }
    return index;
  }

  private static int slot(String key, int size) {
    int hash = key.hashCode();
    return (hash ^ (hash >>> 16)) & (size - 1);
  }

  /** Returns these names and one more, which is none of them. */
  Keys with(String name) {
    int slot = name.hashCode() & (LONGER - 1);
    Keys known = longer[slot];
    if (known != null && known.names[names.length].equals(name)) {
      return known;
    }
    String[] more = Arrays.copyOf(names, names.length + 1);
    more[names.length] = name;
    Keys keys = of(more, more.length);
    longer[slot] = keys;
    return keys;
  }

  /** Returns the place of a name, or -1. */
  int find(String name) {
    if ((present & bit(name)) == 0) {
      return -1;
    }
    if (index != null) {
      int slot = slot(name, index.length);
      while (index[slot] != 0 && !names[index[slot] - 1].equals(name)) {
        slot = (slot + 1) & (index.length - 1);
      }
      return index[slot] - 1;
    }
    for (int i = 0; i < names.length; i++) {
      if (isSame(names[i], name)) {
        return i;
      }
    }
    for (int i = 0; i < names.length; i++) {
      if (names[i].equals(name)) {
        return i;
      }
    }
    return -1;
  }

  /** Does not look into what are two strings: the one that is asked for nearly always is the very one that is there. */
  @SuppressWarnings({"ReferenceEquality", "StringEquality"})
  private static boolean isSame(String a, String b) {
    return a == b;
  }

  /** Returns the names, for reading only. */
  String[] array() {
    return names;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Keys that
        ? that == this || Arrays.equals(names, that.names)
        : super.equals(other);
  }

  @Override
  public int hashCode() {
    return super.hashCode();
  }

  @Override
  public String get(int at) {
    return names[at];
  }

  @Override
  public int size() {
    return names.length;
  }

  @Override
  public boolean contains(@Nullable Object name) {
    return name instanceof String text && find(text) >= 0;
  }

  @Override
  public int indexOf(@Nullable Object name) {
    return name instanceof String text ? find(text) : -1;
  }

  /** Returns a number that spreads well, for tables of what is known of names. */
  public int spread() {
    return hash ^ (hash >>> 15);
  }
}
