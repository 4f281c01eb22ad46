package io.plimsoll.netpol.set;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A set of small numbers: sorted numbers while it is small, bits when it is large. Numbers stand for classes of pods and atoms
 * of addresses.
 */
public final class PeerSet {

  public static final PeerSet EMPTY = new PeerSet(new int[0], null, 0);

  private static final int ALWAYS_SPARSE = 64;

  private final int @Nullable [] items;
  private final long @Nullable [] words;
  private final int size;

  private PeerSet(int @Nullable [] items, long @Nullable [] words, int size) {
    this.items = items;
    this.words = words;
    this.size = size;
  }

  /** Returns the set of ascending numbers; takes ownership of the array. */
  public static PeerSet ofSorted(int[] ascending) {
    int size = ascending.length;
    if (size == 0) {
      return EMPTY;
    }
    int words = (ascending[size - 1] >>> 6) + 1;
    if (size <= Math.max(ALWAYS_SPARSE, words)) {
      return new PeerSet(ascending, null, size);
    }
    long[] bits = new long[words];
    for (int item : ascending) {
      bits[item >>> 6] |= 1L << item;
    }
    return new PeerSet(null, bits, size);
  }

  /** Returns the set of these bits; takes ownership of the array. */
  public static PeerSet ofBits(long[] bits) {
    int size = 0;
    for (long word : bits) {
      size += Long.bitCount(word);
    }
    if (size > Math.max(ALWAYS_SPARSE, bits.length)) {
      return new PeerSet(null, bits, size);
    }
    int[] items = new int[size];
    int at = 0;
    for (int i = 0; i < bits.length; i++) {
      for (long word = bits[i]; word != 0; word &= word - 1) {
        items[at++] = (i << 6) + Long.numberOfTrailingZeros(word);
      }
    }
    return size == 0 ? EMPTY : new PeerSet(items, null, size);
  }

  /** Returns the numbers from one to before another. */
  public static PeerSet ofRange(int from, int to) {
    if (to - from <= ALWAYS_SPARSE) {
      int[] items = new int[Math.max(0, to - from)];
      Arrays.setAll(items, i -> from + i);
      return ofSorted(items);
    }
    long[] bits = new long[((to - 1) >>> 6) + 1];
    setRange(bits, from, to);
    return ofBits(bits);
  }

  /** Sets the bits from one to before another. */
  public static void setRange(long[] bits, int from, int to) {
    if (from >= to) {
      return;
    }
    int first = from >>> 6;
    int last = (to - 1) >>> 6;
    long head = -1L << from;
    long tail = -1L >>> -to;
    if (first == last) {
      bits[first] |= head & tail;
      return;
    }
    bits[first] |= head;
    Arrays.fill(bits, first + 1, last, -1L);
    bits[last] |= tail;
  }

  public int size() {
    return size;
  }

  public boolean isEmpty() {
    return size == 0;
  }

  /** Returns the smallest number, -1 if there is none. */
  public int first() {
    if (items != null) {
      return items.length == 0 ? -1 : items[0];
    }
    for (int i = 0; words != null && i < words.length; i++) {
      if (words[i] != 0) {
        return (i << 6) + Long.numberOfTrailingZeros(words[i]);
      }
    }
    return -1;
  }

  /** Returns the numbers in ascending order if the set is small, else {@code null}. The array is not to be changed. */
  public int @Nullable [] sparse() {
    return items;
  }

  public boolean contains(int item) {
    if (words != null) {
      int word = item >>> 6;
      return word < words.length && (words[word] & 1L << item) != 0;
    }
    return items != null && Arrays.binarySearch(items, item) >= 0;
  }

  /** Sets the bits of this set's numbers. */
  public void addTo(long[] bits) {
    if (words != null) {
      for (int i = 0; i < words.length; i++) {
        bits[i] |= words[i];
      }
    } else if (items != null) {
      for (int item : items) {
        bits[item >>> 6] |= 1L << item;
      }
    }
  }

  private int bound() {
    if (words != null) {
      return words.length << 6;
    }
    return items == null || size == 0 ? 0 : items[size - 1] + 1;
  }

