package io.plimsoll.core.apiserver;

import io.plimsoll.core.admission.AdmissionAttributes;
import io.plimsoll.core.admission.Operation;
import io.plimsoll.core.authn.ServiceAccountTokens;
import io.plimsoll.core.manifest.MappingValue;
import java.util.Optional;

/**
 * Requests for tokens of service accounts. They are stored nowhere, so that only the numbers that tokens are made from count them.
 * Mirrors {@code TokenREST} of {@code pkg/registry/core/serviceaccount/storage}.
 */
final class Tokens {

  private static final String API_VERSION = "authentication.k8s.io/v1";
  private static final String KIND = "TokenRequest";

  private final Optional<ServiceAccountTokens> issuer;
  private final AdmissionChain admission;
  private final Bodies bodies;

  Tokens(Optional<ServiceAccountTokens> issuer, AdmissionChain admission, Bodies bodies) {
    this.issuer = issuer;
    this.admission = admission;
    this.bodies = bodies;
  }

  Response create(Exchange exchange, Target target) throws Refusal {
    if (issuer.isEmpty()) {
      throw Refusal.unsupported(
          "issuing tokens by a server that was given no key to sign them with");
    }
    RequestOptions options = RequestOptions.of(RequestOptions.CREATE, exchange.request());
    options.check(false);
    Target request = new Target(target.scope(), API_VERSION, KIND, target.strategy());
    MappingValue sent = bodies.decode(exchange, request, options.fieldValidation());
    MappingValue placed = Placement.inNamespace(sent, target.scope());
    AdmissionAttributes attributes =
        request.attributes(exchange, Operation.CREATE, options, placed, Optional.empty());
    MappingValue object = admission.admit(exchange, attributes).object().orElse(placed);
    long issued = exchange.state().memoryOf(KIND).map(Long.class::cast).orElse(0L);
    ServiceAccountTokens.Answer answer = issuer
        .get()
        .create(
            target.scope().namespace(),
            target.scope().name(),
            object,
            exchange.state().cluster(),
            exchange.state().now(),
            Generated.random(exchange.state(), issued),
            valid -> admission.judge(exchange, attributes.withObject(valid)));
    if (answer instanceof ServiceAccountTokens.Answer.Refused refused) {
      throw Refusal.of(refused.status());
    }
    ServiceAccountTokens.Answer.Issued token = (ServiceAccountTokens.Answer.Issued) answer;
    token.warnings().forEach(exchange::warn);
    token.auditAnnotations().forEach(exchange::annotate);
    exchange.become(exchange.state().remembering(KIND, issued + 1));
    exchange.trace(Stage.STORAGE, "", "issued", "a token of " + target.scope().ref());
    return exchange.answer(201, new Response.Body.OfObject(token.tokenRequest()));
  }
}
