package io.plimsoll.core.manifest;

import static io.plimsoll.core.manifest.Reads.documents;
import static io.plimsoll.core.manifest.Reads.problems;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlScalarTest {

  @ParameterizedTest
  @ValueSource(strings = {"y", "Y", "yes", "Yes", "YES", "on", "On", "ON", "true", "True", "TRUE"})
  void wordsForYesAreTrue(String plain) {
    assertThat(documents("v: " + plain)).containsExactly("{\"v\":true}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"n", "N", "no", "No", "NO", "off", "Off", "OFF", "false", "False", "FALSE"})
  void wordsForNoAreFalse(String plain) {
    assertThat(documents("v: " + plain)).containsExactly("{\"v\":false}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "~", "null", "Null", "NULL"})
  void wordsForNothingAreNull(String plain) {
    assertThat(documents("v: " + plain)).containsExactly("{\"v\":null}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yEs",
        "tRUE",
        "nULL",
        "oN",
        "yess",
        "0o8",
        "_1",
        "1e",
        "e3",
        "0x",
        "0b",
        "0b2",
        ".",
        "inf",
        "nan",
        "+",
        "--1",
        "1e400",
        "-1e400",
        "1.2.3",
        "1e+",
        "0xg",
        "12:30",
        "12:30:45",
        "190:20:30",
        "1:30.5",
        "2001-12-14",
        "2001-12-14t21:59:43.10-05:00",
        "=",
        "<<",
        "1Gi",
        "100m",
        "0.1.",
        "1__0x",
        "._5",
        ".5__0",
        "٣",
        "0b12",
        "0x1p4",
        "infinity"
      })
  void everythingElseIsText(String plain) {
    assertThat(documents("v: " + plain)).containsExactly("{\"v\":\"" + plain + "\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0, 0",
    "+1, 1",
    "0777, 511",
    "010, 8",
    "02472256, 685230",
    "0o777, 511",
    "0O17, 15",
    "-0o7, -7",
    "08, 8",
    "09, 9",
    "08080, 8080",
    "0x1F, 31",
    "0X1f, 31",
    "+0x1F, 31",
    "-0x1F, -31",
    "0b101, 5",
    "0B1, 1",
    "-0b11, -3",
    "0b+1, 1",
    "1_000, 1000",
    "1__0, 10",
    "1_, 1",
    "0x_1, 1",
    "00, 0",
    "9223372036854775807, 9223372036854775807",
    "9223372036854775808, 9223372036854775808",
    "18446744073709551615, 18446744073709551615",
    "18446744073709551616, 18446744073709552000",
    "-9223372036854775808, -9223372036854775808",
    "-9223372036854775809, -9223372036854776000",
    "123456789012345678901234567890, 1.2345678901234568e+29",
  })
  void integersComeInAllNotationsOfGo(String plain, String json) {
    assertThat(documents("v: " + plain)).containsExactly("{\"v\":" + json + "}");
  }

  @ParameterizedTest
  @CsvSource({
    ".5, 0.5",
    "+.5, 0.5",
    "-.5, -0.5",
    "5., 5",
    "1.0, 1",
    "1.10, 1.1",
    "-0.0, -0",
    "1e3, 1000",
    "1E3, 1000",
    "+12e03, 12000",
    "1e-3, 0.001",
    "1e-7, 1e-7",
    "0.000001, 0.000001",
    "1e20, 100000000000000000000",
    "1e21, 1e+21",
    "1e-400, 0",
    "1_000.5, 1000.5",
    "685_230.15, 685230.15",
    ".5_0, 0.5",
    "2e-3, 0.002",
    "5e-324, 5e-324",
    "2.2250738585072014e-308, 2.2250738585072014e-308",
    "1.7976931348623157e308, 1.7976931348623157e+308",
    "9007199254740993.0, 9007199254740992",
  })
  void floatsArePrintedAsGoPrintsThem(String plain, String json) {
    assertThat(documents("v: " + plain)).containsExactly("{\"v\":" + json + "}");
  }

  @ParameterizedTest
  @ValueSource(strings = {".inf", ".Inf", "-.INF", "+.inf", ".nan", ".NaN"})
  void whatJsonCannotSayIsAnError(String plain) {
    assertThat(documents("v: " + plain)).isEmpty();
    assertThat(problems("v: " + plain)).containsExactly("1:4 yaml-number");
  }

  @Test
  void whatJsonCannotSayIsNoErrorIfALaterKeyReplacesIt() {
    assertThat(documents("v: {w: .inf}\nx: [1]\nv: 2\n")).containsExactly("{\"v\":2,\"x\":[1]}");
    assertThat(problems("v: {w: .inf}\nx: [1]\nv: 2\n")).containsExactly("3:1 duplicate-key");
  }

  @ParameterizedTest
  @ValueSource(strings = {"'%s'", "\"%s\"", "|-\n  %s", ">-\n  %s"})
  void quotedAndBlockScalarsAreText(String form) {
    for (String word : new String[] {"yes", "null", "0777", "1e3", "~", ".inf"}) {
      assertThat(documents("v: " + String.format(form, word)))
          .containsExactly("{\"v\":\"" + word + "\"}");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'it''s'                  | it's",
        "\"a\\tb\"                | a\\tb",
        "\"\\x41\\u00e9\\U0001F600\" | Aé😀",
        "\"it\\'s\"               | it's",
        "\"a\\\\'\"               | a\\\\'",
        "\"'\\'\\uFFFF\\'\\U0000ffff\" | ''\\uffff'\\uffff",
        "it\\'s                   | it\\\\'s",
        "'a\\'                    | a\\\\",
        "a#b                      | a#b",
        "a # b                    | a",
        "http://x:80/y            | http://x:80/y",
        "-a                       | -a",
      })
  void textIsReadAsInGo(String yaml, String text) {
    assertThat(documents("v: " + yaml)).containsExactly("{\"v\":\"" + text + "\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{a:b}         | {\"a:b\":null}",
        "{a:}          | {\"a:\":null}",
        "[a:, b]       | [\"a:\",\"b\"]",
        "{a: b, c}     | {\"a\":\"b\",\"c\":null}",
        "{\"a\":b}     | {\"a\":\"b\"}",
        "{\"a\":[1]}   | {\"a\":[1]}",
        "[a: 1]        | [{\"a\":1}]",
        "[http://x]    | [\"http://x\"]",
      })
  void colonsWithinBracketsAreReadAsInGo(String flow, String json) {
    assertThat(documents("v: " + flow)).containsExactly("{\"v\":" + json.strip() + "}");
  }

  @Test
  void aColonInFrontOfABracketIsPartOfThePlainTextWithinBrackets() {
    assertThat(problems("v: {a:[1]}")).containsExactly("1:7 yaml-syntax");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\ud83d\\ude00", "\\udfff", "\\U0000d800", "x\\\\\\ud83d"})
  void escapesOfHalfAPairAreErrors(String escape) {
    assertThat(documents("v: \"" + escape + "\"")).isEmpty();
    assertThat(problems("v: \"" + escape + "\"").get(0)).endsWith(" yaml-escape");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\/", "\\q", "\\u12", "\\UFFFFFFFF", "\\U00110000", "\\x"})
  void unknownEscapesAreErrors(String escape) {
    assertThat(documents("v: \"" + escape + "\"")).isEmpty();
    assertThat(problems("v: \"" + escape + "\"")).hasSize(1);
  }
}
