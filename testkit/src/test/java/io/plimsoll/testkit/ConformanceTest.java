package io.plimsoll.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

class ConformanceTest {

  private static final ConformanceCheck SAME = c -> c.same(1, 1);

  @TempDir
  Path temp;

  private Path data;
  private Path output;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @BeforeEach
  void createDirectories() throws IOException {
    data = Files.createDirectories(temp.resolve("data/group")).getParent();
    output = temp.resolve("target");
  }

  @Test
  void unsetOrEmptyPropertySkips() {
    assertThatThrownBy(() -> Conformance.suite("group/x", null, output, out()))
        .isInstanceOf(TestAbortedException.class);
    assertThatThrownBy(() -> Conformance.suite("group/x", "", output, out()))
        .isInstanceOf(TestAbortedException.class);
  }

  @Test
  void propertyThatNamesNoDirectoryFails() {
    assertThatThrownBy(
            () -> Conformance.suite("group/x", temp.resolve("no").toString(), output, out()))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("plimsoll.conformance names no directory: \"");
  }

  @Test
  void absentDataSkips() {
    Conformance suite = suite("group/x");

    assertThatThrownBy(() -> suite.lines(SAME)).isInstanceOf(TestAbortedException.class);
    assertThatThrownBy(() -> suite.rows(SAME)).isInstanceOf(TestAbortedException.class);
    assertThatThrownBy(() -> suite.documents(List::of, SAME))
        .isInstanceOf(TestAbortedException.class);
    assertThatThrownBy(() -> suite.files(".yaml", SAME)).isInstanceOf(TestAbortedException.class);
    assertThatThrownBy(() -> suite.directories(SAME)).isInstanceOf(TestAbortedException.class);
  }

  @Test
  void dataWithoutCaseFails() {
    write("group/x.jsonl", "\n");

    assertThatThrownBy(() -> suite("group/x").lines(SAME))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("the data has no case");
  }

  @Test
  void lineIsPrintedAndAppended() {
    write("group/x.jsonl", "{\"name\":\"a\"}\n{\"name\":\"b\"}\n");
    write("group/y.jsonl", "{}");

    suite("group/x").lines(SAME);
    suite("group/y").lines(SAME);

    String lines =
        "conformance group/x: 2 cases, 0 mismatches\nconformance group/y: 1 cases, 0 mismatches\n";
    assertThat(printed.toString(UTF_8)).isEqualToNormalizingNewlines(lines);
    assertThat(output.resolve("conformance.txt")).hasContent(lines);
    assertThat(output.resolve("pending.txt")).doesNotExist();
  }

  @Test
  void compressedLinesAreRead() throws IOException {
    try (OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(data.resolve("group/x.jsonl.gz")))) {
      out.write("{\"name\":\"é\"}\n".getBytes(UTF_8));
    }
    List<String> names = new ArrayList<>();

    suite("group/x").lines(c -> c.same(true, names.add(c.name())));

