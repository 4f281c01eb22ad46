package io.plimsoll.core.manifest;

import io.plimsoll.testkit.Conformance;
import io.plimsoll.testkit.ConformanceCase;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Streams, against {@code YAMLOrJSONDecoder} of {@code k8s.io/apimachinery}, which stops at the first error. */
@Tag("conformance")
class YamlRandomConformanceTest {

  @Test
  void streamsAreReadAsByKubectl() {
    Conformance.suite("yaml/random").stricterAtMost(0.005).lines(YamlRandomConformanceTest::judge);
  }

  private static void judge(ConformanceCase c) {
    Source source = Source.of(c.name(), c.json().get("input").asText());
    Documents documents = Documents.read(source, GoAnswers.LIMITS);
    Optional<Problem> refusal = GoAnswers.refusal(documents);
    boolean refused = !c.json().get("error").asText().isEmpty();
    if (refusal.filter(GoAnswers::isTab).isPresent() && isLess(documents, c, refused)) {
      c.stricter();
      return;
    }
    c.same("error: " + refused, "error: " + refusal.isPresent());
    SequenceValue wanted =
        (SequenceValue) GoAnswers.tree(c.json().get("documents").toString());
    List<Value> got = upTo(refusal, documents);
    if (GoAnswers.isChance(documents)) {
      c.same(wanted.size(), got.size());
    } else {
      c.same(wanted.items(), got);
    }
  }

  /** Returns whether Go got further than the TAB: it has no error, or more documents. */
  private static boolean isLess(Documents documents, ConformanceCase c, boolean refused) {
    return !refused
        || c.json().get("documents").size()
            > upTo(GoAnswers.refusal(documents), documents).size();
  }

  /** The reader goes on after an error, but Go's answer ends there. */
  private static List<Value> upTo(Optional<Problem> refusal, Documents documents) {
    int end = refusal.flatMap(Problem::place).map(Location::startOffset).orElse(Integer.MAX_VALUE);
    return documents.roots().stream().filter(root -> root.start() <= end).toList();
  }
}
