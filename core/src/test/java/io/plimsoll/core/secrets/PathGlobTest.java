package io.plimsoll.core.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathGlobTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      `` | `` | true
      * | `` | true
      * | abc | true
      * | a/b | false
      a* | abc | true
      *c | abc | true
      *b | abc | false
      a*b*c | axxbxxbc | true
      a?c | abc | true
      a?c | a/c | false
      a?c | ac | false
      [a-c]x | bx | true
      [^a-c]x | bx | false
      [^a-c]x | dx | true
      [a-]x | ax | false
      [] | ] | false
      [\\]] | ] | true
      \\* | * | true
      \\* | a | false
      a\\ | a\\ | false
      é? | éé | true
      *[ | a | false
      """)
  void matchesAsGoDoes(String pattern, String name, boolean matched) {
    assertThat(PathGlob.matches(pattern, name)).isEqualTo(matched);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "[a", "[]", "[-a]", "[a-]", "a\\", "[\\", "[^]", "*[x"})
  void theseAreNoPatterns(String text) {
    assertThat(PathGlob.isPattern(text)).isFalse();
  }
}
