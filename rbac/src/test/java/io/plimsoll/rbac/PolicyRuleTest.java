package io.plimsoll.rbac;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.request.Attributes;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one rule matches. */
class PolicyRuleTest {

  @ParameterizedTest(name = "a rule about {0} on {1}{2}: {3}")
  @CsvSource({
    "*,            pods,    '',            true",
    "*,            pods,    exec,          true",
    "pods,         pods,    '',            true",
    "pods,         pods,    status,        false",
    "pods/status,  pods,    status,        true",
    "pods/status,  pods,    '',            false",
    "Pods,         pods,    '',            false",
    "*/scale,      any,     scale,         true",
    "*/scale,      scale,   '',            false",
    "*/scale,      any,     autoscale,     false",
    "pods/*,       pods,    exec,          false",
    "*/*,          pods,    exec,          false",
    "*/*,          '*',     '*',           true",
    "pod*,         pods,    '',            false",
    "*/,           pods,    '',            false",
    "*/,           '*/',    '',            true",
    "*/a/b,        pods,    a/b,           true",
    "*/a,          pods,    a/b,           false",
    "pods/a/b,     pods,    a/b,           true",
    "pods/exec,    pods/exec, '',          true",
    "'',           '',      '',            true",
    "ünïcode/x,    ünïcode, x,             true",
  })
  void resourcesMatchAsTheyAreJoined(
      String allowed, String resource, String subresource, boolean expected) {
    PolicyRule rule = PolicyRule.of(List.of("get"), List.of(""), List.of(allowed));

    boolean allows =
        rule.allows(Attributes.ofResource("get", "", resource).subresource(subresource));

    assertThat(allows).isEqualTo(expected);
  }

  @ParameterizedTest(name = "a rule about URL {0} on {1}: {2}")
  @CsvSource({
    "*,          /anything,        true",
    "/healthz,   /healthz,         true",
    "/healthz,   /healthz/,        false",
    "/apis/*,    /apis/apps,       true",
    "/apis/*,    /apis/,           true",
    "/apis/*,    /apis,            false",
    "/apis*,     /apisix,          true",
    "/apis/**,   /apis/apps,       true",
    "/*/ping,    /healthz/ping,    false",
    "/*/ping,    /*/ping,          true",
    "'',         '',               true",
    "**,         /x,               true",
    "/a%2Fb,     /a%2Fb,           true",
    "/a%2Fb,     /a/b,             false",
  })
  void urlsMatchExactlyOrByPrefix(String allowed, String path, boolean expected) {
    PolicyRule rule = PolicyRule.ofUrls(List.of("get"), List.of(allowed));

    assertThat(rule.allows(Attributes.ofPath("get", path))).isEqualTo(expected);
  }

  @ParameterizedTest(name = "a rule about names {0} on \"{1}\": {2}")
  @CsvSource({
    "a,   a,   true",
    "a,   b,   false",
    "a,   '',  false",
    "'',  '',  true",
    "*,   a,   false",
    "*,   *,   true",
    "a:b, a:b, true",
  })
  void namesAreLiteral(String allowed, String name, boolean expected) {
    PolicyRule rule = pods("get").named(allowed);

    assertThat(rule.allows(Attributes.ofResource("get", "", "pods").named(name)))
        .isEqualTo(expected);
  }

  @Test
  void noNamesAreAllNames() {
    PolicyRule rule = pods("get");

    assertThat(rule.allows(Attributes.ofResource("get", "", "pods").named("a"))).isTrue();
    assertThat(rule.allows(Attributes.ofResource("get", "", "pods"))).isTrue();
  }

  @Test
  void namesNeverAllowACreationThatHasNone() {
    PolicyRule rule = pods("create").named("a");

    assertThat(rule.allows(Attributes.ofResource("create", "", "pods"))).isFalse();
  }

  @Test
  void emptyListsMatchNothing() {
    Attributes request = Attributes.ofResource("get", "", "pods");
    List<String> none = List.of();

    assertThat(PolicyRule.of(none, List.of(""), List.of("pods")).allows(request))
        .isFalse();
    assertThat(PolicyRule.of(List.of("get"), none, List.of("pods")).allows(request))
        .isFalse();
    assertThat(PolicyRule.of(List.of("get"), List.of(""), none).allows(request)).isFalse();
    assertThat(PolicyRule.of(none, none, none).allows(request)).isFalse();
  }

  @Test
  void theVerbOfTheRequestIsNoWildcard() {
    Attributes everything = Attributes.ofResource("*", "*", "*");

    assertThat(pods("get").allows(Attributes.ofResource("*", "", "pods"))).isFalse();
    assertThat(PolicyRule.of(List.of("*"), List.of("*"), List.of("*")).allows(everything))
        .isTrue();
  }

  @Test
  void theEmptyGroupIsTheCoreGroupOnly() {
    assertThat(pods("get").allows(Attributes.ofResource("get", "metrics.k8s.io", "pods")))
        .isFalse();
  }

  @Test
  void aRuleOfResourcesAndUrlsAnswersForBoth() {
    PolicyRule mixed = new PolicyRule(
        List.of("get"), List.of(""), List.of("pods"), List.of(), List.of("/healthz"));

    assertThat(mixed.allows(Attributes.ofResource("get", "", "pods"))).isTrue();
    assertThat(mixed.allows(Attributes.ofPath("get", "/healthz"))).isTrue();
  }

  @Test
  void printsAsTheApiServerDoes() {
    PolicyRule rule = new PolicyRule(
        List.of("get", "list"), List.of(""), List.of("pods"), List.of("a\"b"), List.of());

    assertThat(rule)
        .hasToString(
            "{APIGroups:[\"\"], Resources:[\"pods\"], ResourceNames:[\"a\\\"b\"], Verbs:[\"get\" \"list\"]}");
    assertThat(PolicyRule.ofUrls(List.of(), List.of("/x")))
        .hasToString("{NonResourceURLs:[\"/x\"]}");
  }

  private static PolicyRule pods(String verb) {
    return PolicyRule.of(List.of(verb), List.of(""), List.of("pods"));
  }
}
