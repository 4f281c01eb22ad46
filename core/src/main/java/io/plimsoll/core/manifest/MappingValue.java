package io.plimsoll.core.manifest;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A mapping from names to values, in the order they were written. No name occurs twice. */
public final class MappingValue extends Value {

  private static final MappingValue EMPTY =
      new MappingValue(null, 0, 0, Keys.NONE, new Value[0], new int[0]);

  private final Keys keys;
  private final Value[] values;
  private final int[] keyOffsets;

  /**
   * Takes ownership of the arrays.
   *
   * @param keys the names
   * @param keyOffsets start and end of each key, two numbers a key; empty if the mapping stands nowhere, and -1 for a key
   *     that does not
   */
  MappingValue(
      @Nullable Source source, int start, int end, Keys keys, Value[] values, int[] keyOffsets) {
    super(source, start, end);
    this.keys = keys;
    this.values = values;
    this.keyOffsets = keyOffsets;
  }

  /** Takes ownership of the values, and has the names of another mapping. */
  private MappingValue(MappingValue other, Value[] values) {
    this(other.source(), other.start(), other.end(), other.keys, values, other.keyOffsets);
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
        Keys.of(entries.keySet().toArray(new String[0]), entries.size()),
        entries.values().toArray(new Value[0]),
        new int[0]);
  }

  /** Returns the names in order. */
  public Keys keys() {
    return keys;
  }

  /** Returns how many entries there are. */
  public int size() {
    return values.length;
  }

  /** Returns the name of an entry. */
  public String key(int at) {
    return keys.get(at);
  }

  /** Returns the value of an entry. */
  public Value value(int at) {
    return values[at];
  }

  /** Returns the value of a name, or {@code null} if the mapping does not have it. */
  public @Nullable Value get(String key) {
    int at = keys.find(key);
    return at < 0 ? null : values[at];
  }

  /** Returns where a name stands, the mapping's own place if the name was added later, or {@code null} if it stands nowhere. */
  public @Nullable Location keyLocation(String key) {
    int at = keys.find(key);
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

  /** Returns the mapping with a name set: in its place if it is there already, else at the end. The places of the others stay. */
  public MappingValue with(String key, Value value) {
    int at = keys.find(key);
    if (at >= 0) {
      Value[] changed = values.clone();
      changed[at] = value;
      return new MappingValue(this, changed);
    }
    int size = values.length;
    Value[] moreValues = Arrays.copyOf(values, size + 1);
    moreValues[size] = value;
    return new MappingValue(
        source(), start(), end(), keys.with(key), moreValues, offsetsFor(size + 1));
  }

  /** Returns the mapping with all entries of another set: in the place of those that are there already, else at the end. */
  public MappingValue withAll(MappingValue others) {
    return withAll(others.keys.array(), others.values, others.values.length);
  }

  /**
   * Returns the mapping with entries set: in the place of those that are there already, else at the end.
   *
   * @param names the names, each once
   * @param others the values of the names
   * @param count how many of them there are from the start of both
   */
  public MappingValue withAll(String[] names, Value[] others, int count) {
    Keys allKeys = keys.withAll(names, count);
    Value[] allValues = Arrays.copyOf(values, allKeys.size());
    if (allValues.length == values.length + count) {
      System.arraycopy(others, 0, allValues, values.length, count);
    } else {
      for (int i = 0; i < count; i++) {
        allValues[allKeys.find(names[i])] = others[i];
      }
    }
    return allKeys.size() == keys.size()
        ? new MappingValue(this, allValues)
        : new MappingValue(
            source(), start(), end(), allKeys, allValues, offsetsFor(allValues.length));
  }

  /** Returns the places of the names and of more that stand nowhere. */
  private int[] offsetsFor(int count) {
    if (keyOffsets.length == 0 && source() == null) {
      return keyOffsets;
    }
    int[] offsets = Arrays.copyOf(keyOffsets, 2 * count);
    Arrays.fill(offsets, Math.min(keyOffsets.length, 2 * values.length), 2 * count, -1);
    return offsets;
  }

  /**
   * Returns the mapping with other entries, in their order, at the same place; this one if they are its own. The places of names
   * that stay are kept.
   */
  public MappingValue withEntries(Map<String, ? extends Value> entries) {
    int size = entries.size();
    Keys otherKeys = Keys.of(entries.keySet().toArray(new String[0]), size);
    Value[] otherValues = entries.values().toArray(new Value[0]);
    if (otherKeys.equals(keys) && areSame(otherValues, values)) {
      return this;
    }
    int[] otherOffsets = new int[keyOffsets.length == 0 ? 0 : 2 * size];
    for (int i = 0; 2 * i < otherOffsets.length; i++) {
      int at = keys.find(otherKeys.get(i));
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
        fewerKeys[next] = keys.get(i);
        fewerValues[next] = value;
        if (fewerOffsets.length > 0) {
          fewerOffsets[2 * next] = keyStart(i);
          fewerOffsets[2 * next + 1] = keyEnd(i);
        }
        next++;
      }
    }
    return new MappingValue(
        source(), start(), end(), Keys.of(fewerKeys, size), fewerValues, fewerOffsets);
  }

  /** Returns the entries in order, for a change of many of them. */
  public Map<String, Value> toMap() {
    Map<String, Value> entries = new LinkedHashMap<>(2 * values.length);
    for (int i = 0; i < values.length; i++) {
      entries.put(keys.get(i), values[i]);
    }
    return entries;
  }

  /** Returns the mapping without a name. */
  public MappingValue without(String key) {
    int at = keys.find(key);
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
    if (!(object instanceof MappingValue that) || values.length != that.values.length) {
      return false;
    }
    boolean aligned = keys.equals(that.keys);
    for (int i = 0; i < values.length; i++) {
      Value other = aligned ? that.values[i] : that.get(keys.get(i));
      if (values[i] != other && !values[i].equals(other)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    int hash = 0;
    for (int i = 0; i < values.length; i++) {
      hash += keys.get(i).hashCode() ^ values[i].hashCode();
    }
    return hash;
  }
}
