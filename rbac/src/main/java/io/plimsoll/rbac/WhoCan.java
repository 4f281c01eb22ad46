package io.plimsoll.rbac;

import java.util.List;

/**
 * Everybody who may do something, each once.
 *
 * @param accesses who, in the order in which bindings are visited; {@code system:masters} comes first
 * @param errors what is said of bindings whose roles do not exist, in order
 */
public record WhoCan(List<Access> accesses, List<String> errors) {

  public WhoCan {
    accesses = List.copyOf(accesses);
    errors = List.copyOf(errors);
  }

  /** Returns the subjects. */
  public List<Subject> subjects() {
    return accesses.stream().map(Access::subject).toList();
  }
}
