package io.plimsoll.core.manifest;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A mapping from names to values, in the order they were written. No name occurs twice. */
public final class MappingValue extends Value {

  /** From this size on names are looked up in a table; below it a scan is as fast and takes no memory. */
  private static final int INDEX_FROM = 12;

  private static final MappingValue EMPTY =
      new MappingValue(null, 0, 0, new String[0], new Value[0], new int[0]);

  private final String[] keys;
  private final Value[] values;
  private final int[] keyOffsets;

  /** Of each name the place in the arrays and one, where its hash leads to or behind that; 0 where there is none. */
  private final int @Nullable [] index;

  /** A bit for each name, by its hash: most fields of the API are absent in most objects, and what has no bit here is. */
  private final long present;

  /**
   * Takes ownership of the arrays. Mappings with the same names may share them.
   *
   * @param keys the names
   * @param keyOffsets start and end of each key, two numbers a key; empty if the mapping stands nowhere, and -1 for a key
   *     that does not
   */
  MappingValue(
      @Nullable Source source,
      int start,
      int end,
      String[] keys,
      Value[] values,
      int[] keyOffsets) {
    super(source, start, end);
    this.keys = keys;
    this.values = values;
    this.keyOffsets = keyOffsets;
    this.index = keys.length < INDEX_FROM ? null : indexOf(keys);
    this.present = bitsOf(keys);
  }

  /** Takes ownership of the values, and has the names of another mapping. */
  private MappingValue(MappingValue other, Value[] values) {
    super(other.source(), other.start(), other.end());
    this.keys = other.keys;
    this.values = values;
    this.keyOffsets = other.keyOffsets;
    this.index = other.index;
    this.present = other.present;
  }