  public PeerSet or(PeerSet other) {
    if (size == 0) {
      return other;
    }
    if (other.size == 0) {
      return this;
    }
    if (items != null && other.items != null) {
      return ofSorted(merge(items, other.items));
    }
    long[] bits = new long[(Math.max(bound(), other.bound()) + 63) >>> 6];
    addTo(bits);
    other.addTo(bits);
    return ofBits(bits);
  }

  private static int[] merge(int[] a, int[] b) {
    int[] merged = new int[a.length + b.length];
    int size = 0;
    int i = 0;
    int j = 0;
    while (i < a.length || j < b.length) {
      int nextA = i < a.length ? a[i] : Integer.MAX_VALUE;
      int nextB = j < b.length ? b[j] : Integer.MAX_VALUE;
      int next = Math.min(nextA, nextB);
      i += nextA == next ? 1 : 0;
      j += nextB == next ? 1 : 0;
      merged[size++] = next;
    }
    return Arrays.copyOf(merged, size);
  }

  public PeerSet and(PeerSet other) {
    if (items != null) {
      return filter(items, other, true);
    }
    if (other.items != null) {
      return filter(other.items, this, true);
    }
    if (words == null || other.words == null) {
      return EMPTY;
    }
    long[] bits = new long[Math.min(words.length, other.words.length)];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = words[i] & other.words[i];
    }
    return ofBits(bits);
  }

  public PeerSet minus(PeerSet other) {
    if (items != null) {
      return filter(items, other, false);
    }
    if (words == null) {
      return EMPTY;
    }
    long[] bits = words.clone();
    if (other.words != null) {
      for (int i = 0; i < Math.min(bits.length, other.words.length); i++) {
        bits[i] &= ~other.words[i];
      }
    } else if (other.items != null) {
      for (int item : other.items) {
        if (item >>> 6 < bits.length) {
          bits[item >>> 6] &= ~(1L << item);
        }
      }
    }
    return ofBits(bits);
  }

  private static PeerSet filter(int[] items, PeerSet by, boolean keep) {
    int[] kept = new int[items.length];
    int size = 0;
    for (int item : items) {
      if (by.contains(item) == keep) {
        kept[size++] = item;
      }
    }
    return ofSorted(size == items.length ? items : Arrays.copyOf(kept, size));
  }

  /** Returns the numbers of this set from one to before another. */
  public PeerSet slice(int from, int to) {
    if (items != null) {
      int start = at(items, from);
      int end = at(items, to);
      return ofSorted(Arrays.copyOfRange(items, start, end));
    }
    if (words == null || from >= to) {
      return EMPTY;
    }
    int last = Math.min(words.length, ((to - 1) >>> 6) + 1);
    int[] kept = new int[to - from];
    int count = 0;
    for (int i = from >>> 6; i < last; i++) {
      for (long word = words[i]; word != 0; word &= word - 1) {
        int item = (i << 6) + Long.numberOfTrailingZeros(word);
        if (item >= from && item < to) {
          kept[count++] = item;
        }
      }
    }
    return ofSorted(Arrays.copyOf(kept, count));
  }

  private static int at(int[] items, int item) {
    int at = Arrays.binarySearch(items, item);
    return at < 0 ? -at - 1 : at;
  }

  /** Returns the numbers of this set and, beside each, the number that is greater by an offset. */
  public PeerSet withShifted(int offset) {
    int[] all = new int[2 * size];
    int[] own = toArray();
    for (int i = 0; i < size; i++) {
      all[i] = own[i];
      all[size + i] = own[i] + offset;
    }
    return ofSorted(all);
  }

  /** Returns the numbers in ascending order. */
  int[] toArray() {
    if (items != null) {
      return items.clone();
    }
    int[] all = new int[size];
    int[] at = {0};
    forEach(item -> all[at[0]++] = item);
    return all;
  }

  /** Calls for each number in ascending order. */
  public void forEach(IntConsumer action) {
    if (items != null) {
      for (int item : items) {
        action.accept(item);
      }
    } else if (words != null) {
      for (int i = 0; i < words.length; i++) {
        for (long word = words[i]; word != 0; word &= word - 1) {
          action.accept((i << 6) + Long.numberOfTrailingZeros(word));
        }
      }
    }
  }
}
