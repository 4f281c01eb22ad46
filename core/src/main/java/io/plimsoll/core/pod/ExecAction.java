package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import java.util.List;

/** A command run in the container. Mirrors {@code core/v1 ExecAction}. */
public record ExecAction(List<String> command) {

  public ExecAction {
    command = List.copyOf(command);
  }

  /** Reads the record from a tree. */
  public static ExecAction from(Fields fields) {
    return new ExecAction(fields.strings("command"));
  }
}
