package io.plimsoll.core.authn;

import io.plimsoll.core.authn.Authentication.Authenticated;
import io.plimsoll.core.request.User;
import java.util.List;
import java.util.Set;

/** Takes whoever asks for {@code system:anonymous}, on some paths or on all. Mirrors {@code request/anonymous}. */
final class AnonymousAuthenticator implements Authenticator {

  private final Set<String> paths;

  /** Makes one for these paths; for all if there are none. */
  AnonymousAuthenticator(List<String> paths) {
    this.paths = Set.copyOf(paths);
  }

  @Override
  public Authentication authenticate(AuthenticationRequest request) {
    if (!paths.isEmpty() && !paths.contains(request.http().path())) {
      return Authentication.NO_OPINION;
    }
    return new Authenticated(User.ANONYMOUS, request.audiences(), List.of());
  }
}
