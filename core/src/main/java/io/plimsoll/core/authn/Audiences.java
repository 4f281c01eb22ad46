package io.plimsoll.core.authn;

import io.plimsoll.core.authn.Authentication.Authenticated;
import java.util.List;

/** Whom tokens are for, and for whom they are looked at. Mirrors {@code authenticator/audiences.go} and {@code audagnostic.go}. */
final class Audiences {

  private Audiences() {}

  /** Returns those of the second list that the first has, too. */
  static List<String> intersect(List<String> audiences, List<String> targets) {
    return audiences.equals(targets)
        ? targets
        : targets.stream().filter(audiences::contains).toList();
  }

  /**
   * Returns an authenticator whose credentials are good for the implicit audiences and no others: {@code
   * WrapAudienceAgnosticRequest}.
   */
  static Authenticator agnostic(List<String> implicit, Authenticator delegate) {
    return request -> {
      if (request.audiences().isEmpty()) {
        return delegate.authenticate(request);
      }
      List<String> audiences = intersect(implicit, request.audiences());
      if (audiences.isEmpty()) {
        return Authentication.NO_OPINION;
      }
      Authentication answer = delegate.authenticate(request);
      return answer instanceof Authenticated known
          ? new Authenticated(known.user(), audiences, known.warnings(), known.auditAnnotations())
          : answer;
    };
  }

  /** Returns the same for one who looks at tokens: {@code WrapAudienceAgnosticToken}. */
  static TokenAuthenticator agnosticToken(List<String> implicit, TokenAuthenticator delegate) {
    return (token, request) -> agnostic(implicit, delegate.of(token)).authenticate(request);
  }
}
