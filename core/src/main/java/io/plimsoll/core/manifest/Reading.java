package io.plimsoll.core.manifest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What one read shares among its documents: what came out so far, the limits used up, and the names seen. */
final class Reading {

  /** Names repeat more than anything else in manifests; a table of fixed size needs no care about hostile ones. */
  private static final int NAMES = 4096;

  private static final int LONGEST_NAME = 64;

  final Source source;
  final Limits limits;

  private final List<Value> roots = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final String[] names = new String[NAMES];
  private int nodes;
  private int objects;

  Reading(Source source, Limits limits) {
    this.source = source;
    this.limits = limits;
  }

  /** Returns an equal string, the same for equal ones if it is short and was seen lately. */
  String intern(String text) {
    if (text.length() > LONGEST_NAME) {
      return text;
    }
    int hash = text.hashCode();
    int slot = (hash ^ (hash >>> 15)) & (NAMES - 1);
    String known = names[slot];
    if (known != null && known.equals(text)) {
      return known;
    }
    names[slot] = text;
    return text;
  }

  /** Counts a value. */
  void countNode(int offset) throws ReadFailure {
    if (++nodes > limits.nodes()) {
      throw fatal(
          "limit-nodes",
          offset,
          offset,
          "more than " + limits.nodes() + " values in one stream; what follows is not read");
    }
  }

  /** Takes a document in, unless it is null or larger than an object may be. */
  void accept(Value root, int start, int end) throws ReadFailure {
    if (root.isNull()) {
      return;
    }
    int items = items(root);
    if (items < 0 && end - start > limits.documentSize()) {
      throw failure(
          "limit-document-size",
          root.start(),
          root.start(),
          "the document has " + (end - start) + " characters, more than " + limits.documentSize());
    }
    objects += Math.max(1, items);
    if (objects > limits.documents()) {
      throw fatal(
          "limit-documents",
          root.start(),
          root.start(),
          "more than " + limits.documents()
              + " objects in one stream; this and what follows is not read");
    }
    roots.add(root);
  }

  /** Returns how many objects a list holds, or -1 if the value is no list of objects. */
  private static int items(Value root) {
    return root instanceof MappingValue mapping
            && mapping.get("kind") instanceof ScalarValue kind
            && kind.text().endsWith("List")
            && mapping.get("items") instanceof SequenceValue items
        ? items.size()
        : -1;
  }

  void report(Problem problem) {
    problems.add(problem);
  }

  /** Returns the end of a document: an error at a place. */
  ReadFailure failure(String code, int start, int end, String message) {
    return new ReadFailure(Problem.error(code, source.location(start, end), message), false);
  }

  /** Returns the end of the stream: an error at a place. */
  ReadFailure fatal(String code, int start, int end, String message) {
    return new ReadFailure(Problem.error(code, source.location(start, end), message), true);
  }

  Documents documents() {
    problems.sort(
        Comparator.comparingInt(p -> p.location() == null ? -1 : p.location().startOffset()));
    return new Documents(roots, problems);
  }
}
