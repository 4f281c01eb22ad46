package io.plimsoll.core.registry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The difference of two texts by lines. Mirrors {@code UnifiedDiff} of {@code github.com/pmezard/go-difflib}, which is Python's
 * {@code difflib}: the longest run of lines that both have comes first, then what is before and after it; in a long text a line that
 * is there very often starts no run.
 */
final class LineDiff {

  private static final int CONTEXT = 3;

  /** From how many lines on a line can be there too often. */
  private static final int LONG = 200;

  private static final int HUNDRED = 100;

  private final List<String> before;
  private final List<String> after;

  /** Where in the second text a line is. */
  private final Map<String, List<Integer>> places = new HashMap<>();

  private final List<Run> runs = new ArrayList<>();

  /** Lines that both texts have, from a line of each on. */
  private record Run(int before, int after, int size) {}

  /** Lines of the two texts that are the same, or of which these are in the place of those. */
  private record Span(boolean same, int from, int to, int newFrom, int newTo) {

    int size() {
      return to - from;
    }

    Span head() {
      return new Span(
          same, from, Math.min(to, from + CONTEXT), newFrom, Math.min(newTo, newFrom + CONTEXT));
    }

    Span tail() {
      return new Span(
          same, Math.max(from, to - CONTEXT), to, Math.max(newFrom, newTo - CONTEXT), newTo);
    }
  }

  private LineDiff(List<String> before, List<String> after) {
    this.before = before;
    this.after = after;
    for (int i = 0; i < after.size(); i++) {
      places.computeIfAbsent(after.get(i), line -> new ArrayList<>()).add(i);
    }
    if (after.size() >= LONG) {
      int most = after.size() / HUNDRED + 1;
      places.values().removeIf(found -> found.size() > most);
    }
    findRuns(0, before.size(), 0, after.size());
    runs.add(new Run(before.size(), after.size(), 0));
  }

  /** Returns the difference, each line with its end; empty if there is none. */
  static String of(String before, String after) {
    LineDiff diff = new LineDiff(List.of(before.split("\n", -1)), List.of(after.split("\n", -1)));
    return diff.unified();
  }

  /** Finds the runs in parts of the texts, in order; what is after a run takes its turn in the loop. */
  private void findRuns(int from, int to, int newFrom, int newTo) {
    int low = from;
    int newLow = newFrom;
    while (low < to && newLow < newTo) {
      Run longest = longest(low, to, newLow, newTo);
      if (longest.size() == 0) {
        return;
      }
      findRuns(low, longest.before(), newLow, longest.after());
      add(longest);
      low = longest.before() + longest.size();
      newLow = longest.after() + longest.size();
    }
  }

  private void add(Run run) {
    Run last = runs.isEmpty() ? new Run(0, 0, 0) : runs.get(runs.size() - 1);
    boolean joins = last.size() > 0
        && last.before() + last.size() == run.before()
        && last.after() + last.size() == run.after();
    if (joins) {
      runs.set(runs.size() - 1, new Run(last.before(), last.after(), last.size() + run.size()));
    } else {
      runs.add(run);
    }
  }

  /** Returns the first of the longest runs, made longer by lines that are there too often to start one. */
  private Run longest(int from, int to, int newFrom, int newTo) {
    Run best = new Run(from, newFrom, 0);
    Map<Integer, Integer> lengths = new HashMap<>();
    for (int i = from; i < to; i++) {
      Map<Integer, Integer> next = new HashMap<>();
      for (int j : places.getOrDefault(before.get(i), List.of())) {
        if (j >= newFrom && j < newTo) {
          int length = lengths.getOrDefault(j - 1, 0) + 1;
          next.put(j, length);
          if (length > best.size()) {
            best = new Run(i - length + 1, j - length + 1, length);
          }
        }
      }
      lengths = next;
    }
    return extended(best, from, to, newFrom, newTo);
  }

  private Run extended(Run run, int from, int to, int newFrom, int newTo) {
    int start = run.before();
    int newStart = run.after();
    int end = start + run.size();
    int newEnd = newStart + run.size();
    while (start > from
        && newStart > newFrom
        && before.get(start - 1).equals(after.get(newStart - 1))) {
      start--;
      newStart--;
    }
    while (end < to && newEnd < newTo && before.get(end).equals(after.get(newEnd))) {
      end++;
      newEnd++;
    }
    return new Run(start, newStart, end - start);
  }

  private List<Span> spans() {
    List<Span> spans = new ArrayList<>();
    int at = 0;
    int newAt = 0;
    for (Run run : runs) {
      if (at < run.before() || newAt < run.after()) {
        spans.add(new Span(false, at, run.before(), newAt, run.after()));
      }
      at = run.before() + run.size();
      newAt = run.after() + run.size();
      if (run.size() > 0) {
        spans.add(new Span(true, run.before(), at, run.after(), newAt));
      }
    }
    return spans;
  }

  private String unified() {
    List<Span> spans = spans();
    int last = spans.size() - 1;
    StringBuilder text = new StringBuilder();
    List<Span> group = new ArrayList<>();
    for (int i = 0; i <= last; i++) {
      Span span = spans.get(i);
      span = i == 0 && span.same() ? span.tail() : span;
      span = i == last && span.same() ? span.head() : span;
      if (span.same() && span.size() > 2 * CONTEXT) {
        group.add(span.head());
        write(group, text);
        group.clear();
        span = span.tail();
      }
      group.add(span);
    }
    if (group.stream().anyMatch(span -> !span.same())) {
      write(group, text);
    }
    return text.toString();
  }

  private void write(List<Span> group, StringBuilder text) {
    Span first = group.get(0);
    Span last = group.get(group.size() - 1);
    text.append("@@ -")
        .append(range(first.from(), last.to()))
        .append(" +")
        .append(range(first.newFrom(), last.newTo()))
        .append(" @@\n");
    for (Span span : group) {
      write(span.same() ? ' ' : '-', before.subList(span.from(), span.to()), text);
      if (!span.same()) {
        write('+', after.subList(span.newFrom(), span.newTo()), text);
      }
    }
  }

  private static void write(char sign, List<String> lines, StringBuilder text) {
    lines.forEach(line -> text.append(sign).append(line).append('\n'));
  }

  private static String range(int from, int to) {
    int length = to - from;
    int first = length == 0 ? from : from + 1;
    return length == 1 ? String.valueOf(first) : first + "," + length;
  }
}
