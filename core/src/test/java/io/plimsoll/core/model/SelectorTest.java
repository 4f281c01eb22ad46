package io.plimsoll.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.plimsoll.core.model.Requirement.Operator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectorTest {

  private static final Map<String, String> WEB = Map.of("app", "web", "weight", "10", "empty", "");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "app=web | true",
        "app==web | true",
        "app=db | false",
        "app!=db | true",
        "app!=web | false",
        "absent!=web | true",
        "absent=web | false",
        "app in (db,web) | true",
        "app in (db) | false",
        "absent in (db) | false",
        "app notin (db) | true",
        "app notin (db,web) | false",
        "absent notin (web) | true",
        "app | true",
        "absent | false",
        "!absent | true",
        "!app | false",
        "weight>9 | true",
        "weight>10 | false",
        "weight<11 | true",
        "weight<10 | false",
        "app>1 | false",
        "app<1 | false",
        "absent>1 | false",
        "absent<1 | false",
        "empty= | true",
        "empty in () | true",
        "absent= | false",
        "app=web,weight>9,!absent | true",
        "app=web,weight>10 | false",
        "'' | true"
      })
  void aQueryMatchesWhatItSays(String query, boolean matches) {
    assertThat(Selector.parse(query).matches(WEB)).isEqualTo(matches);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "b = 2 , a == 1 | a==1,b=2",
        "x notin ( c,a , b ) | x notin (a,b,c)",
        "x in (,a) | x in (,a)",
        "in in (in,notin) | in in (in,notin)",
        "z,!y,x!= | x!=,!y,z",
        "a\t>\t5,a<9 | a>5,a<9"
      })
  void theCanonicalTextIsOrderedByKey(String query, String canonical) {
    assertThat(Selector.parse(query)).hasToString(canonical);
    assertThat(Selector.parse(canonical)).isEqualTo(Selector.parse(query));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a,b, | found '', expected: identifier after ','",
        "a b | unable to parse requirement: found 'b', expected: in, notin, =, ==, !=, gt, lt",
        "a in b | unable to parse requirement: found 'b' expected: '('",
        "a in (= | unable to parse requirement: found '=', expected: ',', ')' or identifier",
        "a in (b=) | unable to parse requirement: found '=', expected: ',' or ')'",
        "a in (,= | unable to parse requirement: found '=', expected: ',', or identifier",
        "! | unable to parse requirement: found '', expected: identifier",
        "a=( | unable to parse requirement: found '(', expected: identifier",
        "a>x | unable to parse requirement: values[0]: Invalid value: \"x\": for 'Gt', 'Lt' operators, the value must be an integer",
        ") | found ')', expected: !, identifier, or 'end of string'"
      })
  void aTextThatIsNoQueryIsRefusedInUpstreamsWords(String query, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Selector.parse(query))
        .withMessage(message);
    assertThat(Selector.tryParse(query)).isEmpty();
  }

  @Test
  void aNulCharacterEndsATokenAndAtTheStartOfOneTheQuery() {
    assertThat(Selector.parse("a\0=\0b")).hasToString("a=b");
    assertThat(Selector.parse("a,b \0,c")).hasToString("a,b");
    assertThat(Selector.parse("\0a")).isEqualTo(Selector.EVERYTHING);
  }

  @Test
  void anAbsentSelectorMatchesNothingAndAnEmptyOneEverything() {
    assertThat(Selector.from(null)).isSameAs(Selector.NOTHING);
    assertThat(Selector.NOTHING.matches(Map.of())).isFalse();
    assertThat(Selector.NOTHING.isNothing()).isTrue();
    assertThat(Selector.NOTHING.isEverything()).isFalse();
    assertThat(Selector.from(LabelSelector.EVERYTHING)).isSameAs(Selector.EVERYTHING);
    assertThat(Selector.EVERYTHING.matches(Map.of())).isTrue();
    assertThat(Selector.EVERYTHING.isEverything()).isTrue();
    assertThat(Selector.EVERYTHING).isNotEqualTo(Selector.NOTHING).hasToString("");
  }

  @Test
  void theRequirementsOfAnApiSelectorAreOrderedByKeyAndThenAsWritten() {
    LabelSelector selector = new LabelSelector(
        Map.of("m", "1"),
        List.of(
            new LabelSelectorRequirement("z", "Exists", List.of()),
            new LabelSelectorRequirement("m", "NotIn", List.of("3", "2", "2")),
            new LabelSelectorRequirement("a", "DoesNotExist", List.of())));

    Selector compiled = selector.toSelector();

    assertThat(compiled.requirements())
        .containsExactly(
            new Requirement("a", Operator.DOES_NOT_EXIST, List.of()),
            new Requirement("m", Operator.EQUALS, List.of("1")),
            new Requirement("m", Operator.NOT_IN, List.of("3", "2", "2")),
            new Requirement("z", Operator.EXISTS, List.of()));
    assertThat(compiled).hasToString("!a,m=1,m notin (2,2,3),z");
  }

  @Test
  void anApiSelectorMatchesThroughItsRequirements() {
    LabelSelector selector = new LabelSelector(
        Map.of("app", "web"),
        List.of(new LabelSelectorRequirement("tier", "NotIn", List.of("db"))));

    assertThat(selector.matches(WEB)).isTrue();
    assertThat(selector.matches(Map.of("app", "web", "tier", "db"))).isFalse();
    assertThat(selector.matches(Map.of())).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "app | in | \"in\" is not a valid label selector operator",
        "app | Gt | \"Gt\" is not a valid label selector operator",
        "app | In | values: Invalid value: null: for 'in', 'notin' operators, values set can't be empty"
      })
  void anInvalidExpressionIsRefusedInUpstreamsWords(String key, String operator, String message) {
    LabelSelector selector = new LabelSelector(
        Map.of(), List.of(new LabelSelectorRequirement(key, operator, List.of())));

    assertThatIllegalArgumentException().isThrownBy(selector::toSelector).withMessage(message);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> selector.matches(Map.of()))
        .withMessage(message);
  }

  @Test
  void severalErrorsOfOneRequirementAreListedOnceEach() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Requirement("a//b", Operator.EXISTS, List.of("<", "x")))
        .withMessageStartingWith("[key: Invalid value: \"a//b\": a valid label key must consist of")
        .withMessageContaining(
            "(e.g. 'example.com/MyName'), values: Invalid value: [\"\\u003c\",\"x\"]: values set must be empty")
        .withMessageContaining(
            ", values[0][a//b]: Invalid value: \"<\": a valid label must be an empty string or")
        .withMessageEndingWith("]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Requirement("a", Operator.GREATER_THAN, List.of("1", "2")))
        .withMessage(
            "values: Invalid value: [\"1\",\"2\"]: for 'Gt', 'Lt' operators, exactly one value is required");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Requirement("a", Operator.EQUALS, List.of()))
        .withMessage(
            "values: Invalid value: null: exact-match compatibility requires one single value");
  }

  @Test
  void operatorsPrintAsUpstreamNamesThem() {
    assertThat(Operator.values())
        .extracting(Operator::toString)
        .containsExactly("in", "notin", "=", "==", "!=", "gt", "lt", "exists", "!");
  }
}
