package io.plimsoll.rbac;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules taken apart, compared and put together. */
class PolicyRulesTest {

  @Test
  void aRuleIsTakenApartByGroupResourceVerbAndName() {
    PolicyRule rule = new PolicyRule(
        List.of("get", "list"),
        List.of("", "apps"),
        List.of("pods"),
        List.of("a", "b"),
        List.of("/x"));

    assertThat(PolicyRules.breakdown(List.of(rule)))
        .extracting(PolicyRule::toString)
        .containsExactly(
            "{APIGroups:[\"\"], Resources:[\"pods\"], ResourceNames:[\"a\"], Verbs:[\"get\"]}",
            "{APIGroups:[\"\"], Resources:[\"pods\"], ResourceNames:[\"b\"], Verbs:[\"get\"]}",
            "{APIGroups:[\"\"], Resources:[\"pods\"], ResourceNames:[\"a\"], Verbs:[\"list\"]}",
            "{APIGroups:[\"\"], Resources:[\"pods\"], ResourceNames:[\"b\"], Verbs:[\"list\"]}",
            "{APIGroups:[\"apps\"], Resources:[\"pods\"], ResourceNames:[\"a\"], Verbs:[\"get\"]}",
            "{APIGroups:[\"apps\"], Resources:[\"pods\"], ResourceNames:[\"b\"], Verbs:[\"get\"]}",
            "{APIGroups:[\"apps\"], Resources:[\"pods\"], ResourceNames:[\"a\"], Verbs:[\"list\"]}",
            "{APIGroups:[\"apps\"], Resources:[\"pods\"], ResourceNames:[\"b\"], Verbs:[\"list\"]}",
            "{NonResourceURLs:[\"/x\"], Verbs:[\"get\"]}",
            "{NonResourceURLs:[\"/x\"], Verbs:[\"list\"]}");
  }

  @Test
  void aRuleThatAllowsNothingIsCoveredByNothing() {
    List<PolicyRule> useless = List.of(
        rule(List.of(), List.of(""), List.of("pods")),
        rule(List.of("get"), List.of(), List.of("pods")));

    assertThat(PolicyRules.breakdown(useless)).isEmpty();
    assertThat(PolicyRules.covers(List.of(), useless).isCovered()).isTrue();
  }

  @Test
  void eachAtomMustBeCoveredByOneRule() {
    List<PolicyRule> owner = List.of(
        rule(List.of("get"), List.of(""), List.of("pods")),
        rule(List.of("list"), List.of(""), List.of("secrets")));
    PolicyRule servant = rule(List.of("get", "list"), List.of(""), List.of("pods", "secrets"));

    assertThat(PolicyRules.covers(owner, List.of(servant)).uncovered())
        .containsExactly(
            rule(List.of("list"), List.of(""), List.of("pods")),
            rule(List.of("get"), List.of(""), List.of("secrets")));
  }

  @Test
  void whatTheServantWritesAsStarIsATextLikeOthers() {
    PolicyRule everyVerb = rule(
        List.of("get", "list", "watch", "create", "update", "patch", "delete", "deletecollection"),
        List.of(""),
        List.of("pods"));
    PolicyRule star = rule(List.of("*"), List.of(""), List.of("pods"));

    assertThat(PolicyRules.covers(List.of(everyVerb), List.of(star)).isCovered())
        .isFalse();
    assertThat(PolicyRules.covers(List.of(star), List.of(everyVerb)).isCovered())
        .isTrue();
  }

  @ParameterizedTest(name = "resource {0} covers {1}: {2}")
  @CsvSource({
    "*,        pods/exec,  true",
    "*/scale,  apps/scale, true",
    "*/scale,  '*/scale',  true",
    "*/scale,  scale,      false",
    "apps/*,   apps/scale, false",
    "*/*,      pods/exec,  false",
    "*/a/b,    pods/a/b,   true",
    "*/b,      pods/a/b,   false",
    "pods,     pods/exec,  false",
  })
  void resourcesCoverAsTheyMatch(String owned, String asked, boolean expected) {
    PolicyRule owner = rule(List.of("get"), List.of(""), List.of(owned));
    PolicyRule servant = rule(List.of("get"), List.of(""), List.of(asked));

    assertThat(PolicyRules.covers(List.of(owner), List.of(servant)).isCovered())
        .isEqualTo(expected);
  }

