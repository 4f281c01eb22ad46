package io.plimsoll.testkit;

import io.plimsoll.testkit.ConformanceCase.Verdict;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The counts of one suite, its closing line, and its failure. */
final class Tally {

  private static final int SHOWN = 20;

  private final String suite;
  private final double stricterShare;
  private final List<String> mismatches = new ArrayList<>();
  private final List<String> stricter = new ArrayList<>();
  private final List<String> pending = new ArrayList<>();
  private int cases;

  Tally(String suite, double stricterShare) {
    this.suite = suite;
    this.stricterShare = stricterShare;
  }

  void judge(ConformanceCase conformanceCase, ConformanceCheck check) {
    cases++;
    try {
      check.check(conformanceCase);
    } catch (Exception | AssertionError | StackOverflowError e) {
      conformanceCase.mismatch("a verdict", thrown(e));
    }
    if (conformanceCase.verdict() == Verdict.NONE) {
      conformanceCase.mismatch("a verdict", "the check judged nothing");
    }
    switch (conformanceCase.verdict()) {
      case MISMATCH -> mismatches.add(conformanceCase.mismatchText());
      case STRICTER -> stricter.add(conformanceCase.name());
      case PENDING -> pending.add(conformanceCase.name());
      case SAME, NONE -> {}
    }
  }

  void finish(PrintStream out, Path output) {
    out.println(line());
    append(output.resolve("conformance.txt"), List.of(line()));
    append(
        output.resolve("pending.txt"),
        pending.stream().map(name -> suite + ": " + name).toList());
    if (cases == 0) {
      throw new AssertionError(line() + "\n  the data has no case");
    }
    if (!mismatches.isEmpty()) {
      String more =
          mismatches.size() > SHOWN ? "  and " + (mismatches.size() - SHOWN) + " more\n" : "";
      throw new AssertionError(
          line() + "\n" + String.join("", mismatches.subList(0, shown(mismatches))) + more);
    }
    if (stricter.size() > cases * stricterShare) {
      throw new AssertionError(String.format(
          Locale.ROOT,
          "%s%n  stricter in more than %s of the cases: %s",
          line(),
          stricterShare,
          String.join(", ", stricter.subList(0, shown(stricter)))));
    }
  }

  private String line() {
    return "conformance " + suite + ": " + cases + " cases, " + mismatches.size() + " mismatches"
        + (stricter.isEmpty() ? "" : ", " + stricter.size() + " stricter")
        + (pending.isEmpty() ? "" : ", " + pending.size() + " pending");
  }

  private static int shown(List<String> all) {
    return Math.min(SHOWN, all.size());
  }

  private static String thrown(Throwable e) {
    StackTraceElement[] trace = e.getStackTrace();
    return e + (trace.length == 0 ? "" : "\nat " + trace[0]);
  }

  private static void append(Path file, List<String> lines) {
    if (lines.isEmpty()) {
      return;
    }
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.write(file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }
}
