package io.plimsoll.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabelSyntaxTest {

  private static final String LONG = "a".repeat(63);

  @ParameterizedTest
  @ValueSource(strings = {"a", "A-b_c.9", "example.com/name", "a-b.c/x", "1.2/3", "a--b/x"})
  void validKeysHaveNoErrors(String key) {
    assertThat(LabelSyntax.keyErrors(key)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-a", "a-", ".a", "a b", "ü", "A.com/x", "a..b/x", "-a/x", "a-/x", "a_b/x", "a.-b/x",
        "a-.b/x", "a\n"
      })
  void invalidKeysHaveOneError(String key) {
    assertThat(LabelSyntax.keyErrors(key)).hasSize(1);
  }

  @Test
  void eachPartOfAKeyHasItsErrors() {
    assertThat(LabelSyntax.keyErrors("/a")).containsExactly("prefix part must be non-empty");
    assertThat(LabelSyntax.keyErrors(""))
        .hasSize(2)
        .first()
        .isEqualTo("name part must be non-empty");
    assertThat(LabelSyntax.keyErrors("/"))
        .hasSize(3)
        .startsWith("prefix part must be non-empty", "name part must be non-empty");
    assertThat(LabelSyntax.keyErrors("a/b/c"))
        .singleElement()
        .asString()
        .startsWith("a valid label key must consist of")
        .endsWith("with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')");
  }

  @Test
  void lengthsAreCountedInBytes() {
    assertThat(LabelSyntax.keyErrors(LONG)).isEmpty();
    assertThat(LabelSyntax.keyErrors(LONG + "a"))
        .containsExactly("name part must be no more than 63 bytes");
    assertThat(LabelSyntax.keyErrors("ü".repeat(32)))
        .hasSize(2)
        .contains("name part must be no more than 63 bytes");
    assertThat(LabelSyntax.keyErrors("a".repeat(253) + "/x")).isEmpty();
    assertThat(LabelSyntax.keyErrors("a".repeat(254) + "/x"))
        .containsExactly("prefix part must be no more than 253 bytes");
    assertThat(LabelSyntax.valueErrors(LONG)).isEmpty();
    assertThat(LabelSyntax.valueErrors(LONG + "a"))
        .containsExactly("must be no more than 63 bytes");
  }

  @ParameterizedTest
  @CsvSource({"'',0", "a,0", "A_b.c-9,0", "-a,1", "a/b,1", "x y,1", "ü,1"})
  void valuesAreEmptyOrLikeNames(String value, int errors) {
    assertThat(LabelSyntax.valueErrors(value)).hasSize(errors);
  }
}
