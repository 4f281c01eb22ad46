package io.plimsoll.core.manifest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What one read shares among its documents: what came out so far, the limits used up, and the names seen. */
final class Reading {

  /** Names repeat more than anything else in manifests; a table of fixed size needs no care about hostile ones. */
  private static final int MOST_NAMES = 4096;

  private static final int LEAST_NAMES = 64;

  private static final int LONGEST_NAME = 64;

  /** Nobody reads more, and a hostile text could hold a problem every few characters. */
  private static final int MOST_PROBLEMS = 10_000;

  final Source source;
  final Limits limits;

  /** How grave it is where kubectl silently drops what a text says. */
  private final Severity loss;

  private final boolean hasHalfPairs;
  private final List<Value> roots = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final String[] names;
  private final List<Body.Repeat> repeats = new ArrayList<>();
  private int nodes;
  private int objects;
  private int parsed;
  private int unlisted;

  Reading(Source source, Limits limits, Severity loss) {
    this.source = source;
    this.limits = limits;
    this.loss = loss;
    this.names = new String[sizeOfTable(source.text().length())];
    this.hasHalfPairs = Text.indexOfHalfPair(source.text(), 0, source.text().length()) >= 0;
  }

  /** Returns a power of two: a small text has few names, and a large table takes longer to make than such a text to read. */
  private static int sizeOfTable(int characters) {
    int names = Integer.highestOneBit(Math.max(1, characters / 16));
    return Math.max(LEAST_NAMES, Math.min(names, MOST_NAMES));
  }

  /** Returns an equal string, the same for equal ones if it is short and was seen lately. */
  String intern(String text) {
    if (text.length() > LONGEST_NAME) {
      return text;
    }
    int hash = text.hashCode();
    int slot = (hash ^ (hash >>> 15)) & (names.length - 1);
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

  /** Counts a document that may turn out to be no object. */
  void countDocument(int offset) throws ReadFailure {
    if (++parsed > limits.documents()) {
      throw fatal(
          "limit-documents",
          offset,
          offset,
          "more than " + limits.documents()
              + " documents in one stream; this and what follows is not read");
    }
  }

  /** Checks the length of a line of YAML. */
  void checkLine(int start, int end) throws ReadFailure {
    if (end - start > limits.lineLength()) {
      throw failure(
          "limit-line-length",
          start,
          start,
          "the line has " + (end - start) + " characters, more than " + limits.lineLength());
    }
  }

  /** Checks that a stretch of the text holds characters only. */
  void checkCharacters(int start, int end) throws ReadFailure {
    int at = hasHalfPairs ? Text.indexOfHalfPair(source.text(), start, end) : -1;
    if (at >= 0) {
      throw failure("encoding", at, at + 1, Encoding.explain(source.text().charAt(at)));
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

  /** Notes that a value takes the place of an earlier one of the name that was read last; it is named at an offset. */
  void repeat(OpenNode node, int valueStart) {
    repeat(node, node.key, node.type(node.key), node.keyAt, valueStart);
  }

  /** Notes that a merge sets the value of a name that has one. */
  void repeat(OpenNode node, String key, int at, Value value) {
    repeat(node, key, YamlScalar.Type.STRING, at, value.start());
  }

  private void repeat(OpenNode node, String key, YamlScalar.Type type, int at, int valueStart) {
    if (repeats.size() < MOST_PROBLEMS) {
      repeats.add(new Body.Repeat(
          node.start,
          key,
          node.entries.keyStart(at),
          node.entries.value(at),
          type == YamlScalar.Type.STRING ? GoText.quote(key) : key,
          source.lineOf(valueStart)));
    }
  }

  /** Returns the names that were set again, in the order in which they were. */
  List<Body.Repeat> repeats() {
    return repeats;
  }

  void report(Problem problem) {
    if (listsMore()) {
      problems.add(problem);
    }
  }

  /** Returns whether one more problem is listed; counts it if not. */
  boolean listsMore() {
    boolean more = problems.size() < MOST_PROBLEMS;
    unlisted += more ? 0 : 1;
    return more;
  }

  /** Reports that the document goes on, but something in it that kubectl drops is lost. */
  void reportLoss(Problem problem) {
    report(problem.withSeverity(loss));
  }

  /** Returns how many problems there are, for {@link #forget}. */
  int problemCount() {
    return problems.size();
  }

  /** Forgets the problems that were reported since there were so many. */
  void forget(int count) {
    problems.subList(count, problems.size()).clear();
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
    // Most texts have no problems, and to set up a comparator takes long in a fresh JVM.
    if (!problems.isEmpty()) {
      problems.sort(Comparator.comparingInt(Problem::startOffset));
    }
    if (unlisted > 0) {
      problems.add(Problem.error(
          "limit-problems",
          source.location(source.text().length(), source.text().length()),
          unlisted + " more problems are not listed"));
    }
    return new Documents(roots, problems);
  }
}
