package io.plimsoll.core.authn;

import io.plimsoll.core.request.User;
import java.util.List;

/**
 * What an authenticator answers. Mirrors the results of {@code AuthenticateRequest}: a user, nothing, or an error; the warnings
 * go to the client with the answer.
 */
public sealed interface Authentication {

  /** The answer of an authenticator that does not know the request's credentials, or sees none. */
  Authentication NO_OPINION = new NoOpinion(List.of());

  /** Returns texts for the client, in order. */
  List<String> warnings();

  /**
   * The request is known to come from a user.
   *
   * @param user the user
   * @param audiences whom the credentials are for, empty if they are for anybody
   * @param warnings texts for the client
   */
  record Authenticated(User user, List<String> audiences, List<String> warnings)
      implements Authentication {
    public Authenticated {
      audiences = List.copyOf(audiences);
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * Somebody else may know.
   *
   * @param warnings texts for the client
   */
  record NoOpinion(List<String> warnings) implements Authentication {
    public NoOpinion {
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * The credentials are wrong.
   *
   * @param error what is wrong, as upstream logs it; the client never sees it
   * @param warnings texts for the client
   */
  record Failed(String error, List<String> warnings) implements Authentication {
    public Failed {
      warnings = List.copyOf(warnings);
    }
  }
}
