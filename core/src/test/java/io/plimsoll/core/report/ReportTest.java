package io.plimsoll.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.finding.Finding;
import io.plimsoll.core.finding.Patch;
import io.plimsoll.core.load.Manifests;
import io.plimsoll.core.manifest.Documents;
import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.Limits;
import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.core.manifest.Problem;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.Severity;
import io.plimsoll.core.manifest.Source;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {

  private static final String POD = """
      # Source: shop/templates/web.yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: web, namespace: shop}
      spec:
        hostNetwork: true
        hostNetwork: true
      """;

  private static final ObjectRef WEB = new ObjectRef("v1", "Pod", "shop", "web");

  private static final Finding HOST_NETWORK = new Finding(
      "pod-security/hostNamespaces",
      Severity.ERROR,
      WEB,
      FieldPath.of("spec", "hostNetwork"),
      null,
      "host namespaces must not be shared",
      ScalarValue.of(true),
      List.of("absent", "false"),
      Patch.of(
          new Patch.Operation.Replace(FieldPath.of("spec", "hostNetwork"), ScalarValue.of(false))));

  private static Report report() {
    Manifests manifests = Manifests.read("web.yaml", POD);
    return Report.of(manifests.problems(), List.of(HOST_NETWORK), Cluster.of(manifests.objects()));
  }

  @Test
  void peopleReadWhereWhatAndHowToMendIt() {
    assertThat(TextReport.of(report())).isEqualTo("""
        web.yaml:7:3: error: Pod shop/web: spec.hostNetwork: key "hostNetwork" is already set in line 6; the last one \
        counts [duplicate-key]
            7 |   hostNetwork: true
              |   ^
              = template: shop/templates/web.yaml
              = see: web.yaml:6:3
            6 |   hostNetwork: true
              |   ^
        web.yaml:7:3: error: Pod shop/web: spec.hostNetwork: host namespaces must not be shared \
        [pod-security/hostNamespaces]
            7 |   hostNetwork: true
              |   ^
              = template: shop/templates/web.yaml
              = fix: set spec.hostNetwork to false
        2 errors
        """);
  }

  @Test
  void programsReadTheSameAsJson() {
    Report report = Report.of(
        List.of(),
        List.of(HOST_NETWORK),
        Cluster.of(Manifests.read("web.yaml", POD).objects()));

    assertThat(JsonReport.of(report)).isEqualTo("""
        {
          "schemaVersion": 1,
          "summary": {
            "errors": 1,
            "warnings": 0,
            "infos": 0
          },
          "entries": [
            {
              "severity": "error",
              "rule": "pod-security/hostNamespaces",
              "message": "host namespaces must not be shared",
              "object": {
                "apiVersion": "v1",
                "kind": "Pod",
                "namespace": "shop",
                "name": "web"
              },
              "path": "spec.hostNetwork",
              "location": {
                "file": "web.yaml",
                "startLine": 7,
                "startColumn": 3,
                "endLine": 7,
                "endColumn": 14,
                "template": "shop/templates/web.yaml"
              },
              "observed": true,
              "allowed": [
                "absent",
                "false"
              ],
              "fix": [
                {
                  "op": "replace",
                  "path": "/spec/hostNetwork",
                  "value": false
                }
              ]
            }
          ]
        }
        """);
  }

  @Test
  void jsonIsValidWhateverIsInIt() {
    String odd = "\"\\\u0000\u001f\u007f\u2028\ud800\n😀</script>";
    Problem problem = Problem.error("odd", Source.of(odd, odd).location(0, 3), odd)
        .at(FieldPath.ROOT.key(odd))
        .in(new ObjectRef(odd, odd, odd, odd));

    String json = JsonReport.of(Report.of(List.of(problem)));

    Documents read = Documents.readJson(Source.of("report.json", json), Limits.DEFAULT);
    assertThat(read.problems()).isEmpty();
    assertThat(FieldPath.parse("entries[0].object.kind").in(read.roots().get(0)))
        .isEqualTo(ScalarValue.of("\"\\\u0000\u001f\u007f\u2028\ufffd\n😀</script>"));
  }

  @Test
  void whatHasNoPlaceComesFirst() {
    Source source = Source.of("a.yaml", "kind: Pod");
    Problem placed = Problem.warning("b", source.location(0, 4), "placed");
    Problem placeless = Problem.error("c", null, "no place");

    Report report = Report.of(List.of(placed, placeless));

    assertThat(report.entries())
        .extracting(ReportEntry::message)
        .containsExactly("no place", "placed");
    assertThat(TextReport.of(report)).isEqualTo("""
        error: no place [c]
        a.yaml:1:1: warning: placed [b]
            1 | kind: Pod
              | ^
        1 error, 1 warning
        """);
  }

  @Test
  void aFindingAboutAnObjectThatIsNotThereHasNoPlace() {
    Report report = Report.of(List.of(), List.of(HOST_NETWORK), Cluster.empty());

    assertThat(report.entries().get(0).location()).isNull();
  }

  @Test
  void aFindingAboutTheOnlyObjectWithoutANameHasItsPlace() {
    Cluster cluster = Cluster.of(Manifests.read("job.yaml", """
        apiVersion: batch/v1
        kind: Job
        metadata: {generateName: load-, namespace: shop}
        """).objects());
    Finding finding = new Finding(
        "rule",
        Severity.INFO,
        new ObjectRef("batch/v1", "Job", "shop", ""),
        FieldPath.of("metadata", "generateName"),
        null,
        "it has no name",
        null,
        List.of(),
        null);

    assertThat(TextReport.of(Report.of(List.of(), List.of(finding), cluster))).isEqualTo("""
        job.yaml:3:12: info: Job in shop: metadata.generateName: it has no name [rule]
            3 | metadata: {generateName: load-, namespace: shop}
              |            ^
        1 note
        """);
  }

  @Test
  void aSummaryCountsWhatThereIs() {
    Problem error = Problem.error("a", null, "b");

    assertThat(TextReport.summary(Report.of(List.of()))).isEqualTo("nothing to report");
    assertThat(TextReport.summary(Report.of(List.of(
            error,
            error.withSeverity(Severity.WARNING),
            error.withSeverity(Severity.WARNING),
            error.withSeverity(Severity.INFO)))))
        .isEqualTo("1 error, 2 warnings, 1 note");
  }

  @Test
  void operationsAreInstructions() {
    FieldPath path = FieldPath.parse("spec.volumes[0].name");
    FieldPath other = FieldPath.of("spec", "x");
    Patch patch = Patch.of(
        new Patch.Operation.Add(path, ScalarValue.of("a")),
        new Patch.Operation.Remove(path),
        new Patch.Operation.Move(other, path),
        new Patch.Operation.Copy(other, path),
        new Patch.Operation.Test(path, ScalarValue.of(1)));

    assertThat(patch.operations().stream().map(TextReport::describe))
        .containsExactly(
            "set spec.volumes[0].name to \"a\"",
            "remove spec.volumes[0].name",
            "move spec.x to spec.volumes[0].name",
            "copy spec.x to spec.volumes[0].name",
            "expect spec.volumes[0].name to be 1");
  }
}
