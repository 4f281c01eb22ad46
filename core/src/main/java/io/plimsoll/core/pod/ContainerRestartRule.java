package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import org.jspecify.annotations.Nullable;

/** A rule for restarting a container when it exits. Mirrors {@code core/v1 ContainerRestartRule}. */
public record ContainerRestartRule(
    String action, @Nullable ContainerRestartRuleOnExitCodes exitCodes) {

  /** Reads the record from a tree. */
  public static ContainerRestartRule from(Fields fields) {
    return new ContainerRestartRule(
        fields.text("action"), fields.object("exitCodes", ContainerRestartRuleOnExitCodes::from));
  }
}
