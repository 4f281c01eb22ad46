package io.plimsoll.core.registry.extension;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.registry.Written;
import io.plimsoll.core.validation.Strategy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Flow schemas and the levels of priority that they refer to. */
class FlowControlTest {

  private static final Strategy SCHEMAS = new FlowSchemaStrategy();
  private static final Strategy LEVELS = new PriorityLevelConfigurationStrategy();

  private static String named(String spec) {
    return "metadata: {name: x}\nspec: {" + spec + "}\n";
  }

  @Test
  void schemas() {
    assertThat(Written.errors(Written.create(SCHEMAS, named("""
            matchingPrecedence: 1, distinguisherMethod: {type: X}, rules: [{}, {
              subjects: [{kind: X}, {kind: User, group: {name: a}}, {kind: ServiceAccount, serviceAccount: {name: '*'}}],
              resourceRules: [{verbs: [fly], apiGroups: ['*', a], resources: []}],
              nonResourceRules: [{verbs: ['*', get], nonResourceURLs: [a, /a//b, '/a*']}]}]
            """))))
        .containsExactly(
            "spec.matchingPrecedence: Invalid value: 1: only the schema named 'exempt' may have"
                + " matchingPrecedence 1",
            "spec.distinguisherMethod.type: Unsupported value: {\"Type\":\"X\"}: supported values:"
                + " \"ByNamespace\", \"ByUser\"",
            "spec.priorityLevelConfiguration.name: Required value: must reference a priority level",
            "spec.rules[0].subjects: Required value: subjects must contain at least one value",
            "spec.rules[0]: Required value: at least one of resourceRules and nonResourceRules has to be"
                + " non-empty",
            "spec.rules[1].subjects[0].kind: Unsupported value: \"X\": supported values: \"Group\","
                + " \"ServiceAccount\", \"User\"",
            "spec.rules[1].subjects[1].user: Required value: user is required when subject kind is 'User'",
            "spec.rules[1].subjects[1].group: Forbidden: group is forbidden when subject kind is not 'Group'",
            "spec.rules[1].subjects[2].serviceAccount.namespace: Required value: must specify namespace for"
                + " service account",
            "spec.rules[1].resourceRules[0].verbs: Unsupported value: [\"fly\"]: supported values: \"create\","
                + " \"delete\", \"deletecollection\", \"get\", \"list\", \"patch\", \"proxy\", \"update\","
                + " \"watch\"",
            "spec.rules[1].resourceRules[0].apiGroups: Invalid value: [\"*\",\"a\"]: if '*' is present, must not"
                + " specify other api groups",
            "spec.rules[1].resourceRules[0].resources: Required value: resource rules must supply at least one"
                + " resource",
            "spec.rules[1].resourceRules[0].namespaces: Required value: resource rules that are not cluster"
                + " scoped must supply at least one namespace",
            "spec.rules[1].nonResourceRules[0].verbs: Invalid value: [\"*\",\"get\"]: if '*' is present, must not"
                + " specify other verbs",
            "spec.rules[1].nonResourceRules[0].nonResourceURLs[0]: Invalid value: \"a\": must start with slash",
            "spec.rules[1].nonResourceRules[0].nonResourceURLs[1]: Invalid value: \"/a//b\": must not contain"
                + " double slash",
            "spec.rules[1].nonResourceRules[0].nonResourceURLs[2]: Invalid value: \"/a*\": wildcard can only do"
                + " suffix matching");
  }

  @Test
  void schemasMatchInTheMiddleUnlessSaid() {
    String schema = named("priorityLevelConfiguration: {name: a}");
    assertThat(Written.json(SCHEMAS, Written.stored(SCHEMAS, schema), "spec"))
        .contains("\"matchingPrecedence\":1000");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      type: Limited | spec.limited: Required value
      type: Exempt  | spec.type: Invalid value: "Exempt": must be 'Exempt' if and only if `name` is 'exempt'
      type: Odd     | spec.type: Unsupported value: "Odd": supported values: "Exempt", "Limited"
      type: Limited, limited: {limitResponse: {type: Queue}} | spec.limited.limitResponse.queuing: Required value
      type: Limited, limited: {limitResponse: {type: Reject, queuing: {}}} | spec.limited.limitResponse.queuing: Forbidden
      type: Limited, limited: {nominalConcurrencyShares: -1, limitResponse: {type: Reject}} | spec.limited.nominalConcurrencyShares: Invalid value: -1: must be a non-negative integer
      type: Limited, limited: {lendablePercent: 101, limitResponse: {type: Reject}} | spec.limited.lendablePercent: Invalid value: 101: must be between 0 and 100, inclusive
      type: Limited, limited: {limitResponse: {type: Queue, queuing: {queues: 4}}} | spec.limited.limitResponse.queuing.handSize: Invalid value: 8: should not be greater than queues (4)
      type: Limited, limited: {limitResponse: {type: Queue, queuing: {queues: 1024}}} | spec.limited.limitResponse.queuing.handSize: Invalid value: 8: required entropy bits of deckSize 1024 and handSize 8 should not be greater than 60
      """)
  void levels(String spec, String error) {
    assertThat(Written.errors(Written.create(LEVELS, named(spec)))).containsExactly(error);
  }

  @Test
  void levelsHaveDefaults() {
    String level = named("type: Limited, limited: {limitResponse: {type: Queue, queuing: {}}}");
    assertThat(Written.json(LEVELS, Written.stored(LEVELS, level), "spec"))
        .contains(
            "\"nominalConcurrencyShares\":30",
            "\"lendablePercent\":0",
            "\"handSize\":8",
            "\"queues\":64",
            "\"queueLengthLimit\":50");
  }
}
