package io.plimsoll.core.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.validation.FieldError;
import org.junit.jupiter.api.Test;

/** Texts in fields. */
class SyntaxTest {

  private static final FieldPath AT = FieldPath.of("a");

  @Test
  void wildcards() {
    assertThat(Syntax.wildcardErrors("*.example.com")).isEmpty();
    assertThat(Syntax.wildcardErrors("*.*.com"))
        .containsExactly(
            "a wildcard DNS-1123 subdomain must start with '*.', followed by a valid DNS subdomain, which must"
                + " consist of lower case alphanumeric characters, '-' or '.' and end with an alphanumeric character (e.g."
                + " '*.example.com', regex used for validation is"
                + " '\\*\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')");
    assertThat(Syntax.wildcardErrors("*." + "a".repeat(252)))
        .containsExactly("must be no more than 253 characters");
    assertThat(Syntax.wildcardErrors("*")).hasSize(1);
    assertThat(Syntax.wildcardErrors("a*.com")).hasSize(1);
  }

  @Test
  void portNames() {
    assertThat(Syntax.portNameErrors("http-1")).isEmpty();
    assertThat(Syntax.portNameErrors(""))
        .containsExactly(
            "must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)",
            "must contain at least one letter (a-z)");
    assertThat(Syntax.portNameErrors("-a--b-"))
        .containsExactly(
            "must not contain consecutive hyphens", "must not begin or end with a hyphen");
    assertThat(Syntax.portNameErrors("a234567890123456"))
        .containsExactly("must be no more than 15 characters");
  }

  @Test
  void percentages() {
    assertThat(Syntax.percentErrors("100%")).isEmpty();
    assertThat(Syntax.percentErrors("-1%"))
        .containsExactly(
            "a valid percent string must be a numeric string followed by an ending '%' (e.g. '1%',  or '93%',"
                + " regex used for validation is '[0-9]+%')");
  }

  @Test
  void keysOfData() {
    assertThat(Syntax.dataKeyErrors("a.b_c-D")).isEmpty();
    assertThat(Syntax.dataKeyErrors(".")).containsExactly("must not be '.'");
    assertThat(Syntax.dataKeyErrors("..")).containsExactly("must not be '..'");
    assertThat(Syntax.dataKeyErrors("..a")).containsExactly("must not start with '..'");
    assertThat(Syntax.dataKeyErrors("a/b"))
        .containsExactly(
            "a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g. 'key.name',  or"
                + " 'KEY_NAME',  or 'key-name', regex used for validation is '[-._a-zA-Z0-9]+')");
  }

  @Test
  void pathsThatStartWithADomain() {
    assertThat(Syntax.domainPathErrors(AT, "acme.io/foo")).isEmpty();
    assertThat(Syntax.domainPathErrors(AT, ""))
        .extracting(FieldError::toString)
        .containsExactly("a: Required value");
    assertThat(Syntax.domainPathErrors(AT, "foo/"))
        .extracting(FieldError::toString)
        .containsExactly(
            "a: Invalid value: \"foo/\": must be a domain-prefixed path (such as \"acme.io/foo\")");
    assertThat(Syntax.domainPathErrors(AT, "acme.io/a b"))
        .extracting(FieldError::toString)
        .containsExactly("a: Invalid value: \"a b\": Invalid path (regex used for validation is"
            + " '[A-Za-z0-9/\\-._~%!$&'()*+,;=:]+')");
    assertThat(Syntax.domainPathErrors(AT, "A/b")).hasSize(1);
  }
}
