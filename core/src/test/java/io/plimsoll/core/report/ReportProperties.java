package io.plimsoll.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.core.manifest.Problem;
import io.plimsoll.core.manifest.Severity;
import io.plimsoll.core.manifest.Source;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ReportProperties {

  @Property(tries = 300)
  void aReportDoesNotDependOnTheOrderOfWhatIsFound(
      @ForAll("problems") List<Problem> problems, @ForAll Random random) {
    List<Problem> shuffled = new ArrayList<>(problems);
    Collections.shuffle(shuffled, random);

    Report report = Report.of(problems);
    Report other = Report.of(shuffled);

    assertThat(TextReport.of(other)).isEqualTo(TextReport.of(report));
    assertThat(JsonReport.of(other)).isEqualTo(JsonReport.of(report));
  }

  @Property(tries = 300)
  void entriesAreSortedByFileAndPlace(@ForAll("problems") List<Problem> problems) {
    List<ReportEntry> entries = Report.of(problems).entries();

    assertThat(entries).hasSameSizeAs(problems).isSorted();
    for (int i = 1; i < entries.size(); i++) {
      assertThat(place(entries.get(i - 1))).isLessThanOrEqualTo(place(entries.get(i)));
    }
  }

  private static String place(ReportEntry entry) {
    return entry.location() == null
        ? ""
        : "%s %03d".formatted(entry.location().file(), entry.location().startOffset());
  }

  @Provide
  Arbitrary<List<Problem>> problems() {
    Arbitrary<Problem> problem = Combinators.combine(
            Arbitraries.of("a.yaml", "b.yaml", ""),
            Arbitraries.integers().between(0, 9),
            Arbitraries.of(Severity.values()),
            Arbitraries.of("one", "two"),
            Arbitraries.of("", "spec.a", "spec.b[1]"),
            Arbitraries.of("web", "db", ""))
        .as(ReportProperties::problem);
    return problem.list().ofMaxSize(12);
  }

  private static Problem problem(
      String file, int at, Severity severity, String text, String path, String name) {
    Source source = Source.of(file, "0123456789");
    Problem problem = Problem.error(text, file.isEmpty() ? null : source.location(at, 10), text)
        .withSeverity(severity)
        .at(FieldPath.parse(path));
    return name.isEmpty() ? problem : problem.in(new ObjectRef("v1", "Pod", "shop", name));
  }
}
