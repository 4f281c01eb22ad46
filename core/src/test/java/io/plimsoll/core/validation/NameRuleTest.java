package io.plimsoll.core.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NameRuleTest {

  @Test
  void startsOfNamesMayEndInADash() {
    for (NameRule rule :
        new NameRule[] {NameRule.DNS_SUBDOMAIN, NameRule.DNS_LABEL, NameRule.DNS_1035_LABEL}) {
      assertThat(rule.errors("web", false)).isEmpty();
      assertThat(rule.errors("web-", false)).hasSize(1);
      assertThat(rule.errors("web-", true)).isEmpty();
      assertThat(rule.errors("-", true)).hasSize(1);
      assertThat(rule.errors("Web", true)).hasSize(1);
    }
    assertThat(NameRule.DNS_LABEL.errors("x".repeat(63) + "-", true)).isEmpty();
    assertThat(NameRule.DNS_LABEL.errors("x".repeat(64) + "-", true)).hasSize(1);
  }

  @Test
  void kindsOfNamesDiffer() {
    assertThat(NameRule.DNS_SUBDOMAIN.errors("a.1", false)).isEmpty();
    assertThat(NameRule.DNS_LABEL.errors("a.1", false)).hasSize(1);
    assertThat(NameRule.DNS_LABEL.errors("1a", false)).isEmpty();
    assertThat(NameRule.DNS_1035_LABEL.errors("1a", false))
        .containsExactly(
            "a DNS-1035 label must consist of lower case alphanumeric characters or '-',"
                + " start with an alphabetic character, and end with an alphanumeric character (e.g."
                + " 'my-name',  or 'abc-123', regex used for validation is"
                + " '[a-z]([-a-z0-9]*[a-z0-9])?')");
    assertThat(NameRule.PATH_SEGMENT.errors("A:b%/", false))
        .containsExactly("may not contain '/'", "may not contain '%'");
    assertThat(NameRule.PATH_SEGMENT.errors("..", false)).containsExactly("may not be '..'");
    assertThat(NameRule.PATH_SEGMENT.errors("..", true)).isEmpty();
  }
}