  private static long bitsOf(String[] keys) {
    long bits = 0;
    for (String key : keys) {
      bits |= bit(key);
    }
    return bits;
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

  /** Returns an empty mapping that stands nowhere. */
  public static MappingValue empty() {
    return EMPTY;
  }

  /** Returns a mapping that stands nowhere, in the order of the map's iteration. */
  public static MappingValue of(Map<String, ? extends Value> entries) {
    return new MappingValue(
        null,
        0,
        0,
        entries.keySet().toArray(new String[0]),
        entries.values().toArray(new Value[0]),
        new int[0]);
  }

  /** Returns the names in order. */
  public List<String> keys() {
    return new AbstractList<>() {
      @Override
      public String get(int at) {
        return keys[at];
      }

      @Override
      public int size() {
        return keys.length;
      }
    };
  }

  /** Returns how many entries there are. */
  public int size() {
    return keys.length;
  }

  /** Returns the name of an entry. */
  public String key(int at) {
    return keys[at];
  }

  /** Returns the value of an entry. */
  public Value value(int at) {
    return values[at];
  }

  /** Returns the value of a name, or {@code null} if the mapping does not have it. */
  public @Nullable Value get(String key) {
    int at = indexOf(key);
    return at < 0 ? null : values[at];
  }

  /** Returns where a name stands, the mapping's own place if the name was added later, or {@code null} if it stands nowhere. */
  public @Nullable Location keyLocation(String key) {
    int at = indexOf(key);
    return at < 0 ? location() : keyLocation(at);
  }

  /** Returns where the name of an entry stands. */
  public @Nullable Location keyLocation(int at) {
    Source source = source();
    if (source == null || 2 * at >= keyOffsets.length || keyOffsets[2 * at] < 0) {
      return location();
    }
    return source.location(keyOffsets[2 * at], keyOffsets[2 * at + 1]);
  }

  /** Returns where the name of an entry starts, or -1 if it stands nowhere. */
  int keyStart(int at) {
    return 2 * at < keyOffsets.length ? keyOffsets[2 * at] : -1;
  }

  /** Returns where the name of an entry ends, or -1 if it stands nowhere. */
  int keyEnd(int at) {
    return 2 * at < keyOffsets.length ? keyOffsets[2 * at + 1] : -1;
  }

  private int indexOf(String key) {
    if ((present & bit(key)) == 0) {
      return -1;
    }
    if (index != null) {
      int slot = slot(key, index.length);
      while (index[slot] != 0 && !keys[index[slot] - 1].equals(key)) {
        slot = (slot + 1) & (index.length - 1);
      }
      return index[slot] - 1;
    }
    for (int i = 0; i < keys.length; i++) {
      if (keys[i].equals(key)) {
        return i;
      }
    }
    return -1;
  }

  /** Returns the mapping with a name set: in its place if it is there already, else at the end. The places of the others stay. */
  public MappingValue with(String key, Value value) {
    int at = indexOf(key);
    if (at >= 0) {
      Value[] changed = values.clone();
      changed[at] = value;
      return new MappingValue(this, changed);
    }
    int size = keys.length;
    String[] moreKeys = Arrays.copyOf(keys, size + 1);
    Value[] moreValues = Arrays.copyOf(values, size + 1);
    moreKeys[size] = key;
    moreValues[size] = value;
    return new MappingValue(source(), start(), end(), moreKeys, moreValues, offsetsFor(size + 1));
  }

  /** Returns the mapping with all entries of another set: in the place of those that are there already, else at the end. */
  public MappingValue withAll(MappingValue others) {
    return withAll(others.keys, others.values, others.keys.length);
  }

  /**
   * Returns the mapping with entries set: in the place of those that are there already, else at the end.
   *
   * @param names the names, each once
   * @param others the values of the names
   * @param count how many of them there are from the start of both
   */
  public MappingValue withAll(String[] names, Value[] others, int count) {
    int added = 0;
    for (int i = 0; i < count; i++) {
      added += indexOf(names[i]) < 0 ? 1 : 0;
    }
    if (added == 0) {
      return new MappingValue(this, withAll(names, others, count, keys, values.clone()));
    }
    int all = keys.length + added;
    String[] allKeys = Arrays.copyOf(keys, all);
    Value[] allValues = withAll(names, others, count, allKeys, Arrays.copyOf(values, all));
    return new MappingValue(source(), start(), end(), allKeys, allValues, offsetsFor(all));
  }

  /** Sets entries in copies of the arrays, which have places for those that are new, and returns the values. */
  private Value[] withAll(
      String[] names, Value[] others, int count, String[] allKeys, Value[] allValues) {
    int next = keys.length;
    for (int i = 0; i < count; i++) {
      int at = indexOf(names[i]);
      if (at < 0) {
        at = next++;
        allKeys[at] = names[i];
      }
      allValues[at] = others[i];
    }
    return allValues;
  }

  /** Returns the places of the names and of more that stand nowhere. */
  private int[] offsetsFor(int count) {
    if (keyOffsets.length == 0 && source() == null) {
      return keyOffsets;
    }
    int[] offsets = Arrays.copyOf(keyOffsets, 2 * count);
    Arrays.fill(offsets, Math.min(keyOffsets.length, 2 * keys.length), 2 * count, -1);
    return offsets;
  }

  /**
   * Returns the mapping with other entries, in their order, at the same place; this one if they are its own. The places of names
   * that stay are kept.
   */
  public MappingValue withEntries(Map<String, ? extends Value> entries) {
    int size = entries.size();
    String[] otherKeys = entries.keySet().toArray(new String[0]);
    Value[] otherValues = entries.values().toArray(new Value[0]);
    if (Arrays.equals(otherKeys, keys) && areSame(otherValues, values)) {
      return this;
    }
    int[] otherOffsets = new int[keyOffsets.length == 0 ? 0 : 2 * size];
    for (int i = 0; 2 * i < otherOffsets.length; i++) {
      int at = indexOf(otherKeys[i]);
      otherOffsets[2 * i] = at < 0 ? -1 : keyStart(at);
      otherOffsets[2 * i + 1] = at < 0 ? -1 : keyEnd(at);
    }
    return new MappingValue(source(), start(), end(), otherKeys, otherValues, otherOffsets);
  }

  private static boolean areSame(Value[] others, Value[] values) {
    for (int i = 0; i < values.length; i++) {
      if (others[i] != values[i]) {
        return false;
      }
    }
    return true;
  }

  /** Returns the mapping with what becomes of each value, without those that become {@code null}; this one if all stay what they are. */
  public MappingValue map(Function<Value, @Nullable Value> change) {
    @Nullable Value[] changed = null;
    for (int i = 0; i < values.length; i++) {
      Value other = change.apply(values[i]);
      if (other != values[i]) {
        changed = changed == null ? values.clone() : changed;
        changed[i] = other;
      }
    }
    return changed == null ? this : withValues(changed);
  }

  /** Returns the values in order, for a change of many of them: see {@link #withValues}. */
  public @Nullable Value[] values() {
    return values.clone();
  }

  /**
   * Returns the mapping with other values of its names, in their order, without the names whose value is {@code null}; this one
   * if they are its own.
   */
  public MappingValue withValues(@Nullable Value[] others) {
    int size = 0;
    boolean same = true;
    for (int i = 0; i < values.length; i++) {
      size += others[i] == null ? 0 : 1;
      same &= others[i] == values[i];
    }
    if (same) {
      return this;
    }
    if (size == values.length) {
      return new MappingValue(this, others.clone());
    }
    String[] fewerKeys = new String[size];
    Value[] fewerValues = new Value[size];
    int[] fewerOffsets = new int[keyOffsets.length == 0 ? 0 : 2 * size];
    int next = 0;
    for (int i = 0; i < values.length; i++) {
      Value value = others[i];
      if (value != null) {
        fewerKeys[next] = keys[i];
        fewerValues[next] = value;
        if (fewerOffsets.length > 0) {
          fewerOffsets[2 * next] = keyStart(i);
          fewerOffsets[2 * next + 1] = keyEnd(i);
        }
        next++;
      }
    }
    return new MappingValue(source(), start(), end(), fewerKeys, fewerValues, fewerOffsets);
  }

  /** Returns the entries in order, for a change of many of them. */
  public Map<String, Value> toMap() {
    Map<String, Value> entries = new LinkedHashMap<>(2 * keys.length);
    for (int i = 0; i < keys.length; i++) {
      entries.put(keys[i], values[i]);
    }
    return entries;
  }

  /** Returns the mapping without a name. */
  public MappingValue without(String key) {
    int at = indexOf(key);
    if (at < 0) {
      return this;
    }
    @Nullable Value[] rest = values();
    rest[at] = null;
    return withValues(rest);
  }

  @Override
  public String typeName() {
    return "object";
  }

  @Override
  public boolean equals(Object object) {
    if (object == this) {
      return true;
    }
    if (!(object instanceof MappingValue that) || keys.length != that.keys.length) {
      return false;
    }
    for (int i = 0; i < keys.length; i++) {
      Value other = keys == that.keys ? that.values[i] : that.get(keys[i]);
      if (values[i] != other && !values[i].equals(other)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    int hash = 0;
    for (int i = 0; i < keys.length; i++) {
      hash += keys[i].hashCode() ^ values[i].hashCode();
    }
    return hash;
  }
}
