package io.plimsoll.rbac;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.ObjectRef;
import java.util.List;
import java.util.Optional;

/**
 * A rule that would allow a request if one thing were different, or a binding whose role does not exist.
 *
 * @param aspect what is different
 * @param binding the binding
 * @param rule where the rule is written; empty if the role does not exist
 * @param object the object that would have to change
 * @param path the field of it
 * @param found what is written there
 * @param wanted what the request asks for
 * @param typo what looks misspelled, if anything does
 */
public record NearMiss(
    Aspect aspect,
    Binding binding,
    Optional<RuleSource> rule,
    ObjectRef object,
    FieldPath path,
    List<String> found,
    String wanted,
    Optional<Typo> typo) {

  public NearMiss {
    found = List.copyOf(found);
  }

  /** The one thing in which a rule misses a request, in the order in which they are told. */
  public enum Aspect {
    /** The role that a binding of the user names does not exist. */
    ROLE,
    /** The rule is about objects of other names. */
    NAME,
    /** The rule allows other verbs. */
    VERB,
    /** The rule is about other resources. */
    RESOURCE,
    /** The rule is about resources of other API groups. */
    API_GROUP,
    /** The rule is about other URLs. */
    URL,
    /** The binding of the user counts in another namespace only, or not for URLs. */
    NAMESPACE,
    /** The binding is for others. */
    SUBJECT
  }

  /**
   * A misspelling.
   *
   * @param written what is written
   * @param meant what was most likely meant
   */
  public record Typo(String written, String meant) {}

  /** Returns what is different, in one line, with what was most likely meant. */
  @Override
  public String toString() {
    return sentence() + typo.map(t -> "; did you mean " + t.meant()).orElse("");
  }

  private String sentence() {
    String only = typo.map(Typo::written)
        .filter(written -> !written.equals(wanted))
        .orElseGet(() -> String.join(", ", found));
    return switch (aspect) {
      case ROLE -> binding.ref() + " names " + binding.roleRef() + ", which does not exist";
      case SUBJECT -> binding.ref() + " is for " + only + ", not for " + wanted;
      case NAMESPACE ->
        binding.ref() + " counts in namespace " + binding.scope() + " only, not " + wanted;
      case VERB -> ruleText() + " has the verbs " + only + ", not " + wanted;
      case RESOURCE -> ruleText() + " is about " + only + ", not " + wanted;
      case API_GROUP -> ruleText() + " is about the API groups " + only + ", not " + wanted;
      case NAME -> ruleText() + " is about the names " + only + ", not " + wanted;
      case URL -> ruleText() + " is about the URLs " + only + ", not " + wanted;
    };
  }

  private String ruleText() {
    return rule.map(source -> source.path() + " of " + source.role()).orElse("");
  }
}
