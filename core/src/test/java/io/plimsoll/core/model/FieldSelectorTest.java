package io.plimsoll.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.plimsoll.core.model.FieldSelector.Term;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldSelectorTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "metadata.name=web | true",
        "metadata.name==web | true",
        "metadata.name!=web | false",
        "status.phase!=Running | true",
        "status.phase= | true",
        "status.phase!= | false",
        "metadata.name=web,spec.nodeName=n1 | true",
        "metadata.name=web,spec.nodeName=n2 | false",
        "'' | true"
      })
  void anAbsentFieldIsEmpty(String query, boolean matches) {
    Map<String, String> fields = Map.of("metadata.name", "web", "spec.nodeName", "n1");

    assertThat(FieldSelector.parse(query).matches(fields)).isEqualTo(matches);
  }

  @Test
  void valuesAreEscaped() {
    FieldSelector selector = FieldSelector.parse("a=x\\,y\\=z\\\\");

    assertThat(selector.terms()).containsExactly(new Term("a", false, "x,y=z\\"));
    assertThat(selector).hasToString("a=x\\,y\\=z\\\\");
  }

  @Test
  void termsAreOrderedAsTheyWereWritten() {
    assertThat(FieldSelector.parse("c=3,,a!=1,b==2")).hasToString("a!=1,b=2,c=3");
    assertThat(FieldSelector.parse("😀=1,\uffee=2")).hasToString("\uffee=2,😀=1");
  }

  @Test
  void aTermWithoutFieldAndValueIsDropped() {
    assertThat(FieldSelector.parse("=,!=,==")).isEqualTo(FieldSelector.EVERYTHING);
    assertThat(FieldSelector.parse("=x")).hasToString("=x");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "b=1,a | invalid selector: 'b=1,a'; can't understand 'a'",
        "a=b=c | invalid field selector: unescaped character in value: 61",
        "a=\\x | invalid field selector: invalid escape sequence: \\x",
        "a=\\😀 | invalid field selector: invalid escape sequence: \\😀",
        "a=b\\ | invalid field selector: invalid escape sequence: \\"
      })
  void aTextThatIsNoQueryIsRefusedInUpstreamsWords(String query, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FieldSelector.parse(query))
        .withMessage(message);
    assertThat(FieldSelector.tryParse(query)).isEmpty();
  }

  @Test
  void anExactMatchNamesTheOneValue() {
    FieldSelector selector = FieldSelector.parse("metadata.name=web,status.phase!=Running");

    assertThat(selector.exactMatch("metadata.name")).contains("web");
    assertThat(selector.exactMatch("status.phase")).isEmpty();
    assertThat(selector.exactMatch("spec.nodeName")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a=1",
        "a=1,a=1",
        "a=1,a=2",
        "a!=1",
        "a!=1,a!=2",
        "a=1,a!=1",
        "a=1,b=2",
        "b=",
        "b!=",
        "c=1,a=1"
      })
  void aMatcherMatchesWhatTheSelectorDoes(String query) {
    FieldSelector selector = FieldSelector.parse(query);
    for (Map<String, String> fields : List.of(
        Map.<String, String>of(),
        Map.of("a", "1"),
        Map.of("a", "2"),
        Map.of("a", "3", "b", "2"),
        Map.of("a", "1", "b", "2"))) {
      assertThat(selector.matcher().test(fields)).isEqualTo(selector.matches(fields));
    }
  }
}
