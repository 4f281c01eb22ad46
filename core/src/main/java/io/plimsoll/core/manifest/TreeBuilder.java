package io.plimsoll.core.manifest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts one tree after the other together, from what a parser meets. It keeps its own stack, so that depth costs memory only,
 * and reports duplicate keys.
 */
final class TreeBuilder {

  private final Reading reading;
  private final List<Frame> frames = new ArrayList<>();
  private int depth;
  private @Nullable Value root;

  TreeBuilder(Reading reading) {
    this.reading = reading;
  }

  /** An open mapping or sequence. Frames are used again and again. */
  private static final class Frame {
    final MappingBuilder entries = new MappingBuilder();
    final List<Value> items = new ArrayList<>();
    boolean mapping;
    int start;
    String key = "";
    int keyStart;
    int keyEnd;
    int keyAt;
    boolean keyed;

    /** Whether the value that comes next is merged into the mapping. */
    boolean merging;

    /** What to put in place of the value that comes next. */
    @Nullable
    ScalarValue instead;

    /** What the names were that the text did not spell as strings. */
    @Nullable
    Map<String, YamlScalar.Type> types;

    /** The names that a merge has set last. */
    @Nullable
    Set<String> merged;

    YamlScalar.Type type(String name) {
      return types == null
          ? YamlScalar.Type.STRING
          : types.getOrDefault(name, YamlScalar.Type.STRING);
    }

    Map<String, YamlScalar.Type> types() {
      if (types == null) {
        types = new HashMap<>();
      }
      return types;
    }

    void clear() {
      entries.clear();
      items.clear();
      keyed = false;
      merging = false;
      instead = null;
      merged = null;
      types = null;
    }
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
    if (depth == frames.size()) {
      frames.add(new Frame());
    }
    Frame frame = frames.get(depth++);
    frame.start = start;
    frame.mapping = mapping;
  }

  /** Returns whether a name comes next: the last that was opened is a mapping, and not in the middle of an entry. */
  boolean expectsKey() {
    return depth > 0 && frames.get(depth - 1).mapping && !frames.get(depth - 1).keyed;
  }

  /** Returns whether the root is a mapping that started at this offset, and nothing of it was read so far. */
  boolean expectsFirstKey(int start) {
    return depth == 1
        && expectsKey()
        && frames.get(0).start == start
        && frames.get(0).entries.size() == 0;
  }

  /** Returns whether the value that comes next is merged into the open mapping. */
  boolean isMerging() {
    return depth > 0 && frames.get(depth - 1).merging;
  }

  /** Names the value that comes next in the open mapping. */
  void key(String name, int start, int end) {
    key(name, YamlScalar.Type.STRING, start, end);
  }

  /** Names the value that comes next in the open mapping, by a scalar that need not be a string. */
  void key(String name, YamlScalar.Type type, int start, int end) {
    Frame frame = named(name, start, end);
    YamlScalar.Type before = frame.type(name);
    if (type != before) {
      frame.types().put(name, type);
    }
    if (frame.merged != null && frame.merged.remove(name)) {
      return;
    }
    if (frame.keyAt >= 0 && reading.listsMore()) {
      reading.reportLoss(type == before ? duplicate(frame) : ambiguous(frame));
    }
  }

  private Problem duplicate(Frame frame) {
    String message = "key \"" + frame.key + "\" is already set in line " + firstLine(frame)
        + "; the last one counts";
    return again("duplicate-key", frame, message);
  }

  private Problem ambiguous(Frame frame) {
    String message = "key \"" + frame.key + "\" is already set in line " + firstLine(frame)
        + " by a key of another type; kubectl takes one of them by chance";
    return again("ambiguous-key", frame, message);
  }

  private Problem again(String code, Frame frame, String message) {
    return Problem.error(code, place(frame), message)
        .relatedTo(keyPlace(frame, frame.keyAt))
        .at(path());
  }

  /** Not the column: to find it costs the length of the line, and a line may be all duplicates. */
  private int firstLine(Frame frame) {
    return reading.source.lineOf(frame.entries.keyStart(frame.keyAt));
  }

  /** Names the value that comes next in the open mapping, and puts something else in its place. */
  void key(String name, int start, int end, ScalarValue instead) {
    named(name, start, end).instead = instead;
  }

  /** Says that the value that comes next in the open mapping is merged into it. */
  void mergeKey(int start, int end) {
    named("<<", start, end).merging = true;
  }

