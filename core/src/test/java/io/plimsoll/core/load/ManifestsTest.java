package io.plimsoll.core.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.Limits;
import io.plimsoll.core.manifest.Problem;
import io.plimsoll.core.manifest.Severity;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.pod.Pod;
import io.plimsoll.core.schema.FieldValidation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestsTest {

  private static final String POD = """
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        namespace: shop
      spec:
        containers:
        - name: nginx
          image: nginx
          imagePullPolice: Always
      """;

  private static final ReadOptions WARN =
      ReadOptions.DEFAULT.withFieldValidation(FieldValidation.WARN);

  @Test
  void whatIsToBeIgnoredIsNoProblem() {
    String text = "{apiVersion: v1, kind: Pod, metadata: {name: a, name: b}, spec: {x: 1}}";

    Manifests manifests = Manifests.read(
        "pod.yaml", text, ReadOptions.DEFAULT.withFieldValidation(FieldValidation.IGNORE));

    assertThat(manifests.problems()).isEmpty();
    assertThat(manifests.objects()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{name: y} | metadata.name | wrong-type",
        "{name: a, creationTimestamp: soon} | metadata.creationTimestamp | invalid-time",
        "{name: a, labels: {a: 1}} | metadata.labels[a] | wrong-type"
      })
  void noServerForgivesAWrongType(String metadata, String path, String code) {
    String text = "{apiVersion: v1, kind: Pod, metadata: " + metadata + ", spec: {x: 1}}";

    Manifests manifests = Manifests.read(
        "pod.yaml", text, ReadOptions.DEFAULT.withFieldValidation(FieldValidation.IGNORE));

    assertThat(manifests.problems()).singleElement().satisfies(problem -> {
      assertThat(problem.severity()).isEqualTo(Severity.WARNING);
      assertThat(problem.code()).isEqualTo(code);
      assertThat(problem.path()).hasToString(path);
    });
    assertThat(manifests.orThrow().objects()).hasSize(1);
  }

  @Test
  void objectsComeInTheOrderOfTheText() {
    Manifests manifests = Manifests.read("all.yaml", POD + """
        ---
        apiVersion: v1
        kind: Namespace
        metadata: {name: shop}
        """);

    assertThat(manifests.objects())
        .extracting(KubeObject::toString)
        .containsExactly("Pod shop/web", "Namespace shop");
  }

  @Test
  void eachFieldHasItsPlace() {
    KubeObject pod = Manifests.read("pod.yaml", POD).objects().get(0);

    assertThat(pod.locate(FieldPath.parse("spec.containers[0].image")))
        .hasToString("Optional[pod.yaml:9:5]");
  }

  @Test
  void whatIsStrictIsAnErrorAndNamesThePlaceAndTheRemedy() {
    Manifests manifests = Manifests.read("pod.yaml", POD);

    assertThat(lines(manifests))
        .containsExactly(
            "pod.yaml:10:5: error: Pod shop/web: spec.containers[0].imagePullPolice: unknown field \"imagePullPolice\";"
                + " did you mean \"imagePullPolicy\" [unknown-field]");
    assertThat(manifests.objects()).hasSize(1);
    assertThatThrownBy(manifests::orThrow)
        .isInstanceOfSatisfying(
            ManifestException.class, e -> assertThat(e.problems()).isEqualTo(manifests.problems()))
        .hasMessage(lines(manifests).get(0));
  }

  @Test
  void whatIsStrictMayBeAWarning() {
    Manifests manifests = Manifests.read("list.yaml", """
        apiVersion: v1
        kind: List
        metadata: 5
        items:
        - apiVersion: v1
          kind: Pod
          metadata: {name: web, name: shop}
          spec: {hostNetwork: "yes", hostnetwork: true}
        """, WARN);

    assertThat(lines(manifests))
        .containsExactly(
            "list.yaml:3:11: warning: List: metadata: expected an object, found the number 5 [wrong-type]",
            "list.yaml:7:25: warning: Pod default/shop: metadata.name: key \"name\" is already set in line 7; the last one counts"
                + " [duplicate-key]",
            "list.yaml:8:23: warning: Pod default/shop: spec.hostNetwork: expected true or false, found the string \"yes\""
                + " [wrong-type]",
            "list.yaml:8:30: warning: Pod default/shop: spec.hostnetwork: unknown field \"hostnetwork\"; did you mean"
                + " \"hostNetwork\" [unknown-field]");
    assertThat(manifests.orThrow().objects().get(0).as(Pod.KIND).spec().hostNetwork())
        .isNull();
  }

  @Test
  void whatCannotBeReadIsAnErrorAlsoThen() {
    assertThatThrownBy(() -> Manifests.read("bad.yaml", "a: [", WARN).orThrow())
        .isInstanceOf(ManifestException.class)
        .hasMessageEndingWith("[yaml-syntax]");
  }

  @Test
  void problemsComeInTheOrderOfTheText() {
    Manifests manifests = Manifests.read("many.yaml", """
        apiVersion: v1
        kind: Pod
        metadata: {name: a}
        spek: {}
        spec: {}
        spec: {}
        ---
        a: [
        ---
        kind: Pod
        metadata: {name: b}
        """);

    assertThat(manifests.problems())
        .extracting(problem -> problem.location().start().line() + " " + problem.code())
        .containsExactly(
            "4 unknown-field", "6 duplicate-key", "9 yaml-syntax", "10 missing-api-version");
  }

  @Test
  void readersAndBytesAreReadToTheirEnd() throws IOException {
    byte[] utf16 = ("\ufeff" + POD).getBytes(StandardCharsets.UTF_16LE);

    Manifests text = Manifests.read("pod.yaml", POD);

    assertThat(Manifests.read("pod.yaml", new StringReader(POD), ReadOptions.DEFAULT))
        .isEqualTo(text);
    assertThat(Manifests.read(
                "pod.yaml",
                new ByteArrayInputStream(POD.getBytes(StandardCharsets.UTF_8)),
                ReadOptions.DEFAULT)
            .objects())
        .isEqualTo(text.objects());
    assertThat(
            lines(Manifests.read("pod.yaml", new ByteArrayInputStream(utf16), ReadOptions.DEFAULT)))
        .isEqualTo(lines(text));
  }

  @Test
  void nothingIsReadBeyondTheLimit() throws IOException {
    ReadOptions small = ReadOptions.DEFAULT.withLimits(Limits.DEFAULT.withStreamSize(100));
    ByteArrayInputStream endless = new ByteArrayInputStream(new byte[10_000]);
    StringReader text = new StringReader(POD.repeat(10));

    assertThat(Manifests.read("zeros", endless, small).problems())
        .extracting(Problem::code)
        .containsExactly("limit-stream-size");
    assertThat(Manifests.read("text", text, small).problems())
        .extracting(Problem::code)
        .containsExactly("limit-stream-size");
    assertThat(endless.available()).isEqualTo(10_000 - 303);
  }

  @Test
  void anyClientsMapsAreRead() {
    Map<String, Object> metadata = new HashMap<>(Map.of("name", "web", "generation", 3L));
    metadata.put("annotations", null);
    Map<String, Object> object = Map.of(
        "apiVersion",
        "v1",
        "kind",
        "Pod",
        "metadata",
        metadata,
        "spec",
        Map.of("containers", Arrays.asList(Map.of("name", "c"), Map.of("nam", "d"))));

    Manifests manifests = Manifests.read(object);

    assertThat(manifests.objects().get(0).as(Pod.KIND).spec().containers()).hasSize(2);
    assertThat(lines(manifests))
        .containsExactly(
            "error: Pod default/web: spec.containers[1].nam: unknown field \"nam\"; did you mean \"name\" [unknown-field]");
    assertThat(Manifests.read(object, WARN).orThrow().objects()).isEqualTo(manifests.objects());
  }

  @Test
  void mapsMayBeLists() {
    Map<String, Object> list = Map.of(
        "apiVersion", "apps/v1",
        "kind", "DeploymentList",
        "items", List.of(Map.of("metadata", Map.of("name", "web")), "no object"));

    Manifests manifests = Manifests.read(list);

    assertThat(manifests.objects())
        .extracting(KubeObject::toString)
        .containsExactly("Deployment web");
    assertThat(lines(manifests))
        .containsExactly(
            "error: items[1]: expected an object with \"apiVersion\" and \"kind\", found the string \"no object\""
                + " [not-an-object]");
  }

  @Test
  void whatNoSerializerMakesIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Manifests.read(Map.of("kind", new Object())))
        .withMessage("not a value of a manifest: \"java.lang.Object\"");
  }

  @Test
  void anErrorNamesWarningsToo() {
    Problem warning = Problem.warning("odd", null, "it is odd");
    Problem error = Problem.error("bad", null, "it is bad");

    assertThat(new Manifests(List.of(), List.of(warning)).orThrow().problems())
        .containsExactly(warning);
    assertThatThrownBy(() -> new Manifests(List.of(), List.of(warning, error)).orThrow())
        .hasMessage("warning: it is odd [odd]\nerror: it is bad [bad]");
  }

  private static List<String> lines(Manifests manifests) {
    return manifests.problems().stream().map(Problem::toString).toList();
  }
}
