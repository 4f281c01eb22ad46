package io.plimsoll.core.authn;

import io.plimsoll.core.authn.Authentication.Authenticated;
import io.plimsoll.core.authn.TokenReviewer.Answer.Failure;
import io.plimsoll.core.authn.TokenReviewer.Answer.Status;
import io.plimsoll.core.authn.TokenReviewer.Spec;
import io.plimsoll.core.backend.BackendCall;
import io.plimsoll.core.request.User;
import java.util.List;
import java.util.Map;

/** The tokens that a service outside knows. Mirrors {@code plugin/pkg/authenticator/token/webhook}. */
final class WebhookTokenAuthenticator implements TokenAuthenticator {

  private static final User NOBODY = new User("", "", List.of(), Map.of());

  private final TokenReviewer reviewer;
  private final List<String> implicitAudiences;

  WebhookTokenAuthenticator(TokenReviewer reviewer, List<String> implicitAudiences) {
    this.reviewer = reviewer;
    this.implicitAudiences = implicitAudiences;
  }

  @Override
  public Authentication authenticate(String token, AuthenticationRequest request) {
    List<String> wanted = request.audiences();
    Spec spec = new Spec(token, wanted);
    TokenReviewer.Answer answer = BackendCall.ask(() -> reviewer.review(spec), Failure::new);
    if (answer instanceof Failure failure) {
      return Authentication.failed(failure.error());
    }
    Status status = (Status) answer;
    List<String> got = status.audiences().isEmpty() ? implicitAudiences : status.audiences();
    List<String> audiences = Audiences.intersect(got, wanted);
    if (!wanted.isEmpty() && audiences.isEmpty()) {
      return Authentication.NO_OPINION;
    }
    if (!status.authenticated()) {
      return status.error().isEmpty()
          ? Authentication.NO_OPINION
          : Authentication.failed(status.error());
    }
    return new Authenticated(status.user().orElse(NOBODY), audiences, List.of());
  }
}
