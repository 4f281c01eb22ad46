package io.plimsoll.core.cluster;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The objects of a cluster, by kind. A write changes the table of one kind, mostly of one that is there: the next cluster then
 * shares the places of the kinds, and has another list of tables only.
 */
final class Tables {

  static final Tables EMPTY = new Tables(Map.of(), List.of());

  private final Map<GroupKind, Integer> places;
  private final List<Table> tables;

  /** Takes ownership of both; a kind whose objects are all gone keeps its place. */
  private Tables(Map<GroupKind, Integer> places, List<Table> tables) {
    this.places = places;
    this.tables = tables;
  }

  Table get(GroupKind kind) {
    Integer at = places.get(kind);
    return at == null ? Table.EMPTY : tables.get(at);
  }

  /** Returns the tables of all kinds, some of which may be empty. */
  List<Table> all() {
    return Collections.unmodifiableList(tables);
  }

  Tables with(GroupKind kind, Table table) {
    Integer at = places.get(kind);
    if (at == null) {
      return with(Map.of(kind, table));
    }
    List<Table> changed = new ArrayList<>(tables);
    changed.set(at, table);
    return new Tables(places, changed);
  }

  Tables with(Map<GroupKind, Table> others) {
    Map<GroupKind, Integer> all = new HashMap<>(places);
    List<Table> changed = new ArrayList<>(tables);
    for (Map.Entry<GroupKind, Table> other : others.entrySet()) {
      Integer at = all.putIfAbsent(other.getKey(), changed.size());
      if (at == null) {
        changed.add(other.getValue());
      } else {
        changed.set(at, other.getValue());
      }
    }
    return new Tables(all, changed);
  }
}
