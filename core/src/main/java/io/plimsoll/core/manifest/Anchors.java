package io.plimsoll.core.manifest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The anchors of one document, and what its aliases cost.
 *
 * <p>An alias is the instance that was anchored, so it costs nothing here; but whoever walks the tree pays for all that it stands
 * for. Counted are therefore the nodes as {@code decode.go} of {@code go.yaml.in/yaml/v2} counts them, with its rule of how many
 * may come from aliases, and how deep the tree is with all aliases spelled out.
 */
final class Anchors {

  /** Up to so many nodes nearly all may come from aliases, above the next number a tenth may. */
  private static final long SMALL = 400_000;

  private static final long LARGE = 4_000_000;

  private final Reading reading;
  private final Map<String, Anchor> byName = new HashMap<>();
  private final List<Node> open = new ArrayList<>();
  private int depth;
  private long decoded = 1;
  private long aliased;

  Anchors(Reading reading) {
    this.reading = reading;
  }

  /** What an anchor names; without a value while that is still being read. */
  static final class Anchor {
    private @Nullable Value value;
    private @Nullable YamlScalar scalar;
    private long size = 1;
    private int height;

    /** Returns what was anchored, or {@code null} while it is being read. */
    @Nullable
    Value value() {
      return value;
    }

    /** Returns the scalar that was anchored, or {@code null} if it is none. */
    @Nullable
    YamlScalar scalar() {
      return scalar;
    }
  }

  /** An open collection. The objects are used again and again. */
  private static final class Node {
    @Nullable
    Anchor anchor;

    long size;
    int height;
  }

  /** Forgets the document. */
  void reset() {
    byName.clear();
    depth = 0;
    decoded = 1;
    aliased = 0;
  }

  /** Counts a mapping or sequence that begins, and names it if it has an anchor. */
  void open(@Nullable String name, int start) throws ReadFailure {
    count(1, start);
    if (depth == open.size()) {
      open.add(new Node());
    }
    Node node = open.get(depth++);
    node.size = 1;
    node.height = 1;
    node.anchor = null;
    if (name != null) {
      node.anchor = new Anchor();
      byName.put(name, node.anchor);
    }
  }

  /** Takes in the mapping or sequence that ends. */
  void close(Value value) {
    Node node = open.get(--depth);
    if (node.anchor != null) {
      node.anchor.value = value;
      node.anchor.size = node.size;
      node.anchor.height = node.height;
      node.anchor = null;
    }
    grow(node.size, node.height);
  }

  /** Counts a scalar. */
  void scalar(int start) throws ReadFailure {
    count(1, start);
    grow(1, 0);
  }

  /** Names a scalar. */
  void name(String name, ScalarValue value, YamlScalar scalar) {
    Anchor anchor = new Anchor();
    anchor.value = value;
    anchor.scalar = scalar;
    byName.put(name, anchor);
  }

  /** Returns what an alias names, or {@code null} if nothing has that name so far. */
  @Nullable
  Anchor find(String name) {
    return byName.get(name);
  }

  /** Counts all that an alias stands for. */
  void alias(Anchor anchor, int start, int end) throws ReadFailure {
    aliased += anchor.size;
    if (aliased > reading.limits.aliasNodes()) {
      throw reading.failure(
          "limit-alias-nodes",
          start,
          end,
          "the aliases stand for more than " + reading.limits.aliasNodes() + " values");
    }
    if (depth + anchor.height > reading.limits.depth()) {
      throw reading.failure(
          "limit-depth",
          start,
          end,
          "with what the alias stands for, nested deeper than " + reading.limits.depth()
              + " levels");
    }
    count(1 + anchor.size, start);
    grow(1 + anchor.size, anchor.height);
  }

  private void grow(long size, int height) {
    if (depth > 0) {
      Node parent = open.get(depth - 1);
      parent.size += size;
      parent.height = Math.max(parent.height, height + 1);
    }
  }

  private void count(long nodes, int start) throws ReadFailure {
    decoded += nodes;
    if (aliased > 100 && decoded > 1000 && (double) aliased / decoded > allowedShare(decoded)) {
      throw reading
          .failure(
              "excessive-aliasing",
              start,
              start,
              "nearly all of the document comes from aliases: " + aliased + " of " + decoded
                  + " values")
          .saying("yaml: document contains excessive aliasing");
    }
  }

  private static double allowedShare(long nodes) {
    if (nodes <= SMALL) {
      return 0.99;
    }
    if (nodes >= LARGE) {
      return 0.10;
    }
    return 0.99 - 0.89 * ((double) (nodes - SMALL) / (LARGE - SMALL));
  }
}
