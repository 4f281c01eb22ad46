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
  }

  /** Forgets what is open. */
  void reset() {
    while (depth > 0) {
      close();
    }
    root = null;
  }

  /** Returns how many mappings and sequences are open. */
  int depth() {
    return depth;
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

  void beginMapping(int start) throws ReadFailure {
    open(start).mapping = true;
  }

  void beginSequence(int start) throws ReadFailure {
    open(start).mapping = false;
  }

  private Frame open(int start) throws ReadFailure {
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
    return frame;
  }

  /** Names the value that comes next in the open mapping. */
  void key(String name, int start, int end) {
    Frame frame = frames.get(depth - 1);
    frame.key = name;
    frame.keyStart = start;
    frame.keyEnd = end;
    frame.keyed = true;
    frame.keyAt = frame.entries.find(name);
    if (frame.keyAt >= 0) {
      reading.report(duplicate(frame));
    }
  }

  private Problem duplicate(Frame frame) {
    Location first = reading.source.location(
        frame.entries.keyStart(frame.keyAt), frame.entries.keyEnd(frame.keyAt));
    Location second = reading.source.location(frame.keyStart, frame.keyEnd);
    String message =
        "key \"" + frame.key + "\" is already set at " + first.start() + "; the last one counts";
    return Problem.error("duplicate-key", second, message).relatedTo(first).at(path());
  }

  void scalar(ScalarValue value) throws ReadFailure {
    reading.countNode(value.start());
    add(value);
  }

  private void add(Value value) {
    if (depth == 0) {
      root = value;
      return;
    }
    Frame frame = frames.get(depth - 1);
    if (frame.mapping) {
      frame.entries.put(frame.keyAt, frame.key, frame.keyStart, frame.keyEnd, value);
      frame.keyed = false;
    } else {
      frame.items.add(value);
    }
  }

  /** Ends the open mapping or sequence. */
  void end(int end) {
    Frame frame = frames.get(depth - 1);
    Value value = frame.mapping
        ? frame.entries.build(reading.source, frame.start, end)
        : new SequenceValue(reading.source, frame.start, end, frame.items);
    close();
    add(value);
  }

  private void close() {
    Frame frame = frames.get(--depth);
    frame.entries.clear();
    frame.items.clear();
    frame.keyed = false;
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
