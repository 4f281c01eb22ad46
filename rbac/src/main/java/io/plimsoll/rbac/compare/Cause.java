package io.plimsoll.rbac.compare;

import io.plimsoll.rbac.Binding;
import io.plimsoll.rbac.RuleSet;

/**
 * A binding that grants what the other cluster does not.
 *
 * @param binding the binding
 * @param role the role it grants
 * @param difference how the other cluster differs
 */
public record Cause(Binding binding, RuleSet role, Difference difference) {

  /** What the other cluster has instead of a binding with the rule. */
  public enum Difference {
    /** It has no binding of this name. */
    NO_BINDING("no such binding"),
    /** Its binding does not name the subject. */
    NO_SUBJECT("the binding is not for the subject"),
    /** Its binding refers to another role. */
    OTHER_ROLE("the binding refers to another role"),
    /** Its binding refers to a role that does not exist. */
    NO_ROLE("no such role"),
    /** Its role has other rules. */
    OTHER_RULES("the role has other rules");

    private final String text;

    Difference(String text) {
      this.text = text;
    }

    /** Returns the difference in words. */
    @Override
    public String toString() {
      return text;
    }
  }

  /** Returns binding, role and difference. */
  @Override
  public String toString() {
    return binding.ref() + " of " + role.ref() + ", elsewhere " + difference;
  }
}
