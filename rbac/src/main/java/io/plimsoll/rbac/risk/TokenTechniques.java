package io.plimsoll.rbac.risk;

import io.plimsoll.core.request.Attributes;
import io.plimsoll.rbac.Subject;
import io.plimsoll.rbac.risk.Place.Creation;
import java.util.List;
import java.util.Optional;

/** Tokens that are an identity: of service accounts, asked for, read or made, and bootstrap tokens. */
final class TokenTechniques implements Family {

  private static final Resource TOKENS = Resource.core("serviceaccounts").sub("token");
  private static final Resource SECRETS = Resource.core("secrets");
  private static final String[] READ = {"get", "list", "watch"};
  private static final String BOOTSTRAPPERS = "system:bootstrappers";
  private static final String BOOTSTRAP_SECRET = "bootstrap-token-";

  private final Targets targets;
  private final Population population;
  private final Facts facts;

  TokenTechniques(Targets targets, Population population, Facts facts) {
    this.targets = targets;
    this.population = population;
    this.facts = facts;
  }

  @Override
  public void find(Node node, Place place, Edges out) {
    request(place, out);
    read(place, out);
    mint(place, out);
    if (place.isEverywhere()) {
      bootstrap(place.in(Facts.KUBE_SYSTEM), out);
    }
  }

  private void request(Place place, Edges out) {
    Optional<Attributes> any = place.any(TOKENS, "create");
    any.ifPresent(request ->
        out.addLocal(Technique.REQUEST_TOKEN, targets.accounts(place.namespace(), false), request));
    if (any.isEmpty()) {
      for (Attributes request : place.named(TOKENS, "create")) {
        out.addLocal(
            Technique.REQUEST_TOKEN,
            targets.people(facts.accounts(place.namespace(), request.name()), false),
            request);
      }
    }
  }

  private void read(Place place, Edges out) {
    for (Facts.TokenSecret secret : facts.tokenSecrets()) {
      if (place.isEverywhere() || place.namespace().equals(secret.namespace())) {
        place
            .in(secret.namespace())
            .exactly(secret.name(), SECRETS, READ)
            .ifPresent(request -> out.add(
                Technique.READ_TOKEN,
                targets.people(
                    List.of(Subject.serviceAccount(secret.namespace(), secret.account())), false),
                request));
      }
    }
  }

  private void mint(Place place, Edges out) {
    for (Creation creation : place.creations(SECRETS)) {
      readNew(place, creation.name()).ifPresent(read -> {
        List<Attributes> requests = Edges.join(
                Optional.of(creation.requests()), Optional.of(List.of(read)))
            .orElseThrow();
        out.addLocal(Technique.MINT_TOKEN, targets.accounts(place.namespace(), false), requests);
      });
    }
  }

  /** Returns the request that reads a secret that is not there yet, of this name or, with the empty one, of any. */
  private Optional<Attributes> readNew(Place place, String name) {
    if (!name.isEmpty()) {
      return isTaken(place, name) ? Optional.empty() : place.exactly(name, SECRETS, READ);
    }
    return place
        .any(SECRETS, READ)
        .or(() -> place.named(SECRETS, READ).stream()
            .filter(request -> !isTaken(place, request.name()))
            .findFirst());
  }

  private boolean isTaken(Place place, String name) {
    return facts.hasSecret(place.namespace(), name);
  }

  private void bootstrap(Place kubeSystem, Edges out) {
    List<Subject> groups = population.named(Subject.GROUP).stream()
        .filter(group ->
            group.name().equals(BOOTSTRAPPERS) || group.name().startsWith(BOOTSTRAPPERS + ":"))
        .toList();
    if (groups.isEmpty()) {
      return;
    }
    kubeSystem.creations(SECRETS).stream()
        .filter(
            creation -> creation.name().isEmpty() || creation.name().startsWith(BOOTSTRAP_SECRET))
        .findFirst()
        .ifPresent(creation ->
            out.add(Technique.BOOTSTRAP_TOKEN, targets.people(groups, false), creation.requests()));
  }
}
