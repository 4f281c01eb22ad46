package io.plimsoll.core.authn;

import static io.plimsoll.core.authn.Requests.outcome;
import static io.plimsoll.core.authn.Requests.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.cluster.Cluster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BootstrapTokenAuthenticatorTest {

  private static final String TOKEN = "abcdef.0123456789abcdef";

  private static String secret(String metadata, String data) {
    return "{'apiVersion':'v1','kind':'Secret','metadata':{'name':'bootstrap-token-abcdef',"
        + "'namespace':'kube-system'" + metadata + "},'type':'bootstrap.kubernetes.io/token',"
        + "'stringData':{'token-id':'abcdef','token-secret':'0123456789abcdef',"
        + "'usage-bootstrap-authentication':'true'" + data + "}}";
  }

  private static String ask(String token, String secret) {
    return outcome(new BootstrapTokenAuthenticator()
        .authenticate(token, request(Requests.http(), Cluster.of(Requests.object(secret)))));
  }

  @Test
  void groupsAreSortedAndComeOnce() {
    String groups =
        ",'auth-extra-groups':'system:bootstrappers:b,system:bootstrappers:a,system:bootstrappers:b'";

    assertThat(ask(TOKEN, secret("", groups)))
        .isEqualTo(
            "system:bootstrap:abcdef/[system:bootstrappers, system:bootstrappers:a, system:bootstrappers:b]");
  }

  @Test
  void aTokenIsGoodUntilItExpires() {
    assertThat(ask(TOKEN, secret("", ",'expiration':'2026-08-01T12:00:01Z'")))
        .startsWith("system:");
    assertThat(ask(TOKEN, secret("", ",'expiration':'2026-08-01T14:00:01+02:00'")))
        .startsWith("system:");
    assertThat(ask(TOKEN, secret("", ",'expiration':'2026-08-01T12:00:00Z'"))).isEqualTo("nothing");
  }

  @Test
  void dataIsReadFromBase64() {
    String data = secret("", "")
        .replace("'stringData'", "'data'")
        .replace(
            "'abcdef','token-secret':'0123456789abcdef'",
            "'YWJjZGVm','token-secret':'MDEyMzQ1Njc4OWFiY2RlZg=='")
        .replace("'true'", "'dHJ1ZQ=='");

    assertThat(ask(TOKEN, data)).isEqualTo("system:bootstrap:abcdef/[system:bootstrappers]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "abcdef",
        "abcdef.0123456789abcde",
        "abcdef.0123456789abcdeff",
        "ABCDEF.0123456789abcdef",
        "abcdef.0123456789abcdef\n",
        "abcdeg.0123456789abcdef",
        "abcdef.0123456789abcdee"
      })
  void anotherTokenIsNotKnown(String token) {
    assertThat(ask(token, secret("", ""))).isEqualTo("nothing");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ",'auth-extra-groups':'system:masters'",
        ",'auth-extra-groups':'system:bootstrappers:a,'",
        ",'auth-extra-groups':'system:bootstrappers:a-'",
        ",'expiration':'soon'"
      })
  void whatIsWrongWithTheSecretMakesItUnknown(String data) {
    assertThat(ask(TOKEN, secret("", data))).isEqualTo("nothing");
  }

  @Test
  void aSecretThatIsToBeGoneIsNone() {
    assertThat(ask(TOKEN, secret(",'deletionTimestamp':'2026-08-01T13:00:00Z'", "")))
        .isEqualTo("nothing");
  }
}
