package io.plimsoll.core.patch;

import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The place in a document that a path of a JSON patch leads to: a mapping or list that is there, and a key in it that need not be.
 * Mirrors {@code findObject}, {@code partialDoc} and {@code partialArray}.
 */
final class JsonTarget {

  private static final String END = "-";

  private final List<Value> above;
  private final List<String> keys;
  private final Value container;
  private final String key;

  private JsonTarget(List<Value> above, List<String> keys, Value container, String key) {
    this.above = above;
    this.keys = keys;
    this.container = container;
    this.key = key;
  }

  /** Returns the place, or null if the path is that of the document itself or the parent is missing. */
  static @Nullable JsonTarget find(Value document, String path) {
    List<String> tokens = Arrays.asList(path.split("/", -1));
    if (tokens.size() < 2) {
      return null;
    }
    int last = tokens.size() - 1;
    List<Value> above = new ArrayList<>();
    List<String> keys = new ArrayList<>();
    Value at = document;
    for (String token : tokens.subList(1, last)) {
      String key = decode(token);
      Value next = member(at, key);
      if (!(next instanceof MappingValue) && !(next instanceof SequenceValue)) {
        return null;
      }
      above.add(at);
      keys.add(key);
      at = next;
    }
    return new JsonTarget(above, keys, at, decode(tokens.get(last)));
  }

  /** Returns the name that a part of a path stands for. */
  static String decode(String token) {
    return token.indexOf('~') < 0 ? token : token.replace("~1", "/").replace("~0", "~");
  }

  private static @Nullable Value member(Value container, String key) {
    if (container instanceof MappingValue mapping) {
      return mapping.get(key);
    }
    SequenceValue list = (SequenceValue) container;
    OptionalLong index = GoText.parseInt64(key);
    int at = index.isPresent() ? indexOf(index.getAsLong(), list.size()) : -1;
    return at < 0 || at >= list.size() ? null : list.get(at);
  }

  /** Returns the index; one below zero counts from the end. -1 if there is none. */
  private static int indexOf(long index, int size) {
    long at = index < 0 ? index + size : index;
    return at < 0 || at > size ? -1 : (int) at;
  }

  String key() {
    return key;
  }

  /** Returns the mapping or list that holds the key. */
  Value container() {
    return container;
  }

  /** Returns whether {@link #get} has an answer: an entry of a mapping may be missing, an item of a list may not. */
  boolean canGet() {
    return container instanceof MappingValue || member(container, key) != null;
  }

  /** Returns the value, or null if a mapping does not have it. */
  @Nullable
  Value get(String failure) throws PatchFailure {
    return container instanceof SequenceValue list
        ? list.get(index(list.size(), list.size() - 1, failure))
        : member(container, key);
  }

  /** Returns the document with the value that is there replaced. */
  Value set(Value value) {
    return rebuilt(with(container, key, value));
  }

  /** Returns the document with a value set in a mapping or inserted in a list. */
  Value add(Value value, String failure) throws PatchFailure {
    if (container instanceof SequenceValue list) {
      List<Value> items = new ArrayList<>(list.items());
      items.add(key.equals(END) ? items.size() : insertion(list.size(), failure), value);
      return rebuilt(list.withItems(items));
    }
    return rebuilt(((MappingValue) container).with(key, value));
  }

  private int insertion(int size, String failure) throws PatchFailure {
    if (GoText.parseInt64(key).isEmpty()) {
      throw PatchFailure.unprocessable(
          failure + ": value was not a proper array index: '" + key + "': " + notNumber());
    }
    return index(size + 1, size, failure);
  }

  /** Returns the document without the value. */
  Value remove(String failure) throws PatchFailure {
    if (container instanceof SequenceValue list) {
      List<Value> items = new ArrayList<>(list.items());
      items.remove(index(list.size(), list.size() - 1, failure));
      return rebuilt(list.withItems(items));
    }
    MappingValue mapping = (MappingValue) container;
    if (mapping.get(key) == null) {
      throw PatchFailure.unprocessable(
          failure + ": Unable to remove nonexistent key: " + key + ": missing value");
    }
    return rebuilt(mapping.without(key));
  }

  /** Returns the index that the key is, counted from the size if it is below zero, and at most another. */
  private int index(int size, int most, String failure) throws PatchFailure {
    OptionalLong index = GoText.parseInt64(key);
    if (index.isEmpty()) {
      throw PatchFailure.unprocessable(failure + ": " + notNumber());
    }
    int at = indexOf(index.getAsLong(), size);
    if (at < 0 || at > most) {
      throw PatchFailure.unprocessable(failure + ": Unable to access invalid index: "
          + index.getAsLong() + ": invalid index referenced");
    }
    return at;
  }

  /** Mirrors the errors of {@code strconv.Atoi}. */
  private String notNumber() {
    int start = key.startsWith("-") || key.startsWith("+") ? 1 : 0;
    boolean digits =
        key.length() > start && key.chars().skip(start).allMatch(c -> c >= '0' && c <= '9');
    return "strconv.Atoi: parsing " + GoText.quote(key) + ": "
        + (digits ? "value out of range" : "invalid syntax");
  }

  /** Returns the document with another mapping or list in the place that holds the key. */
  Value rebuilt(Value changed) {
    Value child = changed;
    for (int i = above.size() - 1; i >= 0; i--) {
      child = with(above.get(i), keys.get(i), child);
    }
    return child;
  }

  private static Value with(Value parent, String key, Value child) {
    if (parent instanceof SequenceValue list) {
      List<Value> items = new ArrayList<>(list.items());
      items.set(indexOf(GoText.parseInt64(key).getAsLong(), list.size()), child);
      return list.withItems(items);
    }
    return ((MappingValue) parent).with(key, child);
  }
}
