package io.plimsoll.core.authn;

import io.plimsoll.core.authn.Authentication.NoOpinion;
import java.util.List;
import java.util.Locale;

/** The token in the header {@code Authorization}. Mirrors {@code request/bearertoken}. */
final class BearerTokenAuthenticator implements Authenticator {

  private static final String SPACE_WARNING =
      "the provided Authorization header contains extra space before the bearer token, and is ignored";

  private static final Authentication SPACE = new NoOpinion(List.of(SPACE_WARNING));

  private final TokenAuthenticator tokens;

  BearerTokenAuthenticator(TokenAuthenticator tokens) {
    this.tokens = tokens;
  }

  @Override
  public Authentication authenticate(AuthenticationRequest request) {
    String header = request.http().header("Authorization").strip();
    int space = header.indexOf(' ');
    if (space < 0 || !header.substring(0, space).toLowerCase(Locale.ROOT).equals("bearer")) {
      return Authentication.NO_OPINION;
    }
    int end = header.indexOf(' ', space + 1);
    if (end == space + 1) {
      return SPACE;
    }
    String token = end < 0 ? header.substring(space + 1) : header.substring(space + 1, end);
    return orInvalid(tokens.authenticate(token, request));
  }

  /** Somebody showed a token, so it is not enough that nobody finds it wrong. */
  static Authentication orInvalid(Authentication answer) {
    return answer instanceof NoOpinion
        ? Remarks.of(answer).before(Authentication.failed("invalid bearer token"))
        : answer;
  }
}
