package io.plimsoll.core.authn;

import io.plimsoll.core.authn.Authentication.NoOpinion;
import io.plimsoll.core.manifest.GoText;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The name and password in the header {@code Authorization}. Mirrors {@code request/basicauth} of release 1.18. */
final class BasicAuthenticator implements Authenticator {

  private static final String SCHEME = "Basic ";

  private final PasswordChecker passwords;

  BasicAuthenticator(PasswordChecker passwords) {
    this.passwords = passwords;
  }

  @Override
  public Authentication authenticate(AuthenticationRequest request) {
    String header = request.http().header("Authorization");
    if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return Authentication.NO_OPINION;
    }
    Optional<String> pair = GoText.base64(header.substring(SCHEME.length()))
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .filter(text -> text.contains(":"));
    if (pair.isEmpty()) {
      return Authentication.NO_OPINION;
    }
    int colon = pair.get().indexOf(':');
    Authentication answer =
        passwords.authenticate(pair.get().substring(0, colon), pair.get().substring(colon + 1));
    return answer instanceof NoOpinion
        ? Authentication.failed("invalid username/password combination")
        : answer;
  }
}
