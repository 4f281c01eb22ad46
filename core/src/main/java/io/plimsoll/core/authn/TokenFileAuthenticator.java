package io.plimsoll.core.authn;

import io.plimsoll.core.authn.Authentication.Authenticated;
import io.plimsoll.core.request.User;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tokens in the file of {@code --token-auth-file}. Mirrors {@code token/tokenfile}. */
final class TokenFileAuthenticator implements TokenAuthenticator {

  private final Map<String, User> users = new HashMap<>();

  /** Reads the file; of two rows with one token the later counts, and one with an empty token does not. */
  TokenFileAuthenticator(String path, String text) {
    for (UserTable.Row row : UserTable.read("token", path, text)) {
      if (!row.secret().isEmpty()) {
        users.put(row.secret(), row.user());
      }
    }
  }

  @Override
  public Authentication authenticate(String token, AuthenticationRequest request) {
    User user = users.get(token);
    return user == null ? Authentication.NO_OPINION : new Authenticated(user, List.of(), List.of());
  }
}
