package io.plimsoll.core.authz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.request.Attributes;
import io.plimsoll.core.request.Request;
import io.plimsoll.core.request.User;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AbacTest {

  private static final String HEAD =
      "{\"apiVersion\":\"abac.authorization.kubernetes.io/v1beta1\",\"kind\":\"Policy\",\"spec\":";

  private static boolean allows(String policies, User user, Attributes attributes) {
    return Abac.parse("p", policies)
        .authorize(Cluster.empty(), user, attributes)
        .isAllowed();
  }

  @Test
  void aPolicyWithoutUserAndGroupIsForNobody() {
    String policy = HEAD + "{\"resource\":\"*\",\"namespace\":\"*\",\"apiGroup\":\"*\"}}";

    assertThat(allows(policy, User.of("bob"), Request.list("pods"))).isFalse();
  }

  @Test
  void userAndGroupMustBothMatch() {
    String policy = HEAD + "{\"user\":\"dave\",\"group\":\"night\",\"resource\":\"pods\"}}";

    assertThat(allows(policy, User.of("dave", "night"), Request.list("pods"))).isTrue();
    assertThat(allows(policy, User.of("dave"), Request.list("pods"))).isFalse();
    assertThat(allows(policy, User.of("eve", "night"), Request.list("pods"))).isFalse();
  }

  @Test
  void aStarForUserOrGroupMeansAllWhoAreAuthenticated() {
    String policy = HEAD + "{\"user\":\"alice\",\"group\":\"*\",\"resource\":\"pods\"}}";

    assertThat(allows(policy, User.of("bob"), Request.list("pods"))).isTrue();
    assertThat(allows(policy, User.ANONYMOUS, Request.list("pods"))).isFalse();
  }

  @Test
  void policiesMadeInCodeKnowStarsToo() {
    Abac abac = Abac.of(List.of(new AbacPolicy("*", "", false, "", "pods", "", "")));

    assertThat(abac.authorize(Cluster.empty(), User.ANONYMOUS, Request.list("pods"))
            .isAllowed())
        .isTrue();
    assertThat(abac.policies()).hasSize(1);
  }

  @Test
  void subresourcesAndNamesDoNotCountAndEmptyIsNotEverything() {
    String policy = HEAD + "{\"user\":\"bob\",\"resource\":\"pods\",\"namespace\":\"shop\"}}";
    User bob = User.of("bob");

    assertThat(allows(policy, bob, Request.create("pods/exec").in("shop").named("web")))
        .isTrue();
    assertThat(allows(policy, bob, Request.list("pods"))).isFalse();
    assertThat(allows(policy, bob, Request.list("pods").group("apps").in("shop")))
        .isFalse();
  }

  @Test
  void readonlyIsForReadingOnly() {
    String policy = HEAD + "{\"user\":\"bob\",\"readonly\":true,\"resource\":\"pods\"}}";

    assertThat(allows(policy, User.of("bob"), Request.watch("pods"))).isTrue();
    assertThat(allows(policy, User.of("bob"), Request.delete("pods"))).isFalse();
  }

  @Test
  void starsAtTheEndOfAPathStandForWhateverFollows() {
    String policy = HEAD + "{\"user\":\"bob\",\"nonResourcePath\":\"/healthz**\"}}";

    assertThat(allows(policy, User.of("bob"), Request.url("get", "/healthz/ping")))
        .isTrue();
    assertThat(allows(policy, User.of("bob"), Request.url("get", "/livez"))).isFalse();
    assertThat(allows(policy, User.of("bob"), Request.list("pods"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "null",
        "{\"USER\":\"alice\"}",
        "{\"kind\":\"Policy\",\"spec\":{\"user\":\"alice\"}}",
        "{\"apiVersion\":\"abac.authorization.kubernetes.io/v0\"}",
        "{\"apiVersion\":\"abac.authorization.kubernetes.io/v0\",\"kind\":\"Policy\"}"
      })
  void lettingEverybodyDoEverythingIsEasilyWritten(String line) {
    assertThat(Abac.parse("p", line).policies())
        .containsExactly(new AbacPolicy("", User.AUTHENTICATED, false, "*", "*", "*", "*"));
  }

  @Test
  void linesOfTheFirstFormatAllowWhatTheyDoNotSay() {
    assertThat(Abac.parse("p", "user: bob\n{\"user\":\"eve\",\"namespace\":\"shop\"}")
            .policies())
        .containsExactly(
            new AbacPolicy("bob", "", false, "*", "*", "*", "*"),
            new AbacPolicy("eve", "", false, "*", "*", "shop", ""));
  }

  @Test
  void kindAndVersionAreFoundInAnyCaseAndTheLastOfAFieldCounts() {
    String line =
        "{\"APIVERSION\":\"abac.authorization.kubernetes.io/v1beta1\",\"Kind\":\"Policy\",\"spec\":{\"user\":\"a\",\"user\":\"b\"}}";

    assertThat(Abac.parse("p", line).policies())
        .containsExactly(new AbacPolicy("b", "", false, "", "", "", ""));
  }

  @Test
  void blankLinesAndCommentsAreSkippedAndLinesMayEndInReturns() {
    assertThat(Abac.parse("p", "# a comment\r\n\r\n \t\n" + HEAD + "{\"user\":\"a\"}}\r\n\n")
            .policies())
        .hasSize(1);
    assertThat(Abac.parse("p", "").policies()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{broken",
        "{\"user\":\"alice\"} trailing",
        "not json",
        "\"text\"",
        "[]",
        "{user: alice}",
        "{\"user\":1}",
        "{\"readonly\":\"yes\"}",
        "{\"kind\":1}",
        "{\"apiVersion\":\"a/b/c\"}",
        "{\"apiVersion\":\"v0\"}",
        "{\"apiVersion\":\"v1\",\"kind\":\"Policy\"}",
        "{\"kind\":\"Pod\"}",
        "{\"apiVersion\":\"abac.authorization.kubernetes.io/v1beta1\",\"spec\":{}}",
        "{\"apiVersion\":\"abac.authorization.kubernetes.io/v1beta1\",\"kind\":\"Policy\",\"spec\":[]}",
        "{\"apiVersion\":\"abac.authorization.kubernetes.io/v1beta1\",\"kind\":\"Policy\",\"spec\":{\"user\":true}}",
        "{\"a\":\"\u0000\"}",
        "- - - -: ]["
      })
  void oddLinesAreRefusedWithTheirNumber(String line) {
    assertThatThrownBy(() -> Abac.parse("abac.jsonl", "{}\n" + line))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("error reading policy file abac.jsonl, line 2: " + line + ": ");
  }

  @Test
  void aLineThatIsTooLongIsRefusedAndTheLongestIsNot() {
    String longest = "#" + "x".repeat(64 * 1024 - 2);

    assertThat(Abac.parse("p", longest + "\n").policies()).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Abac.parse("p", longest + "x"))
        .withMessage("error reading policy file p: bufio.Scanner: token too long");
  }

  @Test
  void deepNestingIsRefusedNotSurvived() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Abac.parse("p", "{\"a\":" + "[".repeat(20_000)));
  }
}
