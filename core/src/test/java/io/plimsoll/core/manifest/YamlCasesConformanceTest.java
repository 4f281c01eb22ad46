package io.plimsoll.core.manifest;

import io.plimsoll.testkit.Conformance;
import io.plimsoll.testkit.ConformanceCase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One document each, against {@code YAMLToJSON} of {@code sigs.k8s.io/yaml}. */
@Tag("conformance")
class YamlCasesConformanceTest {

  private static final String ERROR = "ERR ";
  private static final String REFUSED = "refused";

  @Test
  void oneDocumentIsReadAsInGo() {
    Conformance.suite("yaml/cases")
        .stricterAtMost(0.005)
        .files(".yaml", YamlCasesConformanceTest::judge);
  }

  private static void judge(ConformanceCase c) {
    String expected = text(c.path().resolveSibling(c.name() + ".expected")).strip();
    String wanted =
        expected.startsWith(ERROR) ? REFUSED : GoAnswers.sorted(GoAnswers.tree(expected));
    Documents documents = Documents.readOne(Source.of(c.name(), bytes(c.path())), GoAnswers.LIMITS);
    Optional<Problem> refusal = GoAnswers.refusal(documents);
    if (refusal.filter(GoAnswers::isTab).isPresent() && !wanted.equals(REFUSED)) {
      c.stricter();
    } else if (GoAnswers.isChance(documents)) {
      c.same(wanted.equals(REFUSED), refusal.isPresent());
    } else {
      c.same(wanted, refusal.isPresent() ? REFUSED : root(documents));
    }
  }

  private static String root(Documents documents) {
    return documents.roots().isEmpty()
        ? "null"
        : GoAnswers.sorted(documents.roots().get(0));
  }

  private static String text(Path file) {
    return Source.of(file.toString(), bytes(file)).text();
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }
}
