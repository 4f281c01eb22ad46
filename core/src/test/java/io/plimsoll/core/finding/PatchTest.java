package io.plimsoll.core.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.plimsoll.core.finding.Patch.Operation;
import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.Source;
import io.plimsoll.core.manifest.Value;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatchTest {

  private static Value json(String text) {
    return Value.parseJson(Source.of("tree.json", text));
  }

  /** The examples of RFC 6902, appendix A, that succeed. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {"""
        A.1 adding an object member | {"foo": "bar"} \
          | [{"op": "add", "path": "/baz", "value": "qux"}] \
          | {"baz": "qux", "foo": "bar"}""", """
        A.2 adding an array element | {"foo": ["bar", "baz"]} \
          | [{"op": "add", "path": "/foo/1", "value": "qux"}] \
          | {"foo": ["bar", "qux", "baz"]}""", """
        A.3 removing an object member | {"baz": "qux", "foo": "bar"} \
          | [{"op": "remove", "path": "/baz"}] \
          | {"foo": "bar"}""", """
        A.4 removing an array element | {"foo": ["bar", "qux", "baz"]} \
          | [{"op": "remove", "path": "/foo/1"}] \
          | {"foo": ["bar", "baz"]}""", """
        A.5 replacing a value | {"baz": "qux", "foo": "bar"} \
          | [{"op": "replace", "path": "/baz", "value": "boo"}] \
          | {"baz": "boo", "foo": "bar"}""", """
        A.6 moving a value | {"foo": {"bar": "baz", "waldo": "fred"}, "qux": {"corge": "grault"}} \
          | [{"op": "move", "from": "/foo/waldo", "path": "/qux/thud"}] \
          | {"foo": {"bar": "baz"}, "qux": {"corge": "grault", "thud": "fred"}}""", """
        A.7 moving an array element | {"foo": ["all", "grass", "cows", "eat"]} \
          | [{"op": "move", "from": "/foo/1", "path": "/foo/3"}] \
          | {"foo": ["all", "cows", "eat", "grass"]}""", """
        A.8 testing a value: success | {"baz": "qux", "foo": ["a", 2, "c"]} \
          | [{"op": "test", "path": "/baz", "value": "qux"}, {"op": "test", "path": "/foo/1", "value": 2}] \
          | {"baz": "qux", "foo": ["a", 2, "c"]}""", """
        A.10 adding a nested member object | {"foo": "bar"} \
          | [{"op": "add", "path": "/child", "value": {"grandchild": {}}}] \
          | {"foo": "bar", "child": {"grandchild": {}}}""", """
        A.11 ignoring unrecognized elements | {"foo": "bar"} \
          | [{"op": "add", "path": "/baz", "value": "qux", "xyz": 123}] \
          | {"foo": "bar", "baz": "qux"}""", """
        A.14 escape ordering | {"/": 9, "~1": 10} \
          | [{"op": "test", "path": "/~01", "value": 10}] \
          | {"/": 9, "~1": 10}""", """
        A.16 adding an array value | {"foo": ["bar"]} \
          | [{"op": "add", "path": "/foo/-", "value": ["abc", "def"]}] \
          | {"foo": ["bar", ["abc", "def"]]}"""})
  void theExamplesOfTheStandardHold(String name, String before, String patch, String after) {
    assertThat(Patch.parse(patch).apply(json(before))).isEqualTo(json(after));
  }

  /** The examples of RFC 6902, appendix A, that fail, and other operations that cannot be done. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {"""
        A.9 testing a value: error | {"baz": "qux"} \
          | [{"op": "test", "path": "/baz", "value": "bar"}] \
          | operation 0, test /baz "bar": the value is "qux\"""", """
        A.12 adding to a nonexistent target | {"foo": "bar"} \
          | [{"op": "add", "path": "/baz/bat", "value": "qux"}] \
          | operation 0, add /baz/bat "qux": there is nothing at "/baz\"""", """
        A.15 comparing strings and numbers | {"/": 9, "~1": 10} \
          | [{"op": "test", "path": "/~01", "value": "10"}] \
          | operation 0, test /~01 "10": the value is 10""", """
        the second of two | {"a": 1} \
          | [{"op": "remove", "path": "/a"}, {"op": "remove", "path": "/a"}] \
          | operation 1, remove /a: there is nothing at "/a\"""", """
        a member of a string | {"a": "x"} \
          | [{"op": "add", "path": "/a/b", "value": 1}] \
          | operation 0, add /a/b 1: the value at "/a" is of type string and has no members""", """
        an index past the end | {"a": [1]} \
          | [{"op": "add", "path": "/a/2", "value": 1}] \
          | operation 0, add /a/2 1: a list of 1 has no place "2\"""", """
        an index with a leading zero | {"a": [1, 2]} \
          | [{"op": "remove", "path": "/a/01"}] \
          | operation 0, remove /a/01: there is nothing at "/a/01\"""", """
        the end of a list has no value | {"a": [1]} \
          | [{"op": "replace", "path": "/a/-", "value": 2}] \
          | operation 0, replace /a/- 2: there is nothing at "/a/-\"""", """
        replacing an absent member | {"a": 1} \
          | [{"op": "replace", "path": "/b", "value": 2}] \
          | operation 0, replace /b 2: there is nothing at "/b\"""", """
        moving into itself | {"a": {"b": 1}} \
          | [{"op": "move", "from": "/a", "path": "/a/b"}] \
          | operation 0, move /a to /a/b: a value cannot be moved into itself""", """
        copying nothing | {"a": 1} \
          | [{"op": "copy", "from": "/b", "path": "/a"}] \
          | operation 0, copy /b to /a: there is nothing at "/b\"""", """
        removing everything | {"a": 1} \
          | [{"op": "remove", "path": ""}] \
          | operation 0, remove : the whole document cannot be taken away"""})
  void anOperationThatCannotBeDoneSaysWhy(
      String name, String before, String patch, String message) {
    Patch parsed = Patch.parse(patch);

    assertThatExceptionOfType(PatchException.class)
        .isThrownBy(() -> parsed.apply(json(before)))
        .withMessage(message)
        .satisfies(e -> assertThat(e.operation()).isEqualTo(parsed.operations().get(e.index())))
        .satisfies(e -> assertThat(e.getMessage()).endsWith(e.reason()));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {"""
        {} | not a JSON patch, it must be an array: "object\"""", """
        [1] | operation 0 is invalid: it must be an object, and is of type "number\"""", """
        [{"path": "/a"}] | operation 0 is invalid: "op" is missing""", """
        [{"op": "ADD", "path": "/a", "value": 1}] | operation 0 is invalid: there is no operation "ADD\"""", """
        [{"op": 1}] | operation 0 is invalid: "op" must be a string""", """
        [{"op": "remove", "path": "/a"}, {"op": "add", "path": "/a"}] | operation 1 is invalid: "value" is missing""", """
        [{"op": "move", "path": "/a"}] | operation 0 is invalid: "from" is missing""", """
        [{"op": "remove", "path": "a"}] | operation 0 is invalid: not a JSON pointer, it does not start with a slash: "a\"""", """
        [{"op": "add", "op": "remove", "path": "/a"}] | patch:1:16: error: [0].op: key "op" is already set in line 1; the last one counts [duplicate-key]""", """
        nonsense | patch:1:1: error: not JSON: unrecognized token 'nonsense': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false') [json-syntax]"""})
  void aTextThatIsNoPatchIsRefused(String text, String message) {
    assertThatIllegalArgumentException().isThrownBy(() -> Patch.parse(text)).withMessage(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "[{\"op\":\"add\",\"path\":\"/a~1b/-\",\"value\":{\"x\":[1]}},{\"op\":\"remove\",\"path\":\"/m~0n\"}]",
        "[{\"op\":\"replace\",\"path\":\"\",\"value\":null},{\"op\":\"test\",\"path\":\"/0\",\"value\":1}]",
        "[{\"op\":\"move\",\"from\":\"/a\",\"path\":\"/b\"},{\"op\":\"copy\",\"from\":\"/c\",\"path\":\"/d/0\"}]"
      })
  void aPatchIsWrittenAsItWasRead(String text) {
    assertThat(Patch.parse(text).toJson()).isEqualTo(text);
  }

  @Test
  void aNumberFindsAnItemOfAListAndAnEntryOfAMapping() {
    Value tree = json("{\"data\": {\"0\": \"a\"}, \"list\": [\"b\"]}");

    Value changed = Patch.of(
            new Operation.Remove(FieldPath.of("data").index(0)),
            new Operation.Add(FieldPath.of("data").index(7), ScalarValue.of("c")),
            new Operation.Remove(FieldPath.of("list").field("0")))
        .apply(tree);

    assertThat(changed).isEqualTo(json("{\"data\": {\"7\": \"c\"}, \"list\": []}"));
  }

  @Test
  void addingAtTheRootReplacesTheDocument() {
    Patch patch = Patch.of(new Operation.Add(FieldPath.ROOT, ScalarValue.of(1)));

    assertThat(patch.apply(json("{}"))).isEqualTo(ScalarValue.of(1));
    assertThat(patch.inverse(json("{}")).apply(ScalarValue.of(1))).isEqualTo(json("{}"));
  }

  @Test
  void movingAValueToWhereItIsChangesNothing() {
    Value tree = json("{\"a\": [1, 2]}");
    FieldPath first = FieldPath.of("a").index(0);

    assertThat(Patch.of(new Operation.Move(first, first)).apply(tree)).isSameAs(tree);
  }

  @Test
  void whatAPatchDoesNotTouchIsSharedAndKeepsItsPlace() {
    MappingValue tree = (MappingValue)
        json(
            "{\"spec\": {\"a\": 1, \"containers\": [{\"name\": \"x\"}, {\"name\": \"y\"}]}, \"status\": {}}");
    FieldPath name = FieldPath.parse("spec.containers[0].name");

    Value changed = Patch.of(
            new Operation.Replace(name, ScalarValue.of("z")),
            new Operation.Add(FieldPath.parse("spec.containers[0].image"), ScalarValue.of("i")))
        .apply(tree);

    FieldPath second = FieldPath.parse("spec.containers[1]");
    assertThat(FieldPath.of("status").in(changed)).isSameAs(tree.get("status"));
    assertThat(second.in(changed)).isSameAs(second.in(tree));
    assertThat(changed.location()).isEqualTo(tree.location());
    assertThat(name.locate(changed)).isEqualTo(name.locate(tree));
    assertThat(Objects.requireNonNull(FieldPath.parse("spec.containers[0]").in(changed))
            .location())
        .hasToString("tree.json:1:34");
    assertThat(name.in(tree)).isEqualTo(ScalarValue.of("x"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"a\":1} | {\"a\":1.0} | ``",
        "{\"a\":1,\"b\":2} | {\"b\":3,\"c\":4} | remove /a,replace /b 3,add /c 4",
        "{\"a\":{\"b\":{\"c\":1}}} | {\"a\":{\"b\":{\"c\":2}}} | replace /a/b/c 2",
        "{\"a\":{\"x\":1}} | {\"a\":{\"y\":1}} | replace /a {\"y\":1}",
        "[1,2,3,4] | [1,3,4] | remove /1",
        "[1,2,3] | [0,1,2,3] | add /0 0",
        "[1] | [1,2,3] | add /1 2,add /2 3",
        "[1,2,3,4,5] | [1,9,3,5,6] | replace /1 9,remove /3,add /4 6",
        "[] | [1,2] | replace  [1,2]",
        "[{\"name\":\"a\",\"v\":1},{\"name\":\"b\",\"v\":2}] | [{\"name\":\"n\"},{\"name\":\"a\",\"v\":3},{\"name\":\"b\",\"v\":2}] | add /0 {\"name\":\"n\"},replace /1/v 3",
        "{\"m\":{\"a/b\":\"x\",\"z\":1}} | {\"m\":{\"a/b\":\"y\",\"z\":1}} | replace /m/a~1b \"y\"",
        "1 | \"1\" | replace  \"1\""
      })
  void differencesAreSmallAndReadable(String from, String to, String operations) {
    Patch patch = Patch.diff(json(from), json(to));

    assertThat(patch.toString().replace("\n", ",")).isEqualTo(operations);
    assertThat(patch.isEmpty()).isEqualTo(operations.isEmpty());
    assertThat(patch.apply(json(from))).isEqualTo(json(to));
  }

  @Test
  void longListsAreComparedInBoundedTime() {
    String many = "1,".repeat(40_000);

    Patch patch = Patch.diff(json("[0," + many + "7]"), json("[" + many + "8,9]"));

    assertThat(patch.operations()).hasSizeLessThan(10);
    assertThat(patch.apply(json("[0," + many + "7]"))).isEqualTo(json("[" + many + "8,9]"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {"""
        {"a":1} \
          | [{"op": "add", "path": "/b", "value": 2}] \
          | remove /b""", """
        {"a":1} \
          | [{"op": "add", "path": "/a", "value": 2}] \
          | replace /a 1""", """
        {"a":[1]} \
          | [{"op": "add", "path": "/a/-", "value": 2}] \
          | remove /a/1""", """
        {"a":[1,2]} \
          | [{"op": "remove", "path": "/a/0"}] \
          | add /a/0 1""", """
        {"a":[1,2]} \
          | [{"op": "replace", "path": "/a/0", "value": 3}] \
          | replace /a/0 1""", """
        {"a":1} \
          | [{"op": "test", "path": "/a", "value": 1}] \
          | ``""", """
        {"a":1,"b":2} \
          | [{"op": "move", "from": "/a", "path": "/c"}] \
          | move /c to /a""", """
        {"a":1,"b":2} \
          | [{"op": "move", "from": "/a", "path": "/b"}] \
          | replace /b 2;add /a 1""", """
        {"a":[1,2,3]} \
          | [{"op": "move", "from": "/a/0", "path": "/a/-"}] \
          | move /a/2 to /a/0""", """
        [{"b":1}] \
          | [{"op": "move", "from": "/0/b", "path": "/0"}] \
          | remove /0;add /0/b 1""", """
        {"a":1} \
          | [{"op": "copy", "from": "/a", "path": "/b"}] \
          | remove /b"""})
  void theInverseIsReadable(String before, String patch, String operations) {
    Value tree = json(before);
    Patch parsed = Patch.parse(patch);

    Patch inverse = parsed.inverse(tree);

    assertThat(inverse.toString().replace("\n", ";")).isEqualTo(operations);
    assertThat(inverse.apply(parsed.apply(tree))).isEqualTo(tree);
  }
}
