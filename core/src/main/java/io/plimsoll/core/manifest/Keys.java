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
   * The last two shared ones that were asked for of each hash. So many are kept and no more, of so many names of such a length at
   * most, whatever a text holds. Threads may miss what another has put there, and put an equal one.
   */
  private static final @Nullable Keys[] KNOWN = new Keys[4096];

  private static final int PAIR_BITS = Integer.numberOfTrailingZeros(KNOWN.length) - 1;

  private static final int MOST_SHARED = 24;
  private static final int LONGEST_SHARED = 48;

  /** 2<sup>32</sup> by the golden ratio: what is multiplied by it differs in the upper bits if it differs anywhere. */
  private static final int GOLDEN_RATIO = 0x9e3779b9;

  static final Keys NONE = make(new String[0], 0);

  private final String[] names;

  /** Of each name the place in the array and one, where its hash leads to or behind that; 0 where there is none. */
  private final int @Nullable [] index;

  /** A bit for each name, by its hash: most fields of the API are absent in most objects, and what has no bit here is. */
  private final long present;

  private final int hash;
  private final boolean shared;

  private Keys(String[] names, int hash, boolean shared) {
    this.names = names;
    this.hash = hash;
    this.shared = shared;
    this.index = names.length < INDEX_FROM ? null : indexOf(names);
    long bits = 0;
    for (String name : names) {
      bits |= bit(name);
    }
    this.present = bits;
  }

  /** Returns the first names of an array, which differ from each other. */
  static Keys of(String[] names, int size) {
    int hash = 0;
    for (int i = 0; i < size; i++) {
      hash = 31 * hash + names[i].hashCode();
    }
    Keys known = size == 0 ? NONE : known(hash, names, size - 1, names[size - 1]);
    return known == null ? make(Arrays.copyOf(names, size), hash) : known;
  }

  /** Returns where the first of the two stands that are kept of a hash. */
  private static int pair(int hash) {
    return (hash * GOLDEN_RATIO) >>> (Integer.SIZE - PAIR_BITS) << 1;
  }

  /** Returns the shared ones that are the first names of an array and a last one, or {@code null} if they are not kept. */
  private static @Nullable Keys known(int hash, String[] names, int size, String last) {
    if (size >= MOST_SHARED) {
      return null;
    }
    int pair = pair(hash);
    Keys first = KNOWN[pair];
    if (first != null && first.hash == hash && first.are(names, size, last)) {
      return first;
    }
    // Two that are asked for in turn must not drive each other out.
    Keys second = KNOWN[pair + 1];
    return second != null && second.hash == hash && second.are(names, size, last) ? second : null;
  }

  /** Takes ownership of the names. */
  private static Keys make(String[] names, int hash) {
    if (!mayBeShared(names)) {
      return new Keys(names, hash, false);
    }
    for (int i = 0; i < names.length; i++) {
      // The names that programs ask for are literals: the very same strings.
      names[i] = names[i].intern();
    }
    Keys keys = new Keys(names, hash, true);
    int pair = pair(hash);
    KNOWN[pair + 1] = KNOWN[pair];
    KNOWN[pair] = keys;
    return keys;
  }

  private static boolean mayBeShared(String[] names) {
    boolean shared = names.length <= MOST_SHARED;
    for (int i = 0; shared && i < names.length; i++) {
      shared = names[i].length() <= LONGEST_SHARED;
    }
    return shared;
  }

  /** Returns whether these are the first names of an array and a last one. */
  private boolean are(String[] others, int size, String last) {
    boolean same = names.length == size + 1 && names[size].equals(last);
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
    int size = names.length;
    int longer = 31 * hash + name.hashCode();
    Keys known = known(longer, names, size, name);
    if (known != null) {
      return known;
    }
    String[] more = Arrays.copyOf(names, size + 1);
    more[size] = name;
    return make(more, longer);
  }

  /** Returns these names and those of the first of an array that are none of them; these if all are. */
  Keys withAll(String[] others, int count) {
    @Nullable String[] all = null;
    int size = names.length;
    int longer = hash;
    for (int i = 0; i < count; i++) {
      if (find(others[i]) < 0) {
        all = all == null ? Arrays.copyOf(names, size + count - i) : all;
        all[size++] = others[i];
        longer = 31 * longer + others[i].hashCode();
      }
    }
    if (all == null) {
      return this;
    }
    Keys known = known(longer, all, size - 1, all[size - 1]);
    return known == null ? make(Arrays.copyOf(all, size), longer) : known;
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

  /** Returns whether others with the same names mostly are the same instance, so that something may be kept for it. */
  public boolean isShared() {
    return shared;
  }

  /** Returns a number whose upper bits spread well, for tables of what is known of names. */
  public int spread() {
    return hash * GOLDEN_RATIO;
  }
}
