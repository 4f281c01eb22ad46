package io.plimsoll.rbac.lint;

import io.plimsoll.core.finding.Finding;
import io.plimsoll.rbac.PolicyRule;
import io.plimsoll.rbac.lint.WrittenRule.Part;
import java.util.List;

/**
 * Finds verbs that have no name, or rarely one, in rules for some names.
 *
 * <p>A request to create an object has none, unless it applies or puts the object, or is about a subresource such as {@code
 * pods/exec}; {@code list} and {@code watch} have the name that a field selector asks for; {@code deletecollection} never has one.
 */
final class NameCheck {

  private NameCheck() {}

  static void check(WrittenRule written, List<Finding> found) {
    PolicyRule rule = written.rule();
    // The empty name is the one that requests without a name have.
    if (!written.isAboutResources()
        || rule.resourceNames().isEmpty()
        || rule.resourceNames().contains("")) {
      return;
    }
    for (int i = 0; i < rule.verbs().size(); i++) {
      switch (rule.verbs().get(i)) {
        case "deletecollection" ->
          found.add(LintRule.NAMES_WITHOUT_EFFECT
              .at(
                  written.object(),
                  written.path(Part.VERBS, i),
                  "\"deletecollection\" has no name, so resourceNames never match it")
              .withFix(written.remove(Part.VERBS, i)));
        case "create" -> {
          if (rule.resources().stream().anyMatch(resource -> resource.indexOf('/') < 0)) {
            found.add(LintRule.NAMES_WITH_CREATE.at(
                written.object(),
                written.path(Part.VERBS, i),
                "\"create\" has a name only when an object is applied on the server or put;"
                    + " with resourceNames, creating by POST is denied"));
          }
        }
        case "list" ->
          found.add(LintRule.NAMES_WITH_LIST.at(
              written.object(),
              written.path(Part.VERBS, i),
              (rule.verbs().contains("watch") ? "\"list\" and \"watch\" have" : "\"list\" has")
                  + " a name only with the field selector metadata.name=NAME; with"
                  + " resourceNames, all other lists are denied"));
        default -> {
          // All other verbs are about one object; who gives watch without list asks for one name.
        }
      }
    }
  }
}
