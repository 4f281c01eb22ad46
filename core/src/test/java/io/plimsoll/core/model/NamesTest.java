package io.plimsoll.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

  private static final String NO_LABEL =
      "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must"
          + " start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used"
          + " for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')";

  private static final String NO_SUBDOMAIN =
      "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.',"
          + " and must start and end with an alphanumeric character (e.g. 'example.com', regex used for"
          + " validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";

  @ParameterizedTest
  @ValueSource(strings = {"a", "0", "a-b", "a--b", "web-1"})
  void aLabelIsAlsoASubdomain(String name) {
    assertThat(Names.dnsLabelErrors(name)).isEmpty();
    assertThat(Names.dnsSubdomainErrors(name)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.b", "1.2.3", "a-b.c"})
  void aSubdomainMayHaveDots(String name) {
    assertThat(Names.dnsLabelErrors(name)).containsExactly("must not contain dots");
    assertThat(Names.dnsSubdomainErrors(name)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", ".", "a.", ".a", "a..b", "-a", "a-", "a.-b", "a-.b", "A", "ä", "a b", "a\n"})
  void whatDnsCannotCarryIsNeither(String name) {
    assertThat(Names.dnsLabelErrors(name)).containsExactly(NO_LABEL);
    assertThat(Names.dnsSubdomainErrors(name)).containsExactly(NO_SUBDOMAIN);
  }

  @Test
  void lengthsAreLimited() {
    assertThat(Names.dnsLabelErrors("a".repeat(63))).isEmpty();
    assertThat(Names.dnsLabelErrors("a".repeat(64)))
        .containsExactly("must be no more than 63 characters");
    assertThat(Names.dnsLabelErrors("A".repeat(64)))
        .containsExactly("must be no more than 63 characters", NO_LABEL);
    assertThat(Names.dnsSubdomainErrors("a.".repeat(126) + "a")).isEmpty();
    assertThat(Names.dnsSubdomainErrors("a.".repeat(1_000_000) + "a"))
        .containsExactly("must be no more than 253 characters");
  }

  @ParameterizedTest
  @CsvSource({
    "system:node, ''",
    "A b, ''",
    "., may not be '.'",
    ".., may not be '..'",
    "a/b, may not contain '/'",
    "a%2f/, may not contain '/'; may not contain '%'"
  })
  void aPathSegmentIsNeitherAPathNorEscaped(String name, String errors) {
    assertThat(String.join("; ", Names.pathSegmentErrors(name))).isEqualTo(errors);
  }
}
