package io.plimsoll.core.authn;

import io.plimsoll.core.authn.Authentication.Authenticated;
import io.plimsoll.core.authn.Authentication.Failed;
import io.plimsoll.core.authn.Authentication.NoOpinion;
import io.plimsoll.core.authn.Authentication.Undecided;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Warnings and audit annotations that answers carry. They stay, whatever authenticators say later: upstream they go straight
 * into the context of the request.
 */
record Remarks(List<String> warnings, Map<String, String> auditAnnotations) {

  static final Remarks NONE = new Remarks(List.of(), Map.of());

  static Remarks of(Authentication answer) {
    return answer.warnings().isEmpty() && answer.auditAnnotations().isEmpty()
        ? NONE
        : new Remarks(answer.warnings(), answer.auditAnnotations());
  }

  static Remarks annotating(String key, String value) {
    return new Remarks(List.of(), Map.of(key, value));
  }

  private boolean isEmpty() {
    return warnings.isEmpty() && auditAnnotations.isEmpty();
  }

  /** Returns these remarks and others after them. A warning is given once; an annotation keeps the value it got first. */
  Remarks and(Remarks others) {
    if (others.isEmpty() || isEmpty()) {
      return isEmpty() ? others : this;
    }
    List<String> allWarnings = new ArrayList<>(warnings);
    others.warnings.stream().filter(text -> !warnings.contains(text)).forEach(allWarnings::add);
    Map<String, String> all = new LinkedHashMap<>(auditAnnotations);
    others.auditAnnotations.forEach(all::putIfAbsent);
    return new Remarks(allWarnings, all);
  }

  /** Returns an answer with these remarks in front of its own. */
  Authentication before(Authentication answer) {
    if (isEmpty()) {
      return answer;
    }
    Remarks all = and(of(answer));
    if (answer instanceof Authenticated known) {
      return new Authenticated(known.user(), known.audiences(), all.warnings, all.auditAnnotations);
    }
    if (answer instanceof Failed failed) {
      return new Failed(failed.errors(), all.warnings, all.auditAnnotations);
    }
    if (answer instanceof Undecided undecided) {
      return new Undecided(undecided.problem(), all.warnings, all.auditAnnotations);
    }
    return new NoOpinion(all.warnings, all.auditAnnotations);
  }
}
