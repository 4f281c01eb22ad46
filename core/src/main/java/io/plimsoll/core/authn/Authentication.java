package io.plimsoll.core.authn;

import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.model.Maps;
import io.plimsoll.core.request.User;
import java.util.List;
import java.util.Map;

/**
 * What an authenticator answers. Mirrors the results of {@code AuthenticateRequest}: a user, nothing, or an error; the warnings
 * go to the client with the answer, the annotations to the audit event.
 *
 * <p>One answer is not upstream's: {@link Undecided}, where only a CEL expression or a service outside could tell.
 */
public sealed interface Authentication {

  /** The answer of an authenticator that does not know the request's credentials, or sees none. */
  Authentication NO_OPINION = new NoOpinion(List.of());

  /** Returns texts for the client, in order. */
  List<String> warnings();

  /** Returns annotations of the audit event, by their keys, such as {@code authentication.k8s.io/legacy-token}. */
  Map<String, String> auditAnnotations();

  /** Returns the answer of an authenticator that finds the credentials wrong. */
  static Authentication failed(String error) {
    return new Failed(List.of(error), List.of(), Map.of());
  }

  /**
   * The request is known to come from a user.
   *
   * @param user the user
   * @param audiences whom the credentials are for, empty if they are for anybody
   * @param warnings texts for the client
   * @param auditAnnotations annotations of the audit event
   */
  record Authenticated(
      User user,
      List<String> audiences,
      List<String> warnings,
      Map<String, String> auditAnnotations)
      implements Authentication {
    public Authenticated {
      audiences = List.copyOf(audiences);
      warnings = List.copyOf(warnings);
      auditAnnotations = Maps.copy(auditAnnotations);
    }

    /** Makes an answer without annotations. */
    public Authenticated(User user, List<String> audiences, List<String> warnings) {
      this(user, audiences, warnings, Map.of());
    }
  }

  /**
   * Somebody else may know.
   *
   * @param warnings texts for the client
   * @param auditAnnotations annotations of the audit event
   */
  record NoOpinion(List<String> warnings, Map<String, String> auditAnnotations)
      implements Authentication {
    public NoOpinion {
      warnings = List.copyOf(warnings);
      auditAnnotations = Maps.copy(auditAnnotations);
    }

    /** Makes an answer without annotations. */
    public NoOpinion(List<String> warnings) {
      this(warnings, Map.of());
    }
  }

  /**
   * The credentials are wrong.
   *
   * @param errors what is wrong, as upstream logs it; the client never sees it
   * @param warnings texts for the client
   * @param auditAnnotations annotations of the audit event
   */
  record Failed(List<String> errors, List<String> warnings, Map<String, String> auditAnnotations)
      implements Authentication {
    public Failed {
      errors = List.copyOf(errors);
      warnings = List.copyOf(warnings);
      auditAnnotations = Maps.copy(auditAnnotations);
    }

    /** Makes an answer of one error, without annotations. */
    public Failed(String error, List<String> warnings) {
      this(List.of(error), warnings, Map.of());
    }

    /** Returns the errors as upstream's aggregate prints them: each text once, in brackets if there is more than one. */
    public String error() {
      return GoText.aggregate(errors);
    }
  }

  /**
   * Whether the credentials are right depends on what is not looked at here, such as a CEL expression; the server may answer
   * either way.
   *
   * @param problem what was not looked at, in words of our own
   * @param warnings texts for the client
   * @param auditAnnotations annotations of the audit event
   */
  record Undecided(String problem, List<String> warnings, Map<String, String> auditAnnotations)
      implements Authentication {
    public Undecided {
      warnings = List.copyOf(warnings);
      auditAnnotations = Maps.copy(auditAnnotations);
    }
  }
}
