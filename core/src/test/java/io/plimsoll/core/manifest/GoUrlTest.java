package io.plimsoll.core.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoUrlTest {

  @Test
  void partsAreTakenApart() {
    GoUrl url = GoUrl.parse("HTTPS://u:p@a.b:80/c%20d?e=f#g");

    assertThat(url).isEqualTo(new GoUrl("https", true, "u:p", "a.b:80", "/c d", "e=f", "g", ""));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      https://[::1]:5000/a | [::1]:5000 | /a
      https://[fe80::1%25en0] | [fe80::1%en0] | ``
      https://a<>"!$&'()*+,;= | a<>"!$&'()*+,;= | ``
      https://%c3%a9/ | é | /
      https://A | A | ``
      unix:///a.sock | `` | /a.sock
      unix:a | `` | ``
      //a/b | a | /b
      ///a | `` | ///a
      a/b | `` | a/b
      https://a: | a: | ``
      x://a:b:1 | a:b:1 | ``
      """)
  void hostAndPathHaveNoEscapes(String text, String host, String path) {
    GoUrl url = GoUrl.parse(text);

    assertThat(url.host()).isEqualTo(host);
    assertThat(url.path()).isEqualTo(path);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      :a | parse ":a": missing protocol scheme
      1:b | parse "1:b": first path segment in URL cannot contain colon
      https://a:b | parse "https://a:b": invalid port ":b" after host
      https://a:1:2 | parse "https://a:1:2": invalid port ":1:2" after host
      https://[::1 | parse "https://[::1": missing ']' in host
      https://a[b] | parse "https://a[b]": invalid IP-literal
      https://[a] | parse "https://[a]": invalid host: ParseAddr("a"): unable to parse IP
      https://[1.2.3.4] | parse "https://[1.2.3.4]": invalid IP-literal
      https://[1.2.3] | parse "https://[1.2.3]": invalid host: ParseAddr("1.2.3"): IPv4 address too short
      https://[1.2.3.04] | parse "https://[1.2.3.04]": invalid host: ParseAddr("1.2.3.04"): IPv4 field has octet with leading zero
      https://[1.2.3.256] | parse "https://[1.2.3.256]": invalid host: ParseAddr("1.2.3.256"): IPv4 field has value >255
      https://[1.2..4] | parse "https://[1.2..4]": invalid host: ParseAddr("1.2..4"): IPv4 field must have at least one digit (at ".4")
      https://[1.2.3.4.5] | parse "https://[1.2.3.4.5]": invalid host: ParseAddr("1.2.3.4.5"): IPv4 address too long
      https://[1.x] | parse "https://[1.x]": invalid host: ParseAddr("1.x"): unexpected character (at "x")
      https://[::g] | parse "https://[::g]": invalid host: ParseAddr("::g"): each colon-separated field must have at least one digit (at "g")
      https://[1:2] | parse "https://[1:2]": invalid host: ParseAddr("1:2"): address string too short
      https://[1:] | parse "https://[1:]": invalid host: ParseAddr("1:"): colon must be followed by more characters (at ":")
      https://[1::2::3] | parse "https://[1::2::3]": invalid host: ParseAddr("1::2::3"): multiple :: in address (at ":3")
      https://[12345::] | parse "https://[12345::]": invalid host: ParseAddr("12345::"): each group must have 4 or less digits (at "12345::")
      https://[1:2:3:4:5:6:7:8:9] | parse "https://[1:2:3:4:5:6:7:8:9]": invalid host: ParseAddr("1:2:3:4:5:6:7:8:9"): trailing garbage after address (at "9")
      https://[1:2:3:4::5:6:7:8] | parse "https://[1:2:3:4::5:6:7:8]": invalid host: ParseAddr("1:2:3:4::5:6:7:8"): the :: must expand to at least one field of zeros
      https://[1:1.2.3.4] | parse "https://[1:1.2.3.4]": invalid host: ParseAddr("1:1.2.3.4"): embedded IPv4 address must replace the final 2 fields of the address (at "1.2.3.4")
      https://[::1%25] | parse "https://[::1%25]": invalid host: ParseAddr("::1%"): zone must be a non-empty string
      https://[::1]x | parse "https://[::1]x": invalid port "x" after host
      https://a b | parse "https://a b": invalid character " " in host name
      https://%41 | parse "https://%41": invalid URL escape "%41"
      https://a/%zz | parse "https://a/%zz": invalid URL escape "%zz"
      https://a/%z | parse "https://a/%z": invalid URL escape "%z"
      https://a#%zz | parse "https://a#%zz": invalid URL escape "%zz"
      https://é^@a | parse "https://é^@a": net/url: invalid userinfo
      """)
  void errorsAreThoseOfGo(String text, String error) {
    assertThat(GoUrl.parse(text).error()).isEqualTo(error);
  }

  @Test
  void controlCharactersAreRefused() {
    assertThat(GoUrl.parse("a\tb").error())
        .isEqualTo("parse \"a\\tb\": net/url: invalid control character in URL");
  }
}
