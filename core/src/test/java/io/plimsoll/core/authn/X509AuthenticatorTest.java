package io.plimsoll.core.authn;

import static io.plimsoll.core.authn.Requests.NOW;
import static io.plimsoll.core.authn.Requests.outcome;
import static io.plimsoll.core.authn.Requests.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.authn.Authentication.Authenticated;
import io.plimsoll.testkit.CertificateAuthority;
import io.plimsoll.testkit.CertificateAuthority.Subject;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class X509AuthenticatorTest {

  private final CertificateAuthority root = CertificateAuthority.root("kubernetes", NOW);
  private final CertificateAuthority team = root.intermediate("team", NOW);
  private final X509Authenticator authenticator =
      new X509Authenticator(List.of(root.certificate()));

  private Authentication ask(X509Certificate... shown) {
    return authenticator.authenticate(request(Requests.http().withCertificates(List.of(shown))));
  }

  private static Subject subject(
      List<String> uids, Duration from, Duration until, String... usages) {
    return new Subject(
        Optional.of("jane"), List.of(), uids, NOW.plus(from), NOW.plus(until), List.of(usages));
  }

  @Test
  void groupsAreOrganizationsInOrder() {
    X509Certificate jane = root.sign(Subject.client("jane", NOW, "ops", "dev", "ops"));

    Authentication answer = ask(jane);

    assertThat(outcome(answer)).isEqualTo("jane/[ops, dev, ops]");
    assertThat(((Authenticated) answer).user().extra())
        .hasEntrySatisfying(
            "authentication.kubernetes.io/credential-id",
            ids -> assertThat(ids).singleElement().asString().matches("X509SHA256=[0-9a-f]{64}"));
  }

  @Test
  void withoutACertificateThereIsNoOpinion() {
    assertThat(ask()).isSameAs(Authentication.NO_OPINION);
  }

  @Test
  void anIntermediateAuthorityMustBeShown() {
    X509Certificate jane = team.sign(Subject.client("jane", NOW));

    assertThat(outcome(ask(jane, team.certificate()))).isEqualTo("jane/[]");
    assertThat(outcome(ask(jane)))
        .endsWith("failed: x509: certificate signed by unknown authority");
  }

  @Test
  void aClientIsNoAuthority() {
    X509Certificate jane = team.sign(Subject.client("jane", NOW));
    X509Certificate impostor = root.sign(Subject.client("team", NOW));

    assertThat(outcome(ask(jane, impostor)))
        .endsWith(
            "x509: certificate signed by unknown authority (possibly because of \"x509: invalid"
                + " signature: parent certificate cannot sign this kind of certificate\" while trying to verify candidate"
                + " authority certificate \"team\")");
  }

  @Test
  void anotherAuthorityOfTheSameNameIsNamed() {
    X509Certificate jane =
        CertificateAuthority.root("kubernetes", NOW).sign(Subject.client("jane", NOW));

    assertThat(outcome(ask(jane)))
        .startsWith(
            "error: verifying certificate SN=2, SKID=, AKID= failed: x509: certificate signed by unknown"
                + " authority (possibly because of \"")
        .endsWith("\" while trying to verify candidate authority certificate \"kubernetes\")");
  }

  @Test
  void anAuthorityThatSignedNothingButItselfIsTakenAtItsWord() {
    assertThat(outcome(ask(root.certificate()))).isEqualTo("kubernetes/[]");
  }

  @Test
  void timesAreThoseOfTheRequest() {
    assertThat(outcome(ask(root.sign(
            subject(List.of(), Duration.ofDays(-2), Duration.ofSeconds(-1), "clientAuth")))))
        .endsWith(
            "failed: x509: certificate has expired or is not yet valid: current time 2026-08-01T12:00:00Z is"
                + " after 2026-08-01T11:59:59Z");
    assertThat(outcome(ask(root.sign(
            subject(List.of(), Duration.ofSeconds(1), Duration.ofDays(1), "clientAuth")))))
        .endsWith("current time 2026-08-01T12:00:00Z is before 2026-08-01T12:00:01Z");
    assertThat(outcome(ask(root.sign(subject(List.of(), Duration.ZERO, Duration.ZERO)))))
        .isEqualTo("jane/[]");
  }

  @Test
  void whatWasGoodOnceExpiresAllTheSame() {
    List<X509Certificate> shown = List.of(root.sign(Subject.client("jane", NOW)));
    AuthenticationRequest now = request(Requests.http().withCertificates(shown));
    AuthenticationRequest later = new AuthenticationRequest(
        now.http(), now.cluster(), NOW.plus(Duration.ofDays(2)), List.of());

    assertThat(outcome(authenticator.authenticate(now))).isEqualTo("jane/[]");
    assertThat(outcome(authenticator.authenticate(later)))
        .endsWith("current time 2026-08-03T12:00:00Z is after 2026-08-02T12:00:00Z");
    assertThat(outcome(authenticator.authenticate(now))).isEqualTo("jane/[]");
  }

  @Test
  void aCertificateMustBeGoodForClients() {
    Duration day = Duration.ofDays(1);

    assertThat(outcome(ask(root.sign(subject(List.of(), day.negated(), day, "serverAuth")))))
        .endsWith("x509: certificate specifies an incompatible key usage");
    assertThat(outcome(
            ask(root.sign(subject(List.of(), day.negated(), day, "serverAuth", "clientAuth")))))
        .isEqualTo("jane/[]");
    assertThat(outcome(ask(root.sign(subject(List.of(), day.negated(), day)))))
        .isEqualTo("jane/[]");
  }

  @Test
  void aUidIsAnAttributeOfTheSubject() {
    Duration day = Duration.ofDays(1);

    assertThat(outcome(ask(root.sign(subject(List.of("u-1"), day.negated(), day)))))
        .isEqualTo("jane/u-1[]");
    assertThat(outcome(ask(root.sign(subject(List.of("a", "b"), day.negated(), day)))))
        .isEqualTo("error: expected 1 UID, but found multiple: [a b]");
    assertThat(outcome(ask(root.sign(subject(List.of(""), day.negated(), day)))))
        .isEqualTo("error: UID cannot be an empty string");
  }

  @Test
  void withoutACommonNameThereIsNoOpinion() {
    Subject nameless =
        new Subject(Optional.empty(), List.of("ops"), List.of(), NOW, NOW, List.of("clientAuth"));

    assertThat(outcome(ask(root.sign(nameless)))).isEqualTo("nothing");
  }

  @Test
  void tenThousandGroupsAreTakenOver() {
    String[] groups = new String[10_000];
    Arrays.setAll(groups, i -> "group-" + i);

    Authentication answer = ask(root.sign(Subject.client("jane", NOW, groups)));

    assertThat(((Authenticated) answer).user().groups()).containsExactly(groups);
  }
}