  private Frame named(String name, int start, int end) {
    Frame frame = frames.get(depth - 1);
    frame.key = name;
    frame.keyStart = start;
    frame.keyEnd = end;
    frame.keyed = true;
    frame.keyAt = frame.entries.find(name);
    return frame;
  }

  private Location place(Frame frame) {
    return reading.source.location(frame.keyStart, frame.keyEnd);
  }

  private Location keyPlace(Frame frame, int at) {
    return reading.source.location(frame.entries.keyStart(at), frame.entries.keyEnd(at));
  }

  void scalar(ScalarValue value) throws ReadFailure {
    reading.countNode(value.start());
    add(value);
  }

  /** Adds a value that is in the tree already. */
  void again(Value value) throws ReadFailure {
    add(value);
  }

  private void add(Value value) throws ReadFailure {
    if (depth == 0) {
      root = value;
      return;
    }
    Frame frame = frames.get(depth - 1);
    if (!frame.mapping) {
      frame.items.add(value);
      return;
    }
    if (frame.merging) {
      merge(frame, value);
    } else {
      Value taken = frame.instead == null ? value : frame.instead;
      frame.entries.put(frame.keyAt, frame.key, frame.keyStart, frame.keyEnd, taken);
    }
    frame.keyed = false;
    frame.merging = false;
    frame.instead = null;
  }

  /** As go-yaml does: what was set before is set anew, and of a list the earlier mappings win. */
  private void merge(Frame frame, Value value) throws ReadFailure {
    if (value instanceof MappingValue mapping) {
      mergeEntries(frame, mapping);
      return;
    }
    List<Value> items = value instanceof SequenceValue list ? list.items() : List.of(value);
    for (Value item : items) {
      if (!(item instanceof MappingValue)) {
        throw notMergeable(frame);
      }
    }
    for (int i = items.size() - 1; i >= 0; i--) {
      mergeEntries(frame, (MappingValue) items.get(i));
    }
  }

  /** Returns the failure of a merge of what is neither a mapping nor a list of them. */
  ReadFailure notMergeable() {
    return notMergeable(frames.get(depth - 1));
  }

  private ReadFailure notMergeable(Frame frame) {
    return reading.failure(
        "yaml-merge",
        frame.keyStart,
        frame.keyEnd,
        "expected a mapping or a list of mappings to merge with \"<<\"");
  }

  private void mergeEntries(Frame frame, MappingValue mapping) {
    if (frame.merged == null) {
      frame.merged = new HashSet<>();
    }
    for (int i = 0; i < mapping.size(); i++) {
      String name = mapping.key(i);
      int at = frame.entries.find(name);
      if (at >= 0 && !frame.merged.contains(name) && reading.listsMore()) {
        reading.report(overridden(frame, at));
      }
      frame.merged.add(name);
      frame.entries.put(at, name, mapping.keyStart(i), mapping.keyEnd(i), mapping.value(i));
    }
  }

  private Problem overridden(Frame frame, int at) {
    return Problem.warning(
            "merge-overrides",
            place(frame),
            "the merge sets key \"" + frame.entries.key(at)
                + "\" anew; kubectl merges where \"<<\" stands, so what must win goes below it")
        .relatedTo(keyPlace(frame, at))
        .at(path());
  }

  /** Ends the open mapping or sequence and returns it. */
  Value end(int end) throws ReadFailure {
    Frame frame = frames.get(depth - 1);
    Value value = frame.mapping
        ? frame.entries.build(reading.source, frame.start, end)
        : new SequenceValue(reading.source, frame.start, end, frame.items);
    close();
    add(value);
    return value;
  }

  private void close() {
    frames.get(--depth).clear();
  }

  /** Returns the path of what is being read. Only problems ask for it. */
  FieldPath path() {
    FieldPath path = FieldPath.ROOT;
    for (int i = 0; i < depth; i++) {
      Frame frame = frames.get(i);
      if (!frame.mapping) {
        path = path.index(frame.items.size());
      } else if (frame.keyed) {
        path = step(path, frame.key);
      }
    }
    return path;
  }

  /** Without a schema, only the name can tell a field from a key of a map. */
  private static FieldPath step(FieldPath path, String name) {
    boolean field = !name.isEmpty();
    for (int i = 0; i < name.length() && field; i++) {
      char c = name.charAt(i);
      field = c == '-' || c == '_' || c == '$' || (c < 128 && Character.isLetterOrDigit(c));
    }
    return field ? path.field(name) : path.key(name);
  }
}
