package io.plimsoll.core.cluster;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The tables of a cluster by their kinds, in the order in which these came. Immutable; kinds are few and come early, so that the
 * next one mostly shares all but an array with this.
 */
final class Tables {

  static final Tables EMPTY = new Tables(Map.of(), new Table[0]);

  private final Map<GroupKind, Integer> places;
  private final Table[] tables;

  /** Takes ownership of both. */
  private Tables(Map<GroupKind, Integer> places, Table[] tables) {
    this.places = places;
    this.tables = tables;
  }

  /** Returns the table of a kind, an empty one if nothing of it is there. */
  Table get(GroupKind kind) {
    Integer place = places.get(kind);
    return place == null ? Table.EMPTY : tables[place];
  }

  /** Returns these with another table of a kind. */
  Tables with(GroupKind kind, Table table) {
    Integer place = places.get(kind);
    if (place != null) {
      Table[] changed = tables.clone();
      changed[place] = table;
      return new Tables(places, changed);
    }
    Map<GroupKind, Integer> more = new LinkedHashMap<>(places);
    more.put(kind, tables.length);
    Table[] all = Arrays.copyOf(tables, tables.length + 1);
    all[tables.length] = table;
    return new Tables(more, all);
  }

  /** Returns all tables; some may be empty. */
  List<Table> all() {
    return Collections.unmodifiableList(Arrays.asList(tables));
  }
}
