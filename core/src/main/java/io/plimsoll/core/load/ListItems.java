package io.plimsoll.core.load;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.Location;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Problem;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.KubeObject;
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
 * Documents with their lists taken apart. Items of a {@code PodList} that do not say so are of the kind {@code Pod} and of the
 * list's version. Mirrors {@code FlattenListVisitor} of {@code k8s.io/cli-runtime/pkg/resource}, which takes lists within lists
 * apart as well.
 */
final class ListItems {

  private static final String LIST = "List";

  private final List<Item> items = new ArrayList<>();
  private final NavigableMap<Integer, Item> byOffset = new TreeMap<>();
  private final List<Problem> problems = new ArrayList<>();

  /**
   * A value, and where it stands in its document.
   *
   * @param value an object, most likely
   * @param path its place in the document
   */
  private record Item(Value value, FieldPath path) {

    boolean holds(Location location) {
      Location own = value.location();
      return own != null
          && own.startOffset() <= location.startOffset()
          && location.endOffset() <= own.endOffset();
    }
  }

  /** Adds a document. */
  void add(Value root) {
    Deque<Item> open = new ArrayDeque<>();
    open.push(new Item(root, FieldPath.ROOT));
    while (!open.isEmpty()) {
      Item item = open.pop();
      SequenceValue list = listOf(item.value());
      if (list == null) {
        items.add(item);
        Location location = item.value().location();
        if (location != null) {
          byOffset.put(location.startOffset(), item);
        }
        continue;
      }
      problems.addAll(StrictCheck.kubernetes().check(item.value()));
      if (!item.path().isRoot()) {
        problems.add(nested(item));
      }
      for (int i = list.size() - 1; i >= 0; i--) {
        Value value = inherit((MappingValue) item.value(), list.get(i));
        open.push(new Item(value, item.path().field("items").index(i)));
      }
    }
  }

  List<Value> values() {
    return items.stream().map(Item::value).toList();
  }

  List<Problem> problems() {
    return problems;
  }

  /** Returns a problem about a place in a document as one about the object there, if there is one. */
  Problem placed(Problem problem) {
    Location location = problem.location();
    if (location == null) {
      return problem;
    }
    Map.Entry<Integer, Item> before = byOffset.floorEntry(location.startOffset());
    if (before == null
        || !before.getValue().holds(location)
        || !(before.getValue().value() instanceof MappingValue tree)) {
      return problem;
    }
    return problem
        .at(within(before.getValue().path(), problem.path()))
        .in(KubeObject.of(tree).ref());
  }

  private static FieldPath within(FieldPath item, FieldPath path) {
    List<FieldPath.Step> steps = path.steps();
    FieldPath rest = FieldPath.ROOT;
    for (int i = item.steps().size(); i < steps.size(); i++) {
      FieldPath.Step step = steps.get(i);
      if (step instanceof FieldPath.Step.Field field) {
        rest = rest.field(field.name());
      } else if (step instanceof FieldPath.Step.Key key) {
        rest = rest.key(key.key());
      } else if (step instanceof FieldPath.Step.Index index) {
        rest = rest.index(index.index());
      }
    }
    return rest;
  }

  private static @Nullable SequenceValue listOf(Value value) {
    return value instanceof MappingValue tree
            && tree.get("kind") instanceof ScalarValue kind
            && kind.text().endsWith(LIST)
            && tree.get("items") instanceof SequenceValue items
        ? items
        : null;
  }

  private static Problem nested(Item item) {
    return Problem.warning(
        "nested-list",
        item.value().location(),
        "a list inside a list; its items are read as if they stood outside");
  }

  private static Value inherit(MappingValue list, Value item) {
    if (!(item instanceof MappingValue tree)
        || !(list.get("kind") instanceof ScalarValue kind)
        || kind.text().equals(LIST)) {
      return item;
    }
    String itemKind = kind.text().substring(0, kind.text().length() - LIST.length());
    MappingValue named = tree;
    if (named.get("kind") == null) {
      named = named.with("kind", ScalarValue.of(itemKind));
      Value version = list.get("apiVersion");
      if (named.get("apiVersion") == null && version != null) {
        named = named.with("apiVersion", version);
      }
    }
    return named;
  }
}
