package io.plimsoll.core.authn;

import io.plimsoll.core.authn.Authentication.Authenticated;
import io.plimsoll.core.authn.Authentication.Failed;
import io.plimsoll.core.authn.Authentication.Undecided;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Several authenticators, asked in order until one knows the user. Mirrors {@code request/union} and {@code token/union} of
 * {@code k8s.io/apiserver/pkg/authentication}.
 */
final class UnionAuthenticator implements Authenticator {

  private final List<Authenticator> authenticators;
  private final boolean failOnError;

  private UnionAuthenticator(List<Authenticator> authenticators, boolean failOnError) {
    this.authenticators = List.copyOf(authenticators);
    this.failOnError = failOnError;
  }

  /** Returns a union that goes on after an error and, if nobody knows the user, has all errors: {@code union.New}. */
  static Authenticator of(List<Authenticator> authenticators) {
    return new UnionAuthenticator(authenticators, false);
  }

  /** Returns a union that the first error ends: {@code union.NewFailOnError}. */
  static Authenticator failingOnError(List<Authenticator> authenticators) {
    return new UnionAuthenticator(authenticators, true);
  }

  /** Returns a union of those who look at tokens, which goes on after an error. */
  static TokenAuthenticator ofTokens(List<TokenAuthenticator> authenticators) {
    return tokens(authenticators, false);
  }

  /** Returns a union of those who look at tokens, which the first error ends. */
  static TokenAuthenticator ofTokensFailingOnError(List<TokenAuthenticator> authenticators) {
    return tokens(authenticators, true);
  }

  private static TokenAuthenticator tokens(List<TokenAuthenticator> all, boolean failOnError) {
    return (token, request) -> new UnionAuthenticator(
            all.stream().map(one -> one.of(token)).toList(), failOnError)
        .authenticate(request);
  }

  @Override
  public Authentication authenticate(AuthenticationRequest request) {
    Remarks remarks = Remarks.NONE;
    List<String> errors = List.of();
    for (Authenticator authenticator : authenticators) {
      Authentication answer = authenticator.authenticate(request);
      // Nobody can say what those who follow would be asked.
      boolean last = answer instanceof Authenticated
          || answer instanceof Undecided
          || (answer instanceof Failed && failOnError);
      if (last) {
        return remarks.before(answer);
      }
      remarks = remarks.and(Remarks.of(answer));
      if (answer instanceof Failed failed) {
        errors = new ArrayList<>(errors);
        errors.addAll(failed.errors());
      }
    }
    Authentication nobody =
        errors.isEmpty() ? Authentication.NO_OPINION : new Failed(errors, List.of(), Map.of());
    return remarks.before(nobody);
  }
}
