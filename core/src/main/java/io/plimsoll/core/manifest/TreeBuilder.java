package io.plimsoll.core.manifest;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts one tree after the other together, from what a parser meets. It keeps its own stack, so that depth costs memory only,
 * and reports duplicate keys.
 */
final class TreeBuilder {

  private final Reading reading;
  private final List<OpenNode> open = new ArrayList<>();
  private int depth;
  private @Nullable Value root;

  TreeBuilder(Reading reading) {
    this.reading = reading;
  }

  /** Forgets what is open. */
  void reset() {
    while (depth > 0) {
      close();
    }
    root = null;
  }

  /** Returns the tree once it is complete, and forgets it. */
  Value take() {
    Value taken = root;
    if (taken == null || depth > 0) {
      throw new IllegalStateException("the tree is not complete");
    }
    root = null;
    return taken;
  }

  /** Returns whether a tree is complete. */
  boolean isComplete() {
    return depth == 0 && root != null;
  }

  /** Opens a mapping or a sequence. */
  void begin(boolean mapping, int start) throws ReadFailure {
    reading.countNode(start);
    if (depth == reading.limits.depth()) {
      throw reading.failure(
          "limit-depth", start, start, "nested deeper than " + reading.limits.depth() + " levels");
    }
    if (depth == open.size()) {
      open.add(new OpenNode());
    }
    OpenNode node = open.get(depth++);
    node.start = start;
    node.mapping = mapping;
  }

  /** Returns whether a name comes next: the last that was opened is a mapping, and not in the middle of an entry. */
  boolean expectsKey() {
    return depth > 0 && open.get(depth - 1).mapping && !open.get(depth - 1).keyed;
  }

  /** Returns whether the root is a mapping that started at this offset, and nothing of it was read so far. */
  boolean expectsFirstKey(int start) {
    return depth == 1
        && expectsKey()
        && open.get(0).start == start
        && open.get(0).entries.size() == 0;
  }

  /** Returns whether the value that comes next is merged into the open mapping. */
  boolean isMerging() {
    return depth > 0 && open.get(depth - 1).merging;
  }

  /** Names the value that comes next in the open mapping. */
  void key(String name, int start, int end) {
    key(name, YamlScalar.Type.STRING, start, end);
  }

  /** Names the value that comes next in the open mapping, by a scalar that need not be a string. */
  void key(String name, YamlScalar.Type type, int start, int end) {
    OpenNode node = named(name, start, end);
    YamlScalar.Type before = node.type(name);
    node.sameType = type == before;
    if (type != before) {
      node.types().put(name, type);
    }
    if (node.merged != null && node.merged.remove(name)) {
      return;
    }
    if (node.keyAt >= 0 && reading.listsMore()) {
      reading.reportLoss(node.sameType ? duplicate(node) : ambiguous(node));
    }
  }

  private Problem duplicate(OpenNode node) {
    String message = "key \"" + node.key + "\" is already set in line " + firstLine(node)
        + "; the last one counts";
    return repeated("duplicate-key", node, message);
  }

  private Problem ambiguous(OpenNode node) {
    String message = "key \"" + node.key + "\" is already set in line " + firstLine(node)
        + " by a key of another type; kubectl takes one of them by chance";
    return repeated("ambiguous-key", node, message);
  }

  private Problem repeated(String code, OpenNode node, String message) {
    return Problem.error(code, node.keyPlace(reading.source), message)
        .relatedTo(node.keyPlace(reading.source, node.keyAt))
        .at(path());
  }

  /** Not the column: to find it costs the length of the line, and a line may be all duplicates. */
  private int firstLine(OpenNode node) {
    return reading.source.lineOf(node.entries.keyStart(node.keyAt));
  }

  /** Names the value that comes next in the open mapping, and puts something else in its place. */
  void key(String name, int start, int end, ScalarValue instead) {
    named(name, start, end).instead = instead;
  }

  /** Says that the value that comes next in the open mapping is merged into it. */
  void mergeKey(int start, int end) {
    named("<<", start, end).merging = true;
  }

  private OpenNode named(String name, int start, int end) {
    OpenNode node = open.get(depth - 1);
    node.key = name;
    node.keyStart = start;
    node.keyEnd = end;
    node.keyed = true;
    node.keyAt = node.entries.find(name);
    return node;
  }

  void scalar(ScalarValue value) throws ReadFailure {
    reading.countNode(value.start());
    add(value);
  }

  /** Adds a value that is in the tree already and is named again at a place. */
  void again(Value value, int start) throws ReadFailure {
    add(value, start);
  }

  private void add(Value value) throws ReadFailure {
    add(value, value.start());
  }

  private void add(Value value, int start) throws ReadFailure {
    if (depth == 0) {
      root = value;
      return;
    }
    OpenNode node = open.get(depth - 1);
    if (!node.mapping) {
      node.items.add(value);
      return;
    }
    if (node.merging) {
      Merges.merge(reading, node, value, path().parent());
    } else {
      if (node.keyAt >= 0 && node.sameType) {
        reading.repeat(node, start);
      }
      node.put(value);
    }
    node.endEntry();
  }

  /** Returns the failure of a merge of what is neither a mapping nor a list of them. */
  ReadFailure notMergeable() {
    return Merges.failure(reading, open.get(depth - 1));
  }

  /** Ends the open mapping or sequence and returns it. */
  Value end(int end) throws ReadFailure {
    OpenNode node = open.get(depth - 1);
    Value value = node.mapping
        ? node.entries.build(reading, node.start, end)
        : new SequenceValue(reading.source, node.start, end, node.items);
    close();
    add(value);
    return value;
  }

  private void close() {
    open.get(--depth).clear();
  }

  /** Returns the path of what is being read. Only problems ask for it. */
  FieldPath path() {
    FieldPath path = FieldPath.ROOT;
    for (int i = 0; i < depth; i++) {
      OpenNode node = open.get(i);
      if (!node.mapping) {
        path = path.index(node.items.size());
      } else if (node.keyed) {
        path = path.member(node.key);
      }
    }
    return path;
  }
}
