package io.plimsoll.core.apiserver;

import io.plimsoll.core.authn.Authentication;
import io.plimsoll.core.authn.AuthenticationRequest;
import io.plimsoll.core.authn.Authenticator;
import io.plimsoll.core.authz.Review;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.request.ApiRequest;
import io.plimsoll.core.request.Status;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whose token something is. Mirrors {@code pkg/registry/authentication/tokenreview}. */
final class TokenReviews {

  private final Optional<Authenticator> authenticator;
  private final List<String> audiences;

  TokenReviews(Optional<Authenticator> authenticator, List<String> audiences) {
    this.authenticator = authenticator;
    this.audiences = audiences;
  }

  Review answer(Exchange exchange, MappingValue object) throws Refusal {
    Fields spec = Fields.of(object.get("spec"));
    String token = spec.text("token");
    if (token.isEmpty()) {
      throw Refusal.of(Status.badRequest("token is required for TokenReview in authentication"));
    }
    Map<String, Value> status = new LinkedHashMap<>();
    if (authenticator.isPresent()) {
      List<String> wanted =
          spec.strings("audiences").isEmpty() ? audiences : spec.strings("audiences");
      ServerState state = exchange.state();
      Authentication answer = authenticator
          .get()
          .authenticate(new AuthenticationRequest(
              ApiRequest.of("", "").withToken(token), state.cluster(), state.now(), wanted));
      if (answer instanceof Authentication.Undecided undecided) {
        throw Refusal.unsupported(undecided.problem());
      }
      describe(answer, status);
    }
    return new Review.Answered(object.with("status", MappingValue.of(status)));
  }

  private static void describe(Authentication answer, Map<String, Value> status) {
    if (answer instanceof Authentication.Authenticated known) {
      status.put("authenticated", ScalarValue.of(true));
      status.put("user", known.user().toUserInfo());
      if (!known.audiences().isEmpty()) {
        status.put("audiences", SequenceValue.ofStrings(known.audiences()));
      }
    } else {
      status.put("user", MappingValue.empty());
      if (answer instanceof Authentication.Failed failed) {
        status.put("error", ScalarValue.of(failed.error()));
      }
    }
  }
}
