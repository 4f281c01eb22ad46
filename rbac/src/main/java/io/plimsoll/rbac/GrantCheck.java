package io.plimsoll.rbac;

import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.request.User;
import java.util.List;
import java.util.TreeSet;

/**
 * Whether a user holds all that some rules allow, and so may grant them. Mirrors {@code ConfirmNoEscalation} of {@code
 * pkg/registry/rbac/validation/rule.go}.
 *
 * @param user the user
 * @param missing the atomic parts of the rules that the user does not hold, in order
 * @param errors what is said of roles of the user that do not exist
 */
public record GrantCheck(User user, List<PolicyRule> missing, List<String> errors) {

  public GrantCheck {
    missing = List.copyOf(missing);
    errors = List.copyOf(errors);
  }

  /** Returns whether the user may grant the rules. */
  public boolean isAllowed() {
    return missing.isEmpty();
  }

  /** Returns the refusal in upstream's words, with what is missing line by line; empty if it is allowed. */
  public String message() {
    if (missing.isEmpty()) {
      return "";
    }
    TreeSet<String> lines = new TreeSet<>(GoText::compare);
    PolicyRules.compact(missing).forEach(rule -> lines.add(rule.toString()));
    return "user " + GoText.quote(user.name())
        + " (groups=" + GoText.quote(user.groups()) + ")"
        + " is attempting to grant RBAC permissions not currently held:\n"
        + String.join("\n", lines)
        + (errors.isEmpty() ? "" : "; resolution errors: [" + GoText.aggregate(errors) + "]");
  }
}
