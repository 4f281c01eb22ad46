package io.plimsoll.core.load;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.Location;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Problem;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.schema.StrictCheck;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Documents with their lists taken apart. An item of a {@code PodList} that says neither version nor kind is of the kind {@code
 * Pod} and of the list's version.
 *
 * <p>Mirrors {@code decodeToList} of {@code k8s.io/apimachinery/pkg/apis/meta/v1/unstructured} and {@code FlattenListVisitor} of
 * {@code k8s.io/cli-runtime/pkg/resource}, which takes lists within lists apart as well; here items keep the order of the text.
 */
final class ListItems {

  private static final String LIST = "List";
  private static final String KIND = "kind";
  private static final String API_VERSION = "apiVersion";
  private static final String ITEMS = "items";

  private final StrictCheck check;
  private final List<Item> items = new ArrayList<>();

  /** The items by where they start, made when the first problem asks for it. */
  private @Nullable NavigableMap<Integer, Item> byOffset;

  private final List<Problem> problems = new ArrayList<>();

  ListItems(StrictCheck check) {
    this.check = check;
  }

  /** Adds a document. */
  void add(Value root) {
    Deque<Item> open = new ArrayDeque<>();
    open.push(new Item(root, FieldPath.ROOT));
    while (!open.isEmpty()) {
      Item item = open.pop();
      if (item.value() instanceof MappingValue list && check.isList(list)) {
        problems.addAll(check.check(list));
        if (!item.path().isRoot()) {
          problems.add(nested(item));
        }
        open(list, item.path(), open);
      } else {
        items.add(item);
      }
    }
  }

  private static void open(MappingValue list, FieldPath path, Deque<Item> open) {
    if (list.get(ITEMS) instanceof SequenceValue items) {
      for (int i = items.size() - 1; i >= 0; i--) {
        open.push(new Item(inherit(list, items.get(i)), path.field(ITEMS).index(i)));
      }
    }
  }

  List<Item> items() {
    return items;
  }

  /** Returns what is wrong with the lists themselves. */
  List<Problem> problems() {
    return problems;
  }

  /** Returns a problem about a place in a document as one about the object there, if there is one. */
  Problem placed(Problem problem) {
    Location place = problem.location();
    Map.Entry<Integer, Item> before =
        place == null ? null : byOffset().floorEntry(place.startOffset());
    return place == null || before == null || !before.getValue().holds(place)
        ? problem
        : before.getValue().placed(problem);
  }

  private NavigableMap<Integer, Item> byOffset() {
    NavigableMap<Integer, Item> known = byOffset;
    if (known == null) {
      known = new TreeMap<>();
      for (Item item : items) {
        Location location = item.value().location();
        if (location != null) {
          // An alias is an item again, but the text stands where the first one does.
          known.putIfAbsent(location.startOffset(), item);
        }
      }
      byOffset = known;
    }
    return known;
  }

  private static Problem nested(Item item) {
    return Problem.warning(
            "nested-list",
            item.value().location(),
            "a list inside a list; its items are read as if they stood outside")
        .at(item.path());
  }

  private static Value inherit(MappingValue list, Value item) {
    String kind = text(list, KIND);
    if (!(item instanceof MappingValue tree)
        || kind.equals(LIST)
        || !text(tree, KIND).isEmpty()
        || !text(tree, API_VERSION).isEmpty()) {
      return item;
    }
    String itemKind = kind.substring(0, kind.length() - LIST.length());
    MappingValue named = tree.with(KIND, ScalarValue.of(itemKind));
    Value version = list.get(API_VERSION);
    return version == null ? named : named.with(API_VERSION, version);
  }

  private static String text(MappingValue tree, String name) {
    @Nullable Value value = tree.get(name);
    return value instanceof ScalarValue scalar && scalar.isString() ? scalar.text() : "";
  }
}
