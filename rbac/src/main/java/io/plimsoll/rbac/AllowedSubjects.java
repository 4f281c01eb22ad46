package io.plimsoll.rbac;

import java.util.List;

/**
 * Who may do something, as upstream's subject locator answers.
 *
 * @param subjects {@code system:masters}, then the subjects of every binding that allows it, as they are written: a subject of
 *     two bindings occurs twice, and nobody is left out or completed
 * @param error what is said of bindings whose roles do not exist, or empty
 */
public record AllowedSubjects(List<Subject> subjects, String error) {

  public AllowedSubjects {
    subjects = List.copyOf(subjects);
  }
}
