package io.plimsoll.core.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldPathTest {

  private static final Source POD = Source.of("pod.json", """
      {"metadata": {"labels": {"app.kubernetes.io/name": "web"}, "name": "web"},
       "spec": {"containers": [{"name": "a"}, {"name": "b"}]},
       "data": {"0": "zero", "007": "bond"}}
      """);

  private final Value pod = Value.parseJson(POD);

  @Test
  void pathsPrintAsTheApiServerPrintsThem() {
    FieldPath path = FieldPath.of("spec", "containers").index(0).field("ports").index(1);

    assertThat(path.field("hostPort")).hasToString("spec.containers[0].ports[1].hostPort");
    assertThat(FieldPath.of("metadata", "labels").key("app.kubernetes.io/name"))
        .hasToString("metadata.labels[app.kubernetes.io/name]");
    assertThat(FieldPath.ROOT).hasToString("");
    assertThat(FieldPath.ROOT.index(0).field("name")).hasToString("[0].name");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "spec",
        "spec.containers[0].ports[1].hostPort",
        "metadata.labels[app.kubernetes.io/name]",
        "metadata.annotations[]",
        "data[007]",
        "[3][4]",
        "items[123456789012].x"
      })
  void aPrintedPathReadsAsItself(String text) {
    assertThat(FieldPath.parse(text)).hasToString(text);
  }

  @Test
  void onlyANumberAsItIsPrintedIsAnIndex() {
    assertThat(FieldPath.parse("data[7]")).isEqualTo(FieldPath.of("data").index(7));
    assertThat(FieldPath.parse("data[007]")).isEqualTo(FieldPath.of("data").key("007"));
    assertThat(FieldPath.parse("data[9999999999]"))
        .isEqualTo(FieldPath.of("data").key("9999999999"));
  }

  @ParameterizedTest
  @CsvSource({
    "spec[0,a bracket is not closed",
    "spec..name,a step is empty",
    "spec.,a step is empty"
  })
  void aTextThatIsNoPathIsRefusedWithTheReason(String text, String reason) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FieldPath.parse(text))
        .withMessage("not a field path, " + reason + ": \"" + text + "\"");
  }

  @Test
  void aNegativeIndexIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FieldPath.ROOT.index(-1))
        .withMessage("not an index: \"-1\"");
  }

  @Test
  void stepsGoFromTheRootDown() {
    FieldPath path = FieldPath.of("spec").key("a/b").index(2);

    assertThat(path.steps())
        .containsExactly(
            new FieldPath.Step.Field("spec"),
            new FieldPath.Step.Key("a/b"),
            new FieldPath.Step.Index(2));
    assertThat(path.parent().parent().parent()).isEqualTo(FieldPath.ROOT);
    assertThat(FieldPath.ROOT.parent().isRoot()).isTrue();
  }

  @Test
  void thenAppendsEveryStepOfTheOther() {
    FieldPath template = FieldPath.of("spec", "template");

    assertThat(template.then(FieldPath.parse("spec.containers[0].args[1]")))
        .hasToString("spec.template.spec.containers[0].args[1]");
    assertThat(template.then(FieldPath.of("metadata", "labels").key("x")))
        .hasToString("spec.template.metadata.labels[x]");
    assertThat(FieldPath.ROOT.then(template)).isEqualTo(template);
    assertThat(template.then(FieldPath.ROOT)).isEqualTo(template);
  }

  @Test
  void aMemberIsAFieldIfItLooksLikeOne() {
    assertThat(FieldPath.ROOT.member("hostPort")).isEqualTo(FieldPath.ROOT.field("hostPort"));
    assertThat(FieldPath.ROOT.member("$patch")).isEqualTo(FieldPath.ROOT.field("$patch"));
    assertThat(FieldPath.ROOT.member("a.b/c")).isEqualTo(FieldPath.ROOT.key("a.b/c"));
    assertThat(FieldPath.ROOT.member("")).isEqualTo(FieldPath.ROOT.key(""));
    assertThat(FieldPath.ROOT.member("größe")).isEqualTo(FieldPath.ROOT.key("größe"));
  }

  @ParameterizedTest
  @CsvSource({
    "spec.containers[1].name,b",
    "metadata.labels[app.kubernetes.io/name],web",
    "data[0],zero",
    "data[007],bond"
  })
  void inFindsTheValue(String path, String value) {
    assertThat(FieldPath.parse(path).in(pod)).isEqualTo(ScalarValue.of(value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"spec.containers[2]", "spec.containers.name", "metadata.name.x", "status.phase"})
  void inFindsNothingWhereTheTreeHasNothing(String path) {
    assertThat(FieldPath.parse(path).in(pod)).isNull();
  }

  @Test
  void theRootIsTheTreeItself() {
    assertThat(FieldPath.ROOT.in(pod)).isSameAs(pod);
  }

  @ParameterizedTest
  @CsvSource({
    "metadata.name,1:60",
    "spec.containers[1],2:41",
    "spec.containers[1].name,2:42",
    "spec.containers[1].image,2:41",
    "spec.containers[7].image,2:11",
    "status.phase,1:1"
  })
  void locateFindsTheKeyOrTheNearestThingAboveIt(String path, String place) {
    Location location = FieldPath.parse(path).locate(pod);

    assertThat(location).hasToString("pod.json:" + place);
  }

  @Test
  void anAddedFieldIsLocatedAtTheMappingItWasAddedTo() {
    MappingValue changed = ((MappingValue) pod).with("status", Value.from(List.of("x")));

    assertThat(FieldPath.of("status").locate(changed)).hasToString("pod.json:1:1");
    assertThat(FieldPath.of("status").index(0).locate(changed)).hasToString("pod.json:1:1");
  }

  @Test
  void aTreeWithoutATextHasNoLocations() {
    assertThat(FieldPath.of("a").locate(Value.from(List.of()))).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "'',''",
    "spec.containers[0],/spec/containers/0",
    "metadata.labels[a/b],/metadata/labels/a~1b",
    "metadata.labels[m~n],/metadata/labels/m~0n",
    "metadata.labels[],/metadata/labels/"
  })
  void jsonPointersEscapeTildesAndSlashes(String path, String pointer) {
    assertThat(FieldPath.parse(path).toJsonPointer()).isEqualTo(pointer);
    assertThat(FieldPath.fromJsonPointer(pointer)).isEqualTo(FieldPath.parse(path));
  }

  /** The examples of RFC 6901, section 5. */
  @ParameterizedTest
  @CsvSource({
    "'','{\"foo\":[\"bar\",\"baz\"],\"\":0,\"a/b\":1,\"c%d\":2,\"e^f\":3,\"g|h\":4,\"i\\\\j\":5,\"k\\\"l\":6,\" \":7,\"m~n\":8}'",
    "/foo,'[\"bar\",\"baz\"]'",
    "/foo/0,'\"bar\"'",
    "/,0",
    "/a~1b,1",
    "/c%d,2",
    "/e^f,3",
    "/g|h,4",
    "/i\\j,5",
    "'/k\"l',6",
    "'/ ',7",
    "/m~0n,8"
  })
  void jsonPointersFindWhatTheStandardSays(String pointer, String json) {
    Value document = Value.parseJson(Source.of("rfc", """
        {"foo": ["bar", "baz"], "": 0, "a/b": 1, "c%d": 2, "e^f": 3, "g|h": 4,
         "i\\\\j": 5, "k\\"l": 6, " ": 7, "m~n": 8}"""));

    assertThat(FieldPath.fromJsonPointer(pointer).in(document)).hasToString(json);
  }

  @ParameterizedTest
  @ValueSource(strings = {"spec", "/a~2b", "/a~", "#/spec"})
  void aTextThatIsNoJsonPointerIsRefused(String pointer) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FieldPath.fromJsonPointer(pointer))
        .withMessageStartingWith("not a JSON pointer, ")
        .withMessageEndingWith(": \"" + pointer + "\"");
  }

  @Test
  void tildesAreUnescapedOnce() {
    assertThat(FieldPath.fromJsonPointer("/~01")).isEqualTo(FieldPath.ROOT.key("~1"));
  }

  @Test
  void pathsAreOrderedByIndexAndName() {
    Stream<String> sorted = Stream.of(
            "a[10]", "a[2]", "a", "aZ", "a.b", "b", "", "a[k]", "[1]", "a[2].x")
        .map(FieldPath::parse)
        .sorted()
        .map(Objects::toString);

    assertThat(sorted)
        .containsExactly("", "[1]", "a", "a[2]", "a[2].x", "a[10]", "a.b", "a[k]", "aZ", "b");
  }

  @Test
  void aFieldAndAKeyOfOneNameDiffer() {
    FieldPath field = FieldPath.ROOT.field("a");
    FieldPath key = FieldPath.ROOT.key("a");

    assertThat(field).isNotEqualTo(key).isLessThan(key);
  }

  @Test
  void pathsOfAHundredThousandStepsNeedNoStack() {
    String pointer = "/a".repeat(100_000);

    FieldPath path = FieldPath.fromJsonPointer(pointer);

    assertThat(path.toJsonPointer()).isEqualTo(pointer);
    assertThat(path)
        .isEqualTo(FieldPath.fromJsonPointer(pointer))
        .hasSameHashCodeAs(FieldPath.fromJsonPointer(pointer));
    assertThat(path.in(pod)).isNull();
    assertThat(path.locate(pod)).hasToString("pod.json:1:1");
  }

  @Test
  void theRestOfAPathIsThatAfterItsStart() {
    FieldPath path = FieldPath.parse("items[0].metadata.labels[a/b]");

    assertThat(path.after(FieldPath.parse("items[0]")))
        .contains(FieldPath.parse("metadata.labels[a/b]"));
    assertThat(path.after(FieldPath.ROOT)).contains(path);
    assertThat(path.after(path)).contains(FieldPath.ROOT);
    assertThat(path.after(FieldPath.parse("items[1]"))).isEmpty();
    assertThat(FieldPath.ROOT.after(path)).isEmpty();
  }
}
