package io.plimsoll.core.decode;

import io.plimsoll.core.manifest.Body.Repeat;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.Location;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The entries of mappings in the order in which Go's decoder meets them: those of JSON as they are written, with the values that
 * others took the place of; those of YAML by name, because they become JSON first.
 */
public final class Entries {

  /**
   * One entry; a name may come more than once.
   *
   * @param name the name
   * @param value the value
   */
  public record Entry(String name, Value value) {}

  private record Placed(int offset, Entry entry) {}

  private final boolean byName;
  private final Map<Integer, List<Repeat>> repeats = new HashMap<>();

  private Entries(boolean byName, List<Repeat> repeats) {
    this.byName = byName;
    for (Repeat repeat : repeats) {
      this.repeats.computeIfAbsent(repeat.mapping(), start -> new ArrayList<>()).add(repeat);
    }
  }

  /** Returns the entries of a text that was read as JSON, given the names in it that were set again. */
  public static Entries ofJson(List<Repeat> repeats) {
    return new Entries(false, repeats);
  }

  static Entries ofYaml() {
    return new Entries(true, List.of());
  }

  /** Returns the entries of a mapping. */
  public List<Entry> of(MappingValue mapping) {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < mapping.size(); i++) {
      entries.add(new Entry(mapping.key(i), mapping.value(i)));
    }
    if (byName) {
      entries.sort(Comparator.comparing(Entry::name, GoText::compare));
      return entries;
    }
    Location place = mapping.location();
    List<Repeat> again = place == null ? null : repeats.get(place.startOffset());
    return again == null ? entries : asWritten(mapping, again);
  }

  private static List<Entry> asWritten(MappingValue mapping, List<Repeat> again) {
    List<Placed> placed = new ArrayList<>();
    for (int i = 0; i < mapping.size(); i++) {
      Location name = mapping.keyLocation(i);
      placed.add(new Placed(
          name == null ? 0 : name.startOffset(), new Entry(mapping.key(i), mapping.value(i))));
    }
    for (Repeat repeat : again) {
      placed.add(new Placed(repeat.nameStart(), new Entry(repeat.name(), repeat.value())));
    }
    placed.sort(Comparator.comparingInt(Placed::offset));
    return placed.stream().map(Placed::entry).toList();
  }
}
