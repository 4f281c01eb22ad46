package io.plimsoll.core.authn;

import static io.plimsoll.core.authn.Requests.NOW;
import static io.plimsoll.core.authn.Requests.outcome;
import static io.plimsoll.core.authn.Requests.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.authn.Authentication.Authenticated;
import io.plimsoll.core.request.ApiRequest;
import io.plimsoll.testkit.CertificateAuthority;
import io.plimsoll.testkit.CertificateAuthority.Subject;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestHeaderAuthenticatorTest {

  private static final CertificateAuthority CA = CertificateAuthority.root("proxies", NOW);
  private static final X509Certificate PROXY = CA.sign(Subject.client("front-proxy", NOW));
  private static final RequestHeaderConfig CONFIG =
      RequestHeaderConfig.of(List.of(CA.certificate()));

  private static Authentication ask(RequestHeaderConfig config, ApiRequest http) {
    return new RequestHeaderAuthenticator(config)
        .authenticate(request(http.withCertificates(List.of(PROXY))));
  }

  @Test
  void onlyTheFirstValueOfAHeaderIsAName() {
    ApiRequest http =
        Requests.http().withHeader("x-remote-user", "a").withHeader("X-Remote-User", "b");

    assertThat(outcome(ask(CONFIG, http))).isEqualTo("a/[]");
    assertThat(outcome(ask(
            CONFIG,
            Requests.http().withHeader("X-Remote-User", "").withHeader("X-Remote-User", "b"))))
        .isEqualTo("nothing");
  }

  @Test
  void emptyGroupsAreLeftOut() {
    ApiRequest http = Requests.http()
        .withHeader("X-Remote-User", "a")
        .withHeader("X-Remote-Group", "")
        .withHeader("X-Remote-Group", "dev");

    assertThat(outcome(ask(CONFIG, http))).isEqualTo("a/[dev]");
  }

  @Test
  void namesOfAttributesAreInLowerCaseAndDecoded() {
    ApiRequest http = Requests.http()
        .withHeader("X-Remote-User", "a")
        .withHeader("X-Remote-Extra-Example.com%2FTeam", "Blue")
        .withHeader("x-remote-extra-50%", "x")
        .withHeader("X-Remote-Extra-%zz", "y")
        .withHeader("X-Remote-Extra-", "z");

    assertThat(ask(CONFIG, http))
        .isInstanceOfSatisfying(
            Authenticated.class,
            known -> assertThat(known.user().extra())
                .isEqualTo(Map.of(
                    "example.com/team", List.of("Blue"),
                    "50%", List.of("x"),
                    "%zz", List.of("y"),
                    "", List.of("z"))));
  }

  @Test
  void theProxyMustBeOneOfThoseAllowed() {
    RequestHeaderConfig others = new RequestHeaderConfig(
        CONFIG.clientCa(),
        List.of("gate"),
        CONFIG.usernameHeaders(),
        List.of(),
        List.of(),
        List.of());

    assertThat(outcome(ask(others, Requests.http().withHeader("X-Remote-User", "a"))))
        .isEqualTo("error: x509: subject with cn=front-proxy is not in the allowed list");
  }

  @Test
  void withoutACertificateHeadersCountForNothing() {
    ApiRequest http = Requests.http().withHeader("X-Remote-User", "root");

    assertThat(new RequestHeaderAuthenticator(CONFIG).authenticate(request(http)))
        .isSameAs(Authentication.NO_OPINION);
  }

  @Test
  void whatLooksLikeFurtherHeadersIsPartOfAValue() {
    ApiRequest http =
        Requests.http().withHeader("X-Remote-User", "a\r\nX-Remote-Group: system:masters");

    assertThat(outcome(ask(CONFIG, http))).isEqualTo("a\r\nX-Remote-Group: system:masters/[]");
  }
}