    assertThat(names).containsExactly("é");
  }

  @Test
  void numbersStayExact() {
    write("group/x.jsonl", "{\"n\":1.10,\"big\":123456789012345678901234567890}");

    suite("group/x").lines(c -> {
      c.same("1.10", c.json().get("n").asText());
      c.same("123456789012345678901234567890", c.json().get("big").asText());
      c.same("line 1", c.name());
      c.same("{\"n\":1.10,\"big\":123456789012345678901234567890}", c.text());
    });

    assertThat(printed.toString(UTF_8)).contains("1 cases, 0 mismatches");
  }

  @Test
  void mismatchesFailWithNameExpectedAndActual() {
    write("group/x.jsonl", "{\"name\":\"a\"}\n{\"name\":\"b\"}\n");

    assertThatThrownBy(() -> suite("group/x").lines(c -> c.same("a", c.name())))
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            "conformance group/x: 2 cases, 1 mismatches\n  b\n    expected: a\n    actual:   b\n");
  }

  @Test
  void onlyTheFirstTwentyMismatchesAreShown() {
    write("group/x.jsonl", "{}\n".repeat(23));

    assertThatThrownBy(() -> suite("group/x").lines(c -> c.mismatch("x", "y")))
        .hasMessageContaining("23 mismatches")
        .hasMessageContaining("line 20\n")
        .hasMessageNotContaining("line 21\n")
        .hasMessageContaining("and 3 more");
  }

  @Test
  void exceptionIsAMismatchAndTheOthersAreStillJudged() {
    write("group/x.jsonl", "{\"name\":\"a\"}\n{\"name\":\"b\"}\n");

    assertThatThrownBy(() -> suite("group/x").lines(c -> {
          c.same(1, 1);
          if (c.name().equals("a")) {
            throw new IllegalStateException("broken");
          }
        }))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("2 cases, 1 mismatches")
        .hasMessageContaining("broken");
  }

  @Test
  void skippingACaseIsAMismatch() {
    write("group/x.jsonl", "{}");

    assertThatThrownBy(() -> suite("group/x").lines(c -> {
          throw new TestAbortedException("skipped");
        }))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void caseThatIsNotJudgedIsAMismatch() {
    write("group/x.jsonl", "{}");

    assertThatThrownBy(() -> suite("group/x").lines(c -> {}))
        .hasMessageContaining("the check judged nothing");
  }

  @Test
  void stricterAndPendingAreCounted() {
    write(
        "group/x.jsonl",
        "{\"name\":\"a\"}\n{\"name\":\"b\"}\n{\"name\":\"c\"}\n{\"name\":\"d\"}\n");

    suite("group/x").stricterAtMost(0.25).lines(c -> {
      switch (c.name()) {
        case "a" -> c.stricter();
        case "b", "c" -> c.pending();
        default -> c.same(1, 1);
      }
    });

    assertThat(output.resolve("conformance.txt"))
        .hasContent("conformance group/x: 4 cases, 0 mismatches, 1 stricter, 2 pending\n");
    assertThat(output.resolve("pending.txt")).hasContent("group/x: b\ngroup/x: c\n");
  }

  @Test
  void stricterNeedsLeave() {
    write("group/x.jsonl", "{\"name\":\"a\"}\n{\"name\":\"b\"}\n");
    ConformanceCheck stricter = ConformanceCase::stricter;

    assertThatThrownBy(() -> suite("group/x").lines(stricter))
        .hasMessageContaining("stricter in more than 0.0");
    assertThatThrownBy(() -> suite("group/x").stricterAtMost(0.5).lines(stricter))
        .hasMessageContaining("a, b");
  }

  @Test
  void rowsHaveColumns() {
    write("group/x.csv", "level,text\nbaseline,\"a \"\"b\"\", c\"\n");

    suite("group/x").rows(c -> {
      c.same("baseline", c.column("level"));
      c.same("a \"b\", c", c.column("text"));
    });

    assertThat(printed.toString(UTF_8)).contains("group/x: 1 cases, 0 mismatches");
  }

  @Test
  void documentsOfADirectoryAreReadInOrder() {
    write("group/b.json", "{\"cases\":[{\"name\":\"three\"}]}");
    write("group/a.json", "{\"cases\":[{\"name\":\"one\"},{}]}");
    write("group/README.md", "no case");
    List<String> names = new ArrayList<>();

    suite("group").documents(file -> file.get("cases"), c -> c.same(true, names.add(c.name())));
    suite("group/b").documents(file -> file.get("cases"), c -> c.same(true, names.add(c.name())));

    assertThat(names).containsExactly("one", "a 2", "three", "three");
  }

  @Test
  void filesAndDirectoriesAreCases() {
    write("group/one.yaml", "a: 1");
    write("group/one.expected", "1");
    write("group/two/case.json", "{}");
    List<String> names = new ArrayList<>();

    suite("group").files(".yaml", c -> c.same("a: 1", names.add(c.name()) ? c.text() : ""));
    suite("group")
        .directories(c -> c.same(true, names.add(c.name()) && Files.isDirectory(c.path())));

    assertThat(names).containsExactly("one", "two");
  }

  private Conformance suite(String name) {
    return Conformance.suite(name, data.toString(), output, out());
  }

  private PrintStream out() {
    return new PrintStream(printed, true, UTF_8);
  }

  private void write(String name, String text) {
    try {
      Path file = data.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
