package io.plimsoll.core.authz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.request.Attributes;
import io.plimsoll.core.request.Request;
import io.plimsoll.core.request.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UnionTest {

  private static final User BOB = User.of("bob");
  private static final Attributes LIST = Request.list("pods");

  private static NamedAuthorizer named(String name, Authorization answer) {
    return new NamedAuthorizer(name, (cluster, user, attributes) -> answer);
  }

  private static Authorization ask(NamedAuthorizer... chain) {
    return Union.of(List.of(chain)).authorize(Cluster.empty(), BOB, LIST);
  }

  @Test
  void theFirstDecisionCounts() {
    Authorization answer = ask(
        named("a", Authorization.noOpinion("who knows")),
        named("b", Authorization.deny("off duty")),
        named("c", Authorization.allow("on duty")));

    assertThat(answer).isEqualTo(Authorization.deny("off duty"));
  }

  @Test
  void whatWentWrongBeforeADecisionIsForgotten() {
    Authorization answer = ask(
        named("a", Authorization.noOpinion("r").withError("e")),
        named("b", Authorization.allow("fine")));

    assertThat(answer).isEqualTo(Authorization.allow("fine"));
  }

  @Test
  void reasonsAreJoinedWithTheNamesOfWhoGaveThem() {
    Authorization answer = ask(
        named("node", Authorization.noOpinion("")),
        named("gatekeeper", Authorization.noOpinion("first")),
        named("rbac", Authorization.noOpinion(() -> "RBAC: gone")),
        named("abac", Authorization.noOpinion(() -> "")));

    assertThat(answer).isEqualTo(Authorization.noOpinion("gatekeeper: first\nrbac: RBAC: gone"));
  }

  @Test
  void errorsAreCollected() {
    assertThat(ask(named("a", Authorization.noOpinion("").withError("one"))).error())
        .contains("one");
    assertThat(ask(
                named("a", Authorization.noOpinion("").withError("one")),
                named("b", Authorization.noOpinion("").withError("two")),
                named("c", Authorization.noOpinion("").withError("one")))
            .error())
        .contains("[one, two]");
  }

  @Test
  void anAuthorizerOfOnesOwnMayFail() {
    NamedAuthorizer broken = new NamedAuthorizer("own", (cluster, user, attributes) -> {
      throw new IllegalStateException("out of order");
    });
    NamedAuthorizer silent = new NamedAuthorizer("silent", (cluster, user, attributes) -> null);

    assertThat(ask(broken, named("b", Authorization.allow("fine"))))
        .isEqualTo(Authorization.allow("fine"));
    assertThat(ask(broken, silent))
        .isEqualTo(
            Authorization.noOpinion("").withError("[out of order, the backend answered nothing]"));
  }

  @Test
  void withNothingToSayNothingIsMade() {
    assertThat(
            ask(named("a", Authorization.noOpinion("")), named("b", Authorization.noOpinion(""))))
        .isSameAs(Authorization.noOpinion(""));
  }

  @Test
  void whatIsNotSupportedEndsTheRow() {
    Authorization answer = ask(
        named("a", Authorization.unsupported("no CEL")), named("b", Authorization.allow("fine")));

    assertThat(answer.isUnsupported()).isTrue();
  }

  @Test
  void mastersMayDoEverythingWhateverIsConfigured() {
    Union union = Union.afterMasters(List.of(named("never", Authorization.deny("no"))));

    assertThat(union.authorize(Cluster.empty(), User.of("root", User.MASTERS), LIST))
        .isEqualTo(Authorization.allow(""));
    assertThat(union.authorize(Cluster.empty(), BOB, LIST)).isEqualTo(Authorization.deny("no"));
    assertThat(union.chain())
        .extracting(NamedAuthorizer::name)
        .containsExactly("kubernetes.io/system-privileged-group", "never");
  }

  @Test
  void tenThousandGroupsAreLookedThrough() {
    List<String> groups = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      groups.add("group-" + i);
    }
    groups.add(User.MASTERS);
    User many = new User("many", "", groups, java.util.Map.of());

    assertThat(
            Union.afterMasters(List.of()).authorize(Cluster.empty(), many, LIST).isAllowed())
        .isTrue();
  }

  @Test
  void namesAreNeededAndUnique() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Union.of(List.of(named("", Authorization.allow("")))))
        .withMessage("empty AuthorizerName in union.New is invalid");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Union.of(
            List.of(named("a", Authorization.allow("")), named("a", Authorization.allow("")))))
        .withMessage("duplicate AuthorizerName \"a\" in union.New");
  }

  @Test
  void rulesOfAllAreListed() {
    Union union = Union.afterMasters(List.of(
        new NamedAuthorizer("alwaysallow", new AlwaysAllow()),
        new NamedAuthorizer("alwaysdeny", new AlwaysDeny()),
        new NamedAuthorizer("node", new NodeAuthorizer())));

    SubjectRules everything = new AlwaysAllow().rulesFor(Cluster.empty(), BOB, "shop");
    assertThat(union.rulesFor(Cluster.empty(), BOB, "shop")).isEqualTo(everything);
    SubjectRules ofNode =
        union.rulesFor(Cluster.empty(), User.of("system:node:n1", "system:nodes"), "shop");
    assertThat(ofNode.resourceRules()).isEqualTo(everything.resourceRules());
    assertThat(ofNode.incomplete()).isTrue();
    assertThat(ofNode.evaluationError())
        .contains("node authorizer does not support user rule resolution");
  }

  @Test
  void anAuthorizerThatListsNoRulesMakesThemIncomplete() {
    Union union = Union.of(List.of(named("mine", Authorization.allow(""))));

    assertThat(union.rulesFor(Cluster.empty(), BOB, "shop"))
        .isEqualTo(new SubjectRules(
            List.of(),
            List.of(),
            true,
            Optional.of("mine authorizer does not support user rule resolution")));
  }
}
