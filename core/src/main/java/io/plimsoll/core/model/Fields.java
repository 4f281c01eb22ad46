package io.plimsoll.core.model;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one object in a tree, read by name and type: what decoders of records stand on.
 *
 * <p>A field that is absent, null or of another type reads as absent. Wrong types are not reported here: the strict check of
 * {@code io.plimsoll.core.schema} has done that, with the place.
 */
public final class Fields {

  private static final Fields NONE = new Fields(MappingValue.empty());

  /** So many digits fit into 32 bits; nearly all numbers have less, and are read without more ado. */
  private static final int SHORT = 9;

  private static final String PLAIN_TIME = "0000-00-00T00:00:00Z";

  private final MappingValue tree;

  private Fields(MappingValue tree) {
    this.tree = tree;
  }

  /** Returns the fields of a value; none if it is not a mapping. */
  public static Fields of(@Nullable Value value) {
    return value instanceof MappingValue map ? new Fields(map) : NONE;
  }

  /** Returns the tree the fields are read from. */
  public MappingValue tree() {
    return tree;
  }

  /**
   * Returns the names of what is there, known or not, null or not, in order.
   *
   * <p>A record with many parts is decoded by them ({@link #size}, {@link #name}): a decoder of a part costs the JVM much the first time, and most are never
   * needed.
   */
  public List<String> names() {
    return tree.keys();
  }

  /** Returns how many names there are. */
  public int size() {
    return tree.size();
  }

  /** Returns one of the names. */
  public String name(int at) {
    return tree.key(at);
  }

  /** Returns whether the field is there and not null. */
  public boolean has(String name) {
    Value value = tree.get(name);
    return value != null && !value.isNull();
  }

  /** Returns a field as it stands, or {@code null} if it is absent or null. */
  public @Nullable Value value(String name) {
    Value value = tree.get(name);
    return value == null || value.isNull() ? null : value;
  }

  /** Returns a string. */
  public @Nullable String string(String name) {
    return tree.get(name) instanceof ScalarValue scalar && scalar.isString() ? scalar.text() : null;
  }

  /** Returns a string, empty if it is absent. */
  public String text(String name) {
    String text = string(name);
    return text == null ? "" : text;
  }

  /** Returns a boolean. */
  public @Nullable Boolean bool(String name) {
    return (tree.get(name) instanceof ScalarValue scalar && scalar.isBoolean())
        ? Boolean.valueOf(scalar.text())
        : null;
  }

  /** Returns a whole number of 32 bits. */
  public @Nullable Integer int32(String name) {
    Long number = int64(name);
    return number == null || number.intValue() != number
        ? null
        : Integer.valueOf(number.intValue());
  }

  /** Returns a whole number of 64 bits; {@code 1.0} is none, as in Go. */
  public @Nullable Long int64(String name) {
    return toInt64(tree.get(name));
  }

  /** Returns a whole number of 64 bits, or the fallback if it is absent: without a box, for rules that ask for many. */
  public long int64(String name, long fallback) {
    if (!(tree.get(name) instanceof ScalarValue scalar && scalar.isNumber())) {
      return fallback;
    }
    String text = scalar.text();
    if (isShortNumber(text)) {
      return digits(text, 0, text.length());
    }
    Long number = wholeNumber(text);
    return number == null ? fallback : number;
  }

