package io.plimsoll.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;

class SelectorProperties {

  @Property
  void aSelectorMatchesWhatEachConditionAllows(
      @ForAll("selectors") LabelSelector selector, @ForAll("labels") Map<String, String> labels) {
    boolean expected = selector.matchLabels().entrySet().stream()
            .allMatch(label -> label.getValue().equals(labels.get(label.getKey())))
        && selector.matchExpressions().stream().allMatch(e -> naive(e, labels));

    assertThat(selector.matches(labels)).isEqualTo(expected);
  }

  private static boolean naive(LabelSelectorRequirement expression, Map<String, String> labels) {
    boolean present = labels.containsKey(expression.key());
    boolean listed = present && expression.values().contains(labels.get(expression.key()));
    return switch (expression.operator()) {
      case "In" -> listed;
      case "NotIn" -> !listed;
      case "Exists" -> present;
      default -> !present;
    };
  }

  @Property
  void theCanonicalTextMeansTheSame(
      @ForAll("selectors") LabelSelector selector, @ForAll("labels") Map<String, String> labels) {
    Selector compiled = selector.toSelector();

    Selector read = Selector.parse(compiled.toString());

    assertThat(Selector.parse(read.toString())).isEqualTo(read);
    assertThat(read.matches(labels)).isEqualTo(compiled.matches(labels));
  }

  @Property
  void anyTextIsAQueryOrRefused(
      @ForAll("queries") @StringLength(max = 20) String query,
      @ForAll("labels") Map<String, String> labels) {
    Selector.tryParse(query).ifPresent(selector -> {
      assertThat(Selector.parse(selector.toString())).hasToString(selector.toString());
      assertThat(Selector.parse(selector.toString()).matches(labels))
          .isEqualTo(selector.matches(labels));
    });
  }

  @Property
  void anyTextIsAFieldQueryOrRefused(@ForAll("fieldQueries") String query) {
    FieldSelector.tryParse(query)
        .ifPresent(
            selector -> assertThat(FieldSelector.parse(selector.toString()).terms())
                .containsExactlyInAnyOrderElementsOf(selector.terms()));
  }

  @Provide
  Arbitrary<LabelSelector> selectors() {
    Arbitrary<LabelSelectorRequirement> sets = Combinators.combine(
            keys(), Arbitraries.of("In", "NotIn"), values().list().ofMinSize(1).ofMaxSize(2))
        .as(LabelSelectorRequirement::new);
    Arbitrary<LabelSelectorRequirement> presence = Combinators.combine(
            keys(), Arbitraries.of("Exists", "DoesNotExist"))
        .as((key, operator) -> new LabelSelectorRequirement(key, operator, List.of()));
    return Combinators.combine(
            labels(), Arbitraries.oneOf(sets, presence).list().ofMaxSize(3))
        .as(LabelSelector::new);
  }

  @Provide
  Arbitrary<Map<String, String>> labels() {
    return Arbitraries.maps(keys(), values()).ofMaxSize(3);
  }

  private static Arbitrary<String> keys() {
    return Arbitraries.of("x", "y", "example.com/z");
  }

  private static Arbitrary<String> values() {
    return Arbitraries.of("a", "b", "");
  }

  @Provide
  Arbitrary<String> queries() {
    return Arbitraries.strings()
        .withChars("x5 =!<>(),-\0")
        .ofMaxLength(20)
        .flatMap(text -> Arbitraries.of(text, "x in " + text, "x notin (" + text));
  }

  @Provide
  Arbitrary<String> fieldQueries() {
    return Arbitraries.strings().withChars("ab=!,\\ ").ofMaxLength(16);
  }
}
