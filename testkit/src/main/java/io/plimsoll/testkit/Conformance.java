package io.plimsoll.testkit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * One conformance suite: cases read from the directory in the system property {@code plimsoll.conformance}, each judged
 * by a check, and one line at the end.
 *
 * <pre>{@code
 * @Tag("conformance")
 * class RandomConformanceTest {
 *   @Test
 *   void sumsAreEqual() {
 *     Conformance.suite("objects/quantity")
 *         .lines(c -> c.same(c.json().get("add").asText(), sum(c.json())));
 *   }
 * }
 * }</pre>
 *
 * <p>A suite is skipped where the property is unset or empty, or where its data is absent from the directory. A property
 * that names no directory, data without a case, a case that was not judged, and any mismatch fail the test. The line is
 * printed and appended to {@code target/conformance.txt}; names of pending cases go to {@code target/pending.txt}.
 */
public final class Conformance {

  /** The system property that names the directory of the conformance data. */
  public static final String PROPERTY = "plimsoll.conformance";

  /** Keeps numbers exact and accepts whatever nesting and length the data has. */
  static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder()
              .maxNestingDepth(20_000)
              .maxNumberLength(Integer.MAX_VALUE)
              .maxStringLength(Integer.MAX_VALUE)
              .build())
          .build())
      .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
      .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
      .build();

  private final String name;
  private final Path data;
  private final Path output;
  private final PrintStream out;
  private final double stricterShare;

  private Conformance(String name, Path data, Path output, PrintStream out, double stricterShare) {
    this.name = name;
    this.data = data;
    this.output = output;
    this.out = out;
    this.stricterShare = stricterShare;
  }

  /** Returns the suite of that name, for example {@code pod-security/random}; skips the test if no data was given. */
  public static Conformance suite(String name) {
    return suite(name, System.getProperty(PROPERTY), Path.of("target"), System.out);
  }

  static Conformance suite(String name, @Nullable String property, Path output, PrintStream out) {
    Assumptions.assumeTrue(property != null && !property.isEmpty(), () -> PROPERTY + " is not set");
    Path data = Path.of(property);
    if (!Files.isDirectory(data)) {
      throw new AssertionError(PROPERTY + " names no directory: \"" + property + "\"");
    }
    return new Conformance(name, data, output, out, 0);
  }

  /** Returns this suite with a share of cases, between 0 and 1, that may be {@linkplain ConformanceCase#stricter stricter}. */
  public Conformance stricterAtMost(double share) {
    return new Conformance(name, data, output, out, share);
  }

  /** Judges each line of {@code NAME.jsonl} or {@code NAME.jsonl.gz}; {@link ConformanceCase#text()} is the line. */
  public void lines(ConformanceCheck check) {
    Path file = present(name + ".jsonl", name + ".jsonl.gz");
    Tally tally = new Tally(name, stricterShare);
    try (BufferedReader reader = open(file)) {
      int number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        if (!line.isBlank()) {
          tally.judge(
              ConformanceCase.ofJson(file, line, JSON.readTree(line), "line " + number), check);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
    tally.finish(out, output);
  }

  /** Judges each row of {@code NAME.csv}, whose first row names the columns: {@link ConformanceCase#column(String)}. */
  public void rows(ConformanceCheck check) {
    Path file = present(name + ".csv");
    List<List<String>> rows = Csv.parse(read(file));
    Tally tally = new Tally(name, stricterShare);
    for (int i = 1; i < rows.size(); i++) {
      tally.judge(ConformanceCase.ofRow(file, rows.get(0), rows.get(i), "row " + i), check);
    }
    tally.finish(out, output);
  }

  /**
   * Judges what {@code cases} finds in {@code NAME.json} or, where {@code NAME} is a directory, in every {@code *.json}
   * of it.
   */
  public void documents(
      Function<JsonNode, ? extends Iterable<JsonNode>> cases, ConformanceCheck check) {
    Path place = present(name + ".json", name);
    Tally tally = new Tally(name, stricterShare);
    for (Path file :
        Files.isDirectory(place) ? children(place, p -> isFile(p, ".json")) : List.of(place)) {
      int number = 0;
      for (JsonNode element : cases.apply(json(file))) {
        number++;
        tally.judge(
            ConformanceCase.ofJson(
                file, element.toString(), element, baseName(file) + " " + number),
            check);
      }
    }
    tally.finish(out, output);
  }

  /** Judges each file of the directory {@code NAME} whose name has the extension, for example {@code .yaml}. */
  public void files(String extension, ConformanceCheck check) {
    Path directory = present(name);
    Tally tally = new Tally(name, stricterShare);
    for (Path file : children(directory, p -> isFile(p, extension))) {
      String fileName = file.getFileName().toString();
      tally.judge(
          ConformanceCase.ofPath(
              fileName.substring(0, fileName.length() - extension.length()), file),
          check);
    }
    tally.finish(out, output);
  }

  /** Judges each directory within the directory {@code NAME}. */
  public void directories(ConformanceCheck check) {
    Path directory = present(name);
    Tally tally = new Tally(name, stricterShare);
    for (Path child : children(directory, Files::isDirectory)) {
      tally.judge(ConformanceCase.ofPath(child.getFileName().toString(), child), check);
    }
    tally.finish(out, output);
  }

  /** Returns the directory of all conformance data, for what a case refers to. */
  public Path data() {
    return data;
  }

  private Path present(String... candidates) {
    for (String candidate : candidates) {
      Path path = data.resolve(candidate);
      if (Files.exists(path)) {
        return path;
      }
    }
    return Assumptions.abort("no " + String.join(" or ", candidates) + " in " + data);
  }

  private static BufferedReader open(Path file) throws IOException {
    InputStream in = Files.newInputStream(file);
    try {
      InputStream text = file.toString().endsWith(".gz") ? new GZIPInputStream(in, 1 << 16) : in;
      return new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8));
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  private static JsonNode json(Path file) {
    try {
      return JSON.readTree(read(file));
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }

  private static List<Path> children(Path directory, Predicate<Path> filter) {
    try (Stream<Path> children = Files.list(directory)) {
      return children.filter(filter).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(directory.toString(), e);
    }
  }

  private static boolean isFile(Path path, String extension) {
    return Files.isRegularFile(path) && path.toString().endsWith(extension);
  }

  private static String baseName(Path file) {
    return file.getFileName().toString().replaceFirst("\\.json$", "");
  }
}
