package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import java.util.List;

/** The exit codes that a restart rule is about. Mirrors {@code core/v1 ContainerRestartRuleOnExitCodes}. */
public record ContainerRestartRuleOnExitCodes(String operator, List<Integer> values) {

  public ContainerRestartRuleOnExitCodes {
    values = List.copyOf(values);
  }

  /** Reads the record from a tree. */
  public static ContainerRestartRuleOnExitCodes from(Fields fields) {
    return new ContainerRestartRuleOnExitCodes(fields.text("operator"), fields.int32s("values"));
  }
}
