package io.plimsoll.core.apiserver;

import io.plimsoll.core.admission.AdmissionPlugin;
import io.plimsoll.core.authn.Authentication;
import io.plimsoll.core.authn.AuthenticationRequest;
import io.plimsoll.core.authn.Authenticator;
import io.plimsoll.core.authn.ServiceAccountTokens;
import io.plimsoll.core.authz.Authorization;
import io.plimsoll.core.authz.AuthorizationFilter;
import io.plimsoll.core.authz.Authorizer;
import io.plimsoll.core.authz.WriteAuthorization;
import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.cluster.CustomKinds;
import io.plimsoll.core.impersonation.ImpersonationFilter;
import io.plimsoll.core.registry.ServiceRanges;
import io.plimsoll.core.request.ApiRequest;
import io.plimsoll.core.request.Attributes;
import io.plimsoll.core.request.RequestInfo;
import io.plimsoll.core.request.Status;
import io.plimsoll.core.schema.ApiResource;
import io.plimsoll.core.schema.CustomResources;
import io.plimsoll.core.schema.ResourceCatalog;
import io.plimsoll.core.validation.Strategies;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An API server as a pure function: a state and a request give a response and the next state.
 *
 * <p>Requests pass authentication, impersonation, authorization, decoding, mutating admission, validation and validating admission,
 * in this order; the first that refuses answers. Mirrors {@code DefaultBuildHandlerChain} of {@code k8s.io/apiserver/pkg/server} and
 * the handlers of {@code k8s.io/apiserver/pkg/endpoints}. A server is immutable and can be shared.
 *
 * <p>It has no clock: whether a token or a certificate is valid is decided by the time of the state. That is {@link
 * ServerState#START} unless {@link ServerState#at} sets another.
 */
public final class ApiServer {

  private final Optional<Authenticator> authenticator;
  private final List<String> audiences;
  private final Authorizer authorizer;
  private final ImpersonationFilter impersonation;
  private final ResourceCatalog catalog;
  private final NonResourcePaths paths;
  private final RestHandler resources;
  private final int plugins;

  private ApiServer(Builder builder) {
    this.authenticator = builder.authenticator;
    this.audiences = builder.audiences;
    this.authorizer = builder.authorizer;
    this.impersonation = builder.constrainedImpersonation
        ? ImpersonationFilter.constrained(builder.authorizer)
        : ImpersonationFilter.legacy(builder.authorizer);
    this.catalog = builder.catalog;
    this.paths = new NonResourcePaths(builder.catalog, CustomResources.of(List.of()));
    this.resources = handlers(builder);
    this.plugins = builder.plugins.size();
  }

  private static RestHandler handlers(Builder builder) {
    AdmissionChain admission = new AdmissionChain(builder.plugins, builder.authorizer);
    WriteChecks checks = new WriteChecks(builder.writeAuthorizations, builder.authorizer);
    Bodies bodies = new Bodies();
    ServiceAddresses services = new ServiceAddresses(builder.serviceRanges);
    Creates creates = new Creates(admission, checks, bodies, services);
    CreateAuthorization authorization = new CreateAuthorization(builder.authorizer);
    Updates updates = new Updates(admission, checks, creates, authorization, bodies, services);
    Patches patches = new Patches(updates, bodies);
    Deletes deletes = new Deletes(admission);
    Bindings bindings = new Bindings(admission, bodies);
    Subresources subresources = new Subresources(
        updates,
        patches,
        new Scales(admission),
        bindings,
        new Evictions(admission, deletes, bodies),
        new Connections(admission, authorization),
        new Tokens(builder.tokens, admission, bodies));
    return new RestHandler(
        builder.catalog,
        builder.strategies,
        creates,
        updates,
        patches,
        deletes,
        subresources,
        new Reviews(
            builder.authorizer,
            new TokenReviews(builder.authenticator, builder.audiences),
            admission,
            bodies),
        bindings);
  }

  /**
   * Returns a builder of a server that believes who requests say they are from, allows everything, has no plug-ins, and neither fills
   * in nor validates objects: the kinds' {@link Strategies} and all the rest of a real server are in {@code Posture.apiServer} of
   * {@code plimsoll-posture}.
   */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns how many admission plug-ins there are and how many resources are served: {@code API server (…)}. */
  @Override
  public String toString() {
    return "API server (" + plugins + " admission plug-ins, "
        + catalog.resources().size() + " resources)";
  }

  /**
   * Returns the answer to a request about a cluster that has seen none before, at {@link ServerState#START}: midnight UTC of 1
   * January 2026. Credentials that are valid now may not be valid then; {@code ServerState.of(cluster).at(time)} is the state at
   * another time.
   */
  public Response handle(Cluster cluster, ApiRequest request) {
    return handle(ServerState.of(cluster), request);
  }

  /** Returns the answer to a request, with the state after it. */
  public Response handle(ServerState state, ApiRequest request) {
    RequestInfo info;
    try {
      info = RequestInfo.of(request);
    } catch (IllegalArgumentException unreadable) {
      String why = "failed to create RequestInfo: " + unreadable.getMessage();
      RequestInfo unknown =
          new RequestInfo(Attributes.ofPath("", request.path()), List.of(), false);
      return new Exchange(state, request, unknown)
          .answer(
              500, new Response.Body.OfText(AuthorizationFilter.internalError(request.uri(), why)));
    }
    Exchange exchange = new Exchange(state, request, info);
    try {
      return answer(exchange);
    } catch (Refusal refusal) {
      return exchange.answer(refusal.code(), refusal.body());
    }
  }

  private Response answer(Exchange exchange) throws Refusal {
    RequestDeadline.check(exchange);
    authenticate(exchange);
    impersonate(exchange);
    authorize(exchange);
    return exchange.info().attributes().isResourceRequest()
        ? resources.answer(exchange)
        : paths(exchange.state().cluster()).answer(exchange);
  }

  /** Returns the paths that there are, which tell of custom resources, too. */
  private NonResourcePaths paths(Cluster cluster) {
    CustomResources custom = CustomKinds.of(cluster);
    List<ApiResource> resources = custom.resources();
    return resources.isEmpty() ? paths : new NonResourcePaths(catalog.with(resources), custom);
  }

  /** Mirrors {@code WithAuthentication}. */
  private void authenticate(Exchange exchange) throws Refusal {
    if (authenticator.isEmpty()) {
      exchange.request().user().ifPresent(exchange::authenticated);
      exchange.trace(Stage.AUTHENTICATION, "", "off", exchange.user().name());
      return;
    }
    ServerState state = exchange.state();
    Authentication answer = authenticator
        .get()
        .authenticate(
            new AuthenticationRequest(exchange.request(), state.cluster(), state.now(), audiences));
    answer.warnings().forEach(exchange::warn);
    answer.auditAnnotations().forEach(exchange::annotate);
    if (answer instanceof Authentication.Authenticated known) {
      exchange.authenticated(known.user());
      exchange.trace(Stage.AUTHENTICATION, "", "user", known.user().name());
      return;
    }
    if (answer instanceof Authentication.Undecided undecided) {
      exchange.trace(Stage.AUTHENTICATION, "", "undecided", undecided.problem());
      throw Refusal.unsupported(undecided.problem());
    }
    if (answer instanceof Authentication.Failed failed) {
      exchange.log(failed.error());
    }
    exchange.trace(Stage.AUTHENTICATION, "", "refused", whenShown(exchange));
    throw Refusal.of(Status.unauthorized());
  }

  /** Returns when credentials were looked at; empty if there were none. */
  private static String whenShown(Exchange exchange) {
    ApiRequest request = exchange.request();
    boolean shown =
        !request.header("Authorization").isEmpty() || !request.certificates().isEmpty();
    return shown ? "credentials as of " + exchange.state().now() : "";
  }

  /** Mirrors {@code WithImpersonation}; each request is the first of its user. */
  private void impersonate(Exchange exchange) throws Refusal {
    ImpersonationFilter.Outcome outcome = impersonation.apply(
        exchange.request(),
        exchange.user(),
        exchange.info().attributes(),
        exchange.state().cluster(),
        Optional.empty());
    if (outcome instanceof ImpersonationFilter.Outcome.Refused refused) {
      exchange.trace(Stage.IMPERSONATION, "", "refused", refused.status().message());
      throw Refusal.of(refused.status());
    }
    if (outcome instanceof ImpersonationFilter.Outcome.Impersonated as) {
      exchange.impersonating(as.user(), as.authenticationMetadata());
      exchange.trace(Stage.IMPERSONATION, "", "as", as.user().name());
    }
  }

  /** Mirrors {@code WithAuthorization}. */
  private void authorize(Exchange exchange) throws Refusal {
    Attributes attributes = exchange.info().attributes();
    Authorization answer =
        authorizer.authorize(exchange.state().cluster(), exchange.user(), attributes);
    for (Map.Entry<String, String> note :
        AuthorizationFilter.auditAnnotations(answer).entrySet()) {
      exchange.annotate(note.getKey(), note.getValue());
    }
    if (answer.isAllowed()) {
      exchange.trace(Stage.AUTHORIZATION, "", "allowed", answer.reason());
      return;
    }
    exchange.trace(Stage.AUTHORIZATION, "", "refused", answer.reason());
    if (answer.isUnsupported()) {
      throw Refusal.of(AuthorizationFilter.unsupported(answer));
    }
    if (answer.error().isPresent()) {
      throw Refusal.ofText(
          500,
          AuthorizationFilter.internalError(
              exchange.request().uri(), answer.error().get()));
    }
    throw Refusal.of(AuthorizationFilter.forbidden(exchange.user(), attributes, answer.reason()));
  }

  /** Makes an {@link ApiServer}. */
  public static final class Builder {

    private Optional<Authenticator> authenticator = Optional.empty();
    private List<String> audiences = List.of();
    private Authorizer authorizer = (cluster, user, attributes) -> Authorization.allow("");
    private List<AdmissionPlugin> plugins = List.of();
    private List<WriteAuthorization> writeAuthorizations = List.of();
    private Strategies strategies = Strategies.of(List.of());
    private Optional<ServiceAccountTokens> tokens = Optional.empty();
    private boolean constrainedImpersonation = true;
    private ResourceCatalog catalog = ResourceCatalog.kubernetes();
    private ServiceRanges serviceRanges = ServiceRanges.DEFAULTS;

    private Builder() {}

    /** Sets who finds out who asks; without, the user that a request names is taken for granted. */
    public Builder authenticator(Authenticator other) {
      this.authenticator = Optional.of(Authenticator.guarded(other));
      return this;
    }

    /** Sets whom the server takes itself to be, which its authenticators are told. */
    public Builder audiences(List<String> others) {
      this.audiences = List.copyOf(others);
      return this;
    }

    /** Sets who decides what users may do. */
    public Builder authorizer(Authorizer other) {
      this.authorizer = Authorizer.guarded(other);
      return this;
    }

    /** Sets the plug-ins, in the order they are asked. */
    public Builder plugins(List<? extends AdmissionPlugin> others) {
      this.plugins = List.copyOf(others);
      return this;
    }

    /** Sets what kinds demand of who writes them. */
    public Builder writeAuthorizations(List<? extends WriteAuthorization> others) {
      this.writeAuthorizations = List.copyOf(others);
      return this;
    }

    /** Sets how the objects of each kind are filled in and validated. */
    public Builder strategies(Strategies others) {
      this.strategies = others;
      return this;
    }

    /** Sets who issues tokens of service accounts; without, requests for them are refused. */
    public Builder tokens(ServiceAccountTokens issuer) {
      this.tokens = Optional.of(issuer);
      return this;
    }

    /** Sets whether impersonation may be limited to some users and requests: the feature gate {@code ConstrainedImpersonation}. */
    public Builder constrainedImpersonation(boolean on) {
      this.constrainedImpersonation = on;
      return this;
    }

    /** Sets which resources there are. */
    public Builder catalog(ResourceCatalog other) {
      this.catalog = other;
      return this;
    }

    /** Sets what Services get their addresses and ports of nodes from; without, it is as {@link ServiceRanges#DEFAULTS} say. */
    public Builder serviceRanges(ServiceRanges others) {
      this.serviceRanges = others;
      return this;
    }

    /** Returns the server. */
    public ApiServer build() {
      return new ApiServer(this);
    }
  }
}
