package io.plimsoll.core.registry.workload;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.registry.Capabilities;
import io.plimsoll.core.registry.Written;
import io.plimsoll.core.validation.Strategy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Jobs say about failure and success. */
class JobPoliciesTest {

  private static final Strategy JOBS = new JobStrategy(Capabilities.ALL);

  private static List<String> errors(String fields) {
    return Written.errors(Written.create(JOBS, """
        metadata: {name: job}
        spec:
          template:
            spec: {restartPolicy: Never, containers: [{name: c, image: a}]}
        """ + fields.indent(2)));
  }

  private static List<String> indexes(String indexes) {
    return errors("""
        completions: 10
        completionMode: Indexed
        successPolicy: {rules: [{succeededIndexes: "%s"}]}
        """.formatted(indexes));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1-2-3|the fragment \"1-2-3\" violates the requirement that an index interval can have at most two parts separated by '-'",
        "x|cannot convert string to integer for index: \"x\"",
        "10|too large index: \"10\"",
        "3-3|non-increasing order, previous: 3, current: 3",
        "3,2|non-increasing order, previous: 3, current: 2",
        "1,|cannot convert string to integer for index: \"\""
      })
  void malformedIndexes(String indexes, String detail) {
    assertThat(indexes(indexes))
        .containsExactly("spec.successPolicy.rules[0].succeededIndexes: Invalid value: \"" + indexes
            + "\": error parsing succeededIndexes: " + detail);
  }

  @Test
  void moreThanThereAre() {
    assertThat(indexes("0-3,5,7-9")).isEmpty();
    assertThat(errors("""
        completions: 3
        completionMode: Indexed
        successPolicy: {rules: [{succeededIndexes: "0,2", succeededCount: 4}, {}]}
        """))
        .containsExactlyInAnyOrder(
            "spec.successPolicy.rules[0].succeededCount: Invalid value: 4: must be less than or equal"
                + " to 3 (the number of specified completions)",
            "spec.successPolicy.rules[0].succeededCount: Invalid value: 4: must be less than or equal"
                + " to 2 (the number of indexes in the specified succeededIndexes field)",
            "spec.successPolicy.rules[1]: Required value: at least one of succeededCount or"
                + " succeededIndexes must be specified");
    assertThat(errors("successPolicy: {rules: [{succeededCount: 1}]}"))
        .containsExactly("spec.successPolicy: Invalid value: "
            + "{\"Rules\":[{\"SucceededIndexes\":null,\"SucceededCount\":1}]}: requires indexed"
            + " completion mode");
  }

  @Test
  void failures() {
    assertThat(errors("""
        podFailurePolicy:
          rules:
          - {action: FailIndex, onExitCodes: {operator: In, values: [0, 2, 1, 1], containerName: x}}
          - {action: Ignore}
          - {action: Stop, onPodConditions: [{type: A B, status: Maybe}]}
          - {onExitCodes: {operator: NotIn, values: []}, onPodConditions: [{type: A}]}
        """))
        .containsExactlyInAnyOrder(
            "spec.podFailurePolicy.rules[0].action: Invalid value: \"FailIndex\": requires the"
                + " backoffLimitPerIndex to be set",
            "spec.podFailurePolicy.rules[0].onExitCodes.containerName: Invalid value: \"x\": must be"
                + " one of the container or initContainer names in the pod template",
            "spec.podFailurePolicy.rules[0].onExitCodes.values[0]: Invalid value: 0: must not be 0 for"
                + " the In operator",
            "spec.podFailurePolicy.rules[0].onExitCodes.values[3]: Duplicate value: 1",
            "spec.podFailurePolicy.rules[0].onExitCodes.values: Invalid value: [0,2,1,1]: must be"
                + " ordered",
            "spec.podFailurePolicy.rules[1]: Invalid value: specifying one of OnExitCodes and"
                + " OnPodConditions is required",
            "spec.podFailurePolicy.rules[2].action: Unsupported value: \"Stop\": supported values:"
                + " \"Count\", \"FailIndex\", \"FailJob\", \"Ignore\"",
            "spec.podFailurePolicy.rules[2].onPodConditions[0].type: Invalid value: \"A B\": name part"
                + " must consist of alphanumeric characters, '-', '_' or '.', and must start and end"
                + " with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex"
                + " used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')",
            "spec.podFailurePolicy.rules[2].onPodConditions[0].status: Unsupported value: \"Maybe\":"
                + " supported values: \"False\", \"True\", \"Unknown\"",
            "spec.podFailurePolicy.rules[3].action: Required value: valid values: [\"Count\""
                + " \"FailIndex\" \"FailJob\" \"Ignore\"]",
            "spec.podFailurePolicy.rules[3].onExitCodes.values: Invalid value: []: at least one value"
                + " is required",
            "spec.podFailurePolicy.rules[3]: Invalid value: specifying both OnExitCodes and"
                + " OnPodConditions is not supported");
  }

  @Test
  void manyIndexes() {
    assertThat(errors("""
        completions: 200000
        parallelism: 100001
        completionMode: Indexed
        backoffLimitPerIndex: 1
        """))
        .containsExactlyInAnyOrder(
            "spec.parallelism: Invalid value: 100001: must be less than or equal to 100000 when"
                + " completion mode is Indexed",
            "spec.maxFailedIndexes: Required value: must be specified when completions is above"
                + " 100000",
            "spec.parallelism: Invalid value: 100001: must be less than or equal to 10000 when"
                + " completions are above 100000 and used with backoff limit per index");
  }
}