  @ParameterizedTest(name = "URL {0} covers {1}: {2}")
  @CsvSource({
    "*,         '',          true",
    "*,         /api,        true",
    "/*,        '',          false",
    "/*,        /,           true",
    "/api*,     /api,        true",
    "/api/*,    /api,        false",
    "/api/*,    /api/*,      true",
    "/api/*,    /api/v1/*,   true",
    "/api/*/*,  /api/v1,     false",
    "/api/v1,   /api/*,      false",
  })
  void urlsCoverByPrefix(String owned, String asked, boolean expected) {
    PolicyRule owner = PolicyRule.ofUrls(List.of("get"), List.of(owned));
    PolicyRule servant = PolicyRule.ofUrls(List.of("get"), List.of(asked));

    assertThat(PolicyRules.covers(List.of(owner), List.of(servant)).isCovered())
        .isEqualTo(expected);
  }

  @Test
  void allNamesNeedAllNames() {
    PolicyRule all = rule(List.of("get"), List.of(""), List.of("pods"));

    assertThat(PolicyRules.covers(List.of(all.named("a")), List.of(all)).isCovered())
        .isFalse();
    assertThat(PolicyRules.covers(List.of(all), List.of(all.named("a"))).isCovered())
        .isTrue();
    assertThat(PolicyRules.covers(List.of(all.named("a")), List.of(all.named("a", "b")))
            .uncovered())
        .containsExactly(all.named("b"));
  }

  @Test
  void compactingPutsVerbsOfTheSameResourceTogetherAndLeavesOthersFirst() {
    PolicyRule get = rule(List.of("get"), List.of(""), List.of("pods"));
    PolicyRule list = rule(List.of("list", "get"), List.of(""), List.of("pods"));
    PolicyRule complex = rule(List.of("get"), List.of("", "apps"), List.of("pods"));
    PolicyRule url = PolicyRule.ofUrls(List.of("get"), List.of("/x"));

    assertThat(PolicyRules.compact(List.of(get, complex, get.named("a"), list, url)))
        .containsExactly(
            complex,
            url,
            rule(List.of("get", "list", "get"), List.of(""), List.of("pods")),
            get.named("a"));
  }

  @Test
  void theNameThatIsEmptyIsNotTheSameAsNone() {
    PolicyRule get = rule(List.of("get"), List.of(""), List.of("pods"));

    assertThat(PolicyRules.compact(List.of(get, get.named("")))).hasSize(2);
  }

  @Test
  void whatWouldBeFarTooManyRulesStaysWhole() {
    List<String> many = IntStream.range(0, 2_000).mapToObj(i -> "x" + i).toList();
    PolicyRule huge = rule(many, many, many);

    assertThat(PolicyRules.breakdown(List.of(huge))).containsExactly(huge);
    assertThat(PolicyRules.covers(List.of(huge), List.of(huge)).isCovered()).isTrue();
    assertThat(PolicyRules.covers(List.of(), List.of(huge)).uncovered()).containsExactly(huge);
    assertThat(PolicyRules.breakdown(Collections.nCopies(3, huge))).hasSize(3);
  }

  @Test
  void theTableIsThatOfKubectl() {
    List<PolicyRule> rules = List.of(
        PolicyRule.ofUrls(List.of("get"), List.of("/healthz", "/api/*")),
        rule(List.of("get", "list"), List.of("apps"), List.of("deployments/scale", "daemonsets")),
        rule(List.of("list"), List.of("apps"), List.of("daemonsets")),
        rule(List.of("create"), List.of(""), List.of("pods")).named("a"));

    assertThat(PolicyRules.table(rules)).isEqualTo("""
            Resources                Non-Resource URLs   Resource Names   Verbs
            pods                     []                  [a]              [create]
            daemonsets.apps          []                  []               [get list]
            deployments.apps/scale   []                  []               [get list]
                                     [/api/*]            []               [get]
                                     [/healthz]          []               [get]
            """);
  }

  private static PolicyRule rule(List<String> verbs, List<String> groups, List<String> resources) {
    return PolicyRule.of(verbs, groups, resources);
  }
}