  /** Returns whether a number is spelled in a few digits and nothing else, as nearly all are. */
  private static boolean isShortNumber(String text) {
    boolean digits = !text.isEmpty() && text.length() <= SHORT;
    for (int i = 0; digits && i < text.length(); i++) {
      digits = text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
    return digits;
  }

  /** Returns a number. */
  public @Nullable BigDecimal number(String name) {
    return tree.get(name) instanceof ScalarValue scalar && scalar.isNumber()
        ? new BigDecimal(scalar.text())
        : null;
  }

  /** Returns a quantity. */
  public @Nullable Quantity quantity(String name) {
    return toQuantity(tree.get(name));
  }

  /** Returns a number or a string. */
  public @Nullable IntOrString intOrString(String name) {
    if (tree.get(name) instanceof ScalarValue scalar) {
      if (scalar.isString()) {
        return IntOrString.of(scalar.text());
      }
      Integer number = int32(name);
      return number == null ? null : IntOrString.of(number);
    }
    return null;
  }

  /** Returns a time (RFC 3339). */
  public @Nullable Instant time(String name) {
    String text = string(name);
    if (text == null) {
      return null;
    }
    try {
      return isPlainTime(text) ? plainTime(text) : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException notATime) {
      return null;
    }
  }

  /** Returns whether a time is written as an API server writes it; the parser of the JDK takes a microsecond for one. */
  private static boolean isPlainTime(String text) {
    boolean plain = text.length() == PLAIN_TIME.length();
    for (int i = 0; plain && i < PLAIN_TIME.length(); i++) {
      char sample = PLAIN_TIME.charAt(i);
      char c = text.charAt(i);
      plain = sample == '0' ? c >= '0' && c <= '9' : c == sample;
    }
    return plain;
  }

  private static Instant plainTime(String text) {
    return LocalDateTime.of(
            digits(text, 0, 4),
            digits(text, 5, 7),
            digits(text, 8, 10),
            digits(text, 11, 13),
            digits(text, 14, 16),
            digits(text, 17, 19))
        .toInstant(ZoneOffset.UTC);
  }

  private static int digits(String text, int start, int end) {
    int number = 0;
    for (int i = start; i < end; i++) {
      number = 10 * number + text.charAt(i) - '0';
    }
    return number;
  }

  /** Returns an object. */
  public <T> @Nullable T object(String name, Function<Fields, T> decoder) {
    return tree.get(name) instanceof MappingValue map ? decoder.apply(new Fields(map)) : null;
  }

  /** Returns an object, or the fallback if it is absent. */
  public <T> T object(String name, Function<Fields, T> decoder, T fallback) {
    return tree.get(name) instanceof MappingValue map ? decoder.apply(new Fields(map)) : fallback;
  }

  /** Returns the items of a list as they stand. */
  public List<Value> items(String name) {
    return tree.get(name) instanceof SequenceValue list ? list.items() : List.of();
  }

  /** Returns the objects of a list. */
  public <T> List<T> list(String name, Function<Fields, T> decoder) {
    List<Value> items = items(name);
    Object[] objects = new Object[items.size()];
    for (int i = 0; i < objects.length; i++) {
      objects[i] = decoder.apply(of(items.get(i)));
    }
    return immutable(objects);
  }

  /** Returns the strings of a list; an item that is none reads as the empty string. */
  public List<String> strings(String name) {
    List<Value> items = items(name);
    Object[] strings = new Object[items.size()];
    for (int i = 0; i < strings.length; i++) {
      strings[i] = toText(items.get(i));
    }
    return immutable(strings);
  }

  /** Returns the whole numbers of a list; an item that is none reads as 0. */
  public List<Long> int64s(String name) {
    List<Value> items = items(name);
    Object[] numbers = new Object[items.size()];
    for (int i = 0; i < numbers.length; i++) {
      Long number = toInt64(items.get(i));
      numbers[i] = number == null ? 0L : number;
    }
    return immutable(numbers);
  }

  /** Returns the whole numbers of a list; an item that is none, or wider than 32 bits, reads as 0. */
  public List<Integer> int32s(String name) {
    return int64s(name).stream()
        .map(number -> number.intValue() == number ? number.intValue() : 0)
        .toList();
  }

  /** Returns a map of strings in its order; a value that is null reads as the empty string. */
  public Map<String, String> stringMap(String name) {
    MappingValue map = entries(name);
    int size = map.size();
    if (size == 0) {
      return Map.of();
    }
    String[] keys = new String[size];
    String[] strings = new String[size];
    for (int i = 0; i < size; i++) {
      keys[i] = map.key(i);
      strings[i] = toText(map.value(i));
    }
    return Maps.of(keys, strings, size);
  }

  /** Returns a map of quantities in its order; a value that is none is left out. */
  public Map<String, Quantity> quantityMap(String name) {
    MappingValue map = entries(name);
    if (map.size() == 0) {
      return Map.of();
    }
    String[] keys = new String[map.size()];
    Quantity[] quantities = new Quantity[map.size()];
    int size = 0;
    for (int i = 0; i < map.size(); i++) {
      Quantity quantity = toQuantity(map.value(i));
      if (quantity != null) {
        keys[size] = map.key(i);
        quantities[size++] = quantity;
      }
    }
    return Maps.of(keys, quantities, size);
  }

  /** Returns a map of objects in its order. */
  @SuppressWarnings("unchecked") // nothing else is put in
  public <T> Map<String, T> objectMap(String name, Function<Fields, T> decoder) {
    MappingValue map = entries(name);
    int size = map.size();
    String[] keys = new String[size];
    T[] objects = (T[]) new Object[size];
    for (int i = 0; i < size; i++) {
      keys[i] = map.key(i);
      objects[i] = decoder.apply(of(map.value(i)));
    }
    return Maps.of(keys, objects, size);
  }

  private MappingValue entries(String name) {
    return tree.get(name) instanceof MappingValue map ? map : NONE.tree;
  }

  /** Returns a list that the records it goes into need not copy again. */
  @SuppressWarnings("unchecked") // of what the caller says they are
  private static <T> List<T> immutable(Object[] items) {
    return (List<T>) List.of(items);
  }

  private static String toText(Value value) {
    return value instanceof ScalarValue scalar && scalar.isString() ? scalar.text() : "";
  }

  private static @Nullable Quantity toQuantity(@Nullable Value value) {
    return value instanceof ScalarValue scalar ? Quantity.tryParse(scalar).orElse(null) : null;
  }

  private static @Nullable Long toInt64(@Nullable Value value) {
    return value instanceof ScalarValue scalar && scalar.isNumber()
        ? wholeNumber(scalar.text())
        : null;
  }

  private static @Nullable Long wholeNumber(String text) {
    return isShortNumber(text) ? (Long) (long) digits(text, 0, text.length()) : longNumber(text);
  }

  private static @Nullable Long longNumber(String text) {
    try {
      return Long.valueOf(text);
    } catch (NumberFormatException notWhole) {
      return null;
    }
  }
}
