package io.plimsoll.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.manifest.Source;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrialTest {

  private static final String SHOP = """
      apiVersion: v1
      kind: Pod
      metadata: {name: web, namespace: shop, labels: {app: web}}
      spec: {containers: [{name: app, image: "app:1"}]}
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web, namespace: shop}
      spec:
        replicas: 2
        selector: {matchLabels: {app: web}}
        template:
          metadata: {labels: {app: web}}
          spec: {containers: [{name: app, image: "app:1"}]}
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: RoleBinding
      metadata: {name: readers, namespace: shop}
      roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view}
      subjects: [{apiGroup: rbac.authorization.k8s.io, kind: Group, name: devs}]
      """;

  private record Run(int code, String out, String err) {}

  private static Run run(String... arguments) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code = Main.run(
        new ByteArrayInputStream(SHOP.getBytes(StandardCharsets.UTF_8)),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        arguments);
    return new Run(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static Run attempt(String question, String... more) throws IOException {
    List<String> arguments = new ArrayList<>(
        List.of("-", "--as", "root", "--as-group", "system:masters", "--try", question));
    arguments.addAll(List.of(more));
    return run(arguments.toArray(String[]::new));
  }

  @Test
  void aCreateSaysWhoChangedWhat() throws IOException {
    Run run = attempt("create pods -n shop");

    assertThat(run.code()).isZero();
    assertThat(run.out())
        .startsWith("root: create Pod shop/web\n  201 done\n")
        .contains("    authorization: allowed")
        .contains("    mutating admission (ServiceAccount): changed")
        .contains("    mutating admission (DefaultTolerationSeconds): changed")
        .contains("      add /spec/tolerations")
        .endsWith("    storage: created: Pod shop/web\n");
  }

  @Test
  void theServerIsStartedWithTheFlagsOfAFile(@TempDir Path directory) throws IOException {
    Path flags = directory.resolve("kube-apiserver.yaml");
    Files.writeString(flags, """
            - kube-apiserver
            - --authorization-mode=ABAC
            - --authorization-policy-file=/etc/policy.jsonl
            - --etcd-servers=https://127.0.0.1:2379
        """);
    Files.createDirectory(directory.resolve("etc"));
    Files.writeString(directory.resolve("etc/policy.jsonl"), """
        {"apiVersion":"abac.authorization.kubernetes.io/v1beta1","kind":"Policy","spec":{"user":"alice","namespace":"shop","resource":"pods","readonly":true}}
        """);

    Run read =
        run("-", "--as", "alice", "--flags", flags.toString(), "--try", "get pods web -n shop");
    Run write =
        run("-", "--as", "alice", "--flags", flags.toString(), "--try", "delete pods web -n shop");

    assertThat(read.err()).isEqualTo("note: --etcd-servers has no effect here\n");
    assertThat(read.out()).startsWith("alice: get pods web -n shop\n  200 done\n");
    assertThat(write.out()).contains("  403 ", "abac: No policy matched.");
  }

  @Test
  void flagsThatStartNoServerAreExplained(@TempDir Path directory) throws IOException {
    Path flags = directory.resolve("flags");
    Files.writeString(flags, "--nonsense=1\n");

    Run unknown = attempt("get pods web -n shop", "--flags", flags.toString());
    Run missing = attempt("get pods web -n shop", "--flags", "none");

    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err()).isEqualTo("error: --flags unknown flag: --nonsense\n");
    assertThat(missing.err()).isEqualTo("error: --flags no such file: \"none\"\n");
  }

  @Test
  void aRefusalSaysWhy() throws IOException {
    Run run = run("-", "--as", "alice", "--try", "delete pods web -n shop");

    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains(
            "  403 pods \"web\" is forbidden: User \"alice\" cannot delete resource \"pods\" in"
                + " API group \"\" in the namespace \"shop\"");
  }

  @Test
  void groupsMayBeGivenOneByOne() throws IOException {
    Run run = run(
        "-",
        "--as",
        "alice",
        "--as-group",
        "ops",
        "--as-group",
        "devs",
        "--try",
        "list pods -n shop");

    assertThat(run.out()).contains("  200 done").contains("authorization: allowed");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "get pods web -n shop|root: get pods web -n shop|  200 done",
        "get deployments/scale web -n shop|root: get deployments/scale web -n shop|  200 done",
        "get pods/log web -n shop|root: get pods/log web -n shop|  200 done",
        "get pods none -n shop|root: get pods none -n shop|  404 pods \"none\" not found",
        "list pods|root: list pods|  200 done",
        "watch pods -n shop|root: watch pods -n shop|  {\"type\":\"ADDED\",\"object\":",
        "update deployments web -n shop|root: update Deployment shop/web|  200 done",
        "update deployments/scale web -n shop {\"metadata\":{\"name\":\"web\"},\"spec\":{\"replicas\":5}}|root: update deployments/scale web -n shop|    storage: scaled: Deployment shop/web",
        "update pods/status web --namespace shop|root: update pods/status web -n shop|  200 done",
        "patch deployments web -n shop {\"spec\":{\"replicas\":3}}|root: patch deployments web -n shop|    storage: updated: Deployment shop/web",
        "patch deployments web -n shop [{\"op\":\"remove\",\"path\":\"/none\"}]|root: patch deployments web -n shop|  422 the server rejected our request due to an error in our request",
        "delete pods web -n shop|root: delete pods web -n shop|    storage: deleted: Pod shop/web",
        "deletecollection pods -n shop|root: deletecollection pods -n shop|    storage: deleted: Pod shop/web",
        "create pods/exec web -n shop|root: create pods/exec web -n shop|  400 pod web does not have a host assigned",
        "create pods/eviction web -n shop|root: create pods/eviction web -n shop|  201 done",
        "create pods/binding web -n shop {\"metadata\":{\"name\":\"web\"},\"target\":{\"name\":\"n1\"}}|root: create pods/binding web -n shop|    storage: bound: Pod shop/web",
        "create configmaps -n shop {\"metadata\":{\"name\":\"a\"}}|root: create configmaps -n shop|    storage: created: ConfigMap shop/a",
        "create secrets -n shop|there is nothing like that in the manifests: create secrets -n shop|",
      })
  void everythingCanBeTried(String question, String first, String line) throws IOException {
    Run run = attempt(question);

    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out()).startsWith(first);
    assertThat(run.out()).contains(line == null ? "" : line);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "create configmaps a -n shop {\"metadata\":{\"name\":\"b\"}}|what is created is named in its JSON: leave out \"a\"",
        "``|must be VERB RESOURCE[/SUBRESOURCE] [NAME] [-n NAMESPACE] [JSON]: \"\"",
        "create|must be VERB RESOURCE[/SUBRESOURCE] [NAME] [-n NAMESPACE] [JSON]: \"create\"",
        "get pods a b|must be VERB RESOURCE[/SUBRESOURCE] [NAME] [-n NAMESPACE] [JSON]: \"get pods a b\"",
        "eat pods|the verb must be one of create, get, list, watch, update, patch, delete, deletecollection: \"eat\"",
        "get widgets a|no such resource: \"widgets\"",
        "get pods|get needs a name: must be VERB RESOURCE[/SUBRESOURCE] [NAME] [-n NAMESPACE] [JSON]",
        "create pods/exec|pods/exec needs a name: must be VERB RESOURCE[/SUBRESOURCE] [NAME] [-n NAMESPACE] [JSON]",
        "get pods/soul web|pods has no subresource \"soul\"",
        "list pods web|list is about all objects and takes no name: \"web\"",
        "get pods web -n|-n needs a namespace: \"get pods web -n\"",
        "get pods web --force|no such option: \"--force\"",
        "get pods web {}|get sends nothing: \"{}\"",
      })
  void aQuestionThatIsNoneIsExplained(String question, String message) throws IOException {
    Run run = attempt(question);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).isEqualTo("error: --try " + message + "\n");
  }

  @Test
  void theFinalObjectIsPrintedAsYaml() throws IOException {
    Run run = attempt("create pods web -n shop", "--output", "yaml");

    assertThat(run.code()).isZero();
    assertThat(run.out())
        .startsWith("# root: create Pod shop/web\n#   201 done\n")
        .contains("\nkind: Pod\n")
        .contains("serviceAccountName: default")
        .endsWith("---\n");
  }

  @Test
  void theWholeAnswerIsPrintedAsJson() throws IOException {
    Run run = attempt("create pods web -n shop", "--output", "json");

    Fields answers = Fields.of(Value.parseJson(Source.of("out", run.out())));
    Fields answer = Fields.of(answers.list("answers", Fields::tree).get(0));
    assertThat(answer.text("user")).isEqualTo("root");
    assertThat(answer.text("request")).isEqualTo("create Pod shop/web");
    assertThat(answer.int32("code")).isEqualTo(201);
    assertThat(Fields.of(answer.value("body")).text("kind")).isEqualTo("Pod");
    assertThat(answer.list("trace", step -> step.text("component")))
        .contains("ServiceAccount", "Priority");
    assertThat(answer.list("trace", step -> step.has("patch"))).contains(true);
    assertThat(Fields.of(Fields.of(answer.value("audit")).value("user")).strings("groups"))
        .containsExactly("system:masters", "system:authenticated");
  }

  @Test
  void aRefusalAsJsonIsItsStatus() throws IOException {
    Run run = run("-", "--as", "alice", "--try", "get secrets a -n shop", "--output", "json");

    Fields answers = Fields.of(Value.parseJson(Source.of("out", run.out())));
    Fields body =
        Fields.of(Fields.of(answers.list("answers", Fields::tree).get(0)).value("body"));
    assertThat(body.text("kind")).isEqualTo("Status");
    assertThat(body.text("reason")).isEqualTo("Forbidden");
  }

  @Test
  void anUnknownOutputIsRefused() throws IOException {
    Run run = attempt("list pods", "--output", "xml");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).startsWith("error: --output must be json, text or yaml: \"xml\"\n");
  }
}
