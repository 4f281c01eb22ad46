package io.plimsoll.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.Source;
import io.plimsoll.core.manifest.Value;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

  private static final String COMPLIANT = """
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        securityContext:
          runAsNonRoot: true
          seccompProfile: {type: RuntimeDefault}
        containers:
          - name: web
            image: registry.example.com/web:1
            securityContext:
              allowPrivilegeEscalation: false
              capabilities: {drop: [ALL]}
      """;

  /** Two mistakes: nobody said which user it runs as, and a volume is the host's. */
  private static final String FORBIDDEN = COMPLIANT.replace("    runAsNonRoot: true\n", "") + """
        volumes:
          - name: logs
            hostPath: {path: /var/log}
      """;

  /** What a run of the program comes to. */
  private record Run(int exitCode, String out, String err) {}

  @Test
  void aCompliantPodIsClean() throws IOException {
    Run run = run(COMPLIANT, "-");

    assertThat(run).isEqualTo(new Run(0, """
        stdin:3:1: info: Pod default/web: metadata.labels: no policy isolates its pods for egress: they may connect to everybody \
        [netpol/unprotected-workload]
            3 | metadata:
              | ^

        stdin:3:1: info: Pod default/web: metadata.labels: no policy isolates its pods for ingress: everybody may connect to them \
        [netpol/unprotected-workload]
            3 | metadata:
              | ^

        Workloads

        Pod default/web meets restricted

        Connections

        default/web[Pod] => 0.0.0.0-255.255.255.255[External] : All Connections
        0.0.0.0-255.255.255.255[External] => default/web[Pod] : All Connections

        objects: 1 (2 notes); workloads: 1 (0 in violation of restricted:latest); risks: 0
        """, ""));
  }

  @Test
  void eachViolationIsPrintedWithPlacesAndFixes() throws IOException {
    Run run = run(FORBIDDEN.replace("containers:", "nodename: a\n  containers:"), "-");

    assertThat(run.exitCode()).isOne();
    assertThat(run.out()).contains("""
        stdin:8:3: error: Pod default/web: spec.nodename: unknown field "nodename"; did you mean "nodeName" [unknown-field]
            8 |   nodename: a
              |   ^

        Workloads

        Pod default/web meets privileged, not restricted:latest

          restricted volume types (volume "logs" uses restricted volume type "hostPath")
            stdin:17:7: volume "logs" is of type hostPath; allowed: configMap, csi, downwardAPI, emptyDir, ephemeral, image, \
        persistentVolumeClaim, projected, secret
               17 |       hostPath: {path: /var/log}
                  |       ^
                  = fix: by hand

          runAsNonRoot != true (pod or container "web" must set securityContext.runAsNonRoot=true)
            stdin:12:7: securityContext.runAsNonRoot of container "web" is absent; allowed: true
               12 |       securityContext:
                  |       ^
                  = fix: set spec.securityContext.runAsNonRoot to true

        Connections
        """);
    assertThat(run.out())
        .endsWith("objects: 1 (1 error, 2 notes);"
            + " workloads: 1 (1 in violation of restricted:latest); risks: 0\n");
  }

  @Test
  void theLevelAndTheVersionAreThoseAskedFor() throws IOException {
    String pod = FORBIDDEN.replace("hostPath: {path: /var/log}", "emptyDir: {}");

    assertThat(run(pod, "--level", "baseline", "-").exitCode()).isZero();
    assertThat(run(pod, "--level=baseline", "-").exitCode()).isZero();
    assertThat(run(pod, "-", "--version", "v1.22").out())
        .contains("Pod default/web meets baseline, not restricted:v1.22\n");
  }

  @Test
  void theShopHasItsAccessItsRisksAndItsConnections() throws IOException {
    assertThat(run("", "manifests").out())
        .contains("""
            ServiceAccount shop/web may get|watch configmaps web, get|watch secrets web-session-keys in shop
            """)
        .contains("""
            critical: User alice reaches cluster-admin in 2 steps
            """)
        .contains("""
            shop/web[Deployment] => shop/db[StatefulSet] : TCP 5432
            """)
        .contains("""
            there is no Role "ledger-reader" in namespace "payments"; did you mean Role "ledger-read" [rbac/missing-role]
            """)
        .contains(" [netpol/split-peer]\n");
  }

  @Test
  void whoAsksForAPictureGetsNothingElse() throws IOException {
    assertThat(run("", "--picture", "mermaid", "manifests").out()).startsWith("flowchart LR\n");
    assertThat(run("", "--picture", "dot", "manifests").out()).startsWith("digraph");
    assertThat(run("", "--picture", "svg", "manifests").out())
        .contains("<svg")
        .endsWith("</svg>\n");
  }

  @Test
  void whoAsksForAPictureOfNothingIsToldWhy() throws IOException {
    Run run = run("", "--picture", "dot", "no-such-file.yaml");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo("error: \"no-such-file.yaml\": no such file or directory [no-such-file]\n");
  }

  @Test
  void aRiskIsAFinding() throws IOException {
    String manifests = """
        apiVersion: v1
        kind: ServiceAccount
        metadata: {name: admin, namespace: a}
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata: {name: editors, namespace: a}
        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view}
        subjects: [{kind: ServiceAccount, name: admin}]
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata: {name: makers, namespace: a}
        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: "system:controller:job-controller"}
        subjects: [{kind: ServiceAccount, name: admin}]
        """;

    Run run = run(manifests, "-");

    assertThat(run.exitCode()).isOne();
    assertThat(run.out())
        .contains("ServiceAccount a/admin may get|list|watch bindings, ")
        .contains("critical: ServiceAccount a/admin reaches node-takeover in 1 step\n");
  }

  @Test
  void jsonHasAccessAndConnections() throws IOException {
    Value report = Value.parseJson(
        Source.of("report", run("", "--format", "json", "manifests").out()));

    assertThat(at(report, "serviceAccounts"))
        .contains(
            "{\"subject\":{\"kind\":\"ServiceAccount\",\"name\":\"ci\",\"namespace\":\"shop\"},"
                + "\"effective\":[{\"rules\":[{\"apiGroups\":[\"*\"],\"resources\":[\"*\"],\"verbs\":[\"*\"]}]}]}")
        .contains("{\"namespace\":\"shop\",\"rules\":[");
    assertThat(at(report, "risks[0].subject")).contains("shop/ci");
    assertThat(at(report, "connections")).contains("""
            {"source":{"kind":"Deployment","namespace":"shop","name":"web"},\
            "destination":{"kind":"StatefulSet","namespace":"shop","name":"db"},\
            "ports":[{"protocol":"TCP","first":5432,"last":5432}]}""").contains("{\"addresses\":\"0.0.0.0-");
    assertThat(at(report, "entrypoints[0].type")).isEqualTo("\"ingress\"");
  }

  @Test
  void aVersionThatNobodyKnowsYetIsNotedAndNoMistake() throws IOException {
    Run run = run(COMPLIANT, "--version", "v1.99", "-");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .startsWith("info: v1.99 is newer than v1.37, the newest known, and is taken for it ");
  }

  @Test
  void whatATerminalWouldObeyIsEscaped() throws IOException {
    Run run = run(FORBIDDEN.replace("name: web", "name: \"w\\e[2Jeb\""), "-");

    assertThat(run.out())
        .doesNotContain("\u001b")
        .contains("Pod default/w\\u001b[2Jeb meets privileged");
  }

  @Test
  void jsonHasEntriesAndWorkloads() throws IOException {
    Run run = run(FORBIDDEN, "--format", "json", "-");

    Value report = Value.parseJson(Source.of("report", run.out()));
    assertThat(run.exitCode()).isOne();
    assertThat(at(report, "schemaVersion")).isEqualTo("1");
    assertThat(at(report, "summary")).isEqualTo("{\"errors\":2,\"warnings\":0,\"infos\":2}");
    assertThat(at(report, "policy")).isEqualTo("\"restricted:latest\"");
    assertThat(at(report, "entries[2].location.startLine")).isEqualTo("11");
    assertThat(at(report, "entries[2].rule")).isEqualTo("\"pod-security/runAsNonRoot\"");
    assertThat(at(report, "workloads[0].object"))
        .isEqualTo(
            "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"namespace\":\"default\",\"name\":\"web\"}");
    assertThat(at(report, "workloads[0].level")).isEqualTo("\"privileged\"");
    assertThat(at(report, "workloads[0].violations[0].detail"))
        .isEqualTo("\"volume \\\"logs\\\" uses restricted volume type \\\"hostPath\\\"\"");
    assertThat(at(report, "workloads[0].byHand")).isEqualTo("[\"restrictedVolumes\"]");
    assertThat(at(report, "workloads[0].fix"))
        .isEqualTo(
            "[{\"op\":\"add\",\"path\":\"/spec/securityContext/runAsNonRoot\",\"value\":true}]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "json"})
  void theSameManifestsGiveTheSameReport(String format) throws IOException {
    Run first = run("", "--format", format, "manifests");
    Run second = run("", "--format", format, "manifests");

    assertThat(first.exitCode()).isOne();
    assertThat(second).isEqualTo(first);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      cluster/namespaces.yaml:19:5              | has no effect; did you mean "pod-security.kubernetes.io/enforce"
      monitoring/metrics-stack.yaml:37:19       | expected bytes in Base64
      payments/ledger-migrate.yaml:37:11        | key "securityContext" is already set in line 24
      payments/network-policies.yaml:136:3      | unknown field "order"
      payments/network-policies.yaml:144:7      | unknown field "action"
      payments/reconcile.yaml:38:27             | found the string "512MB"
      shop/cart.yaml:29:9                       | did you mean "runAsNonRoot"
      shop/web-autoscaling.yaml:1:13            | was removed in Kubernetes 1.26
      monitoring/log-collector.yaml:56:15       | ports[0].hostPort of container "fluent-bit" is 24224
      monitoring/log-collector.yaml:63:13       | securityContext.privileged of container "fluent-bit" is true
      monitoring/log-collector.yaml:72:11       | volume "varlog" is of type hostPath
      monitoring/metrics-stack.yaml:194:7       | spec.hostNetwork is true
      monitoring/metrics-stack.yaml:195:7       | spec.hostPID is true
      monitoring/network-debug.yml:17:11        | is 8080 because of spec.hostNetwork
      monitoring/network-debug.yml:20:17        | is "NET_ADMIN"
      payments/ledger-migrate.yaml:37:11        | securityContext.capabilities.drop of container "migrate" is absent
      payments/ledger.yaml:38:13                | securityContext.runAsUser of container "fix-permissions" is 0
      payments/ledger.yaml:42:21                | is "CHOWN"
      payments/reconcile.yaml:29:15             | securityContext.runAsNonRoot of container "reconcile" is absent
      shop/cart.yaml:55:11                      | securityContext.runAsNonRoot of container "cart" is absent
      shop/image-resizer.yaml:46:15             | is ["NET_RAW"]
      """)
  void theMistakesOfTheShopAreFoundWhereTheyAre(String place, String message) throws IOException {
    Run run = run("", "manifests");

    assertThat(run.out().lines())
        .anySatisfy(
            line -> assertThat(line).contains("manifests/" + place + ": ").contains(message));
  }

  @Test
  void theWholeShopIsCounted() throws IOException {
    assertThat(run("", "manifests").out())
        .endsWith("objects: 81 (8 errors, 10 warnings, 9 notes);"
            + " workloads: 15 (8 in violation of restricted:latest); risks: 5\n");
  }

  @Test
  void nothingReadableIsNotTheSameAsNothingFound(@TempDir Path empty) throws IOException {
    assertThat(run("# no more than a comment", "-")).isEqualTo(new Run(2, """
        warning: "stdin": there are no objects in it [no-manifests]

        objects: 0 (1 warning); workloads: 0 (0 in violation of restricted:latest); risks: 0
        """, ""));
    assertThat(run("a: [", "-").exitCode()).isEqualTo(2);
    assertThat(run("", empty.toString()).exitCode()).isEqualTo(2);
    assertThat(run("", "no-such-file.yaml")).isEqualTo(new Run(2, """
        error: "no-such-file.yaml": no such file or directory [no-such-file]

        objects: 0 (1 error); workloads: 0 (0 in violation of restricted:latest); risks: 0
        """, ""));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      --level strict -     | must be one of privileged, baseline, restricted: "strict"
      --version 1.30 -     | must be "latest" or "v1.x": "1.30"
      --format xml -       | must be text or json: "xml"
      --picture dot --format json - | --format and --picture exclude each other
      --picture png -      | must be mermaid, dot or svg: "png"
      --quiet please -     | no such option: "--quiet"
      -x -                 | no such option: "-x"
      - --level            | --level needs a value
      a b                  | more than one INPUT: "b"
      --format=json --format text - | more than one --format: "text"
      --level baseline     | no input: name a file, a directory, or - for standard input
      """)
  void aWrongCommandLineIsExplained(String arguments, String message) throws IOException {
    Run run = run("", arguments.split(" "));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("error: " + message + "\nusage: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "-h"})
  void helpIsNoMistake(String help) throws IOException {
    Run run = run("", help);

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).startsWith("usage: ").contains("exit code: ");
  }

  private static String at(Value report, String path) {
    return String.valueOf(FieldPath.parse(path).in(report));
  }

  private static Run run(String input, String... arguments) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exitCode = Main.run(
        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        arguments);
    return new Run(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
