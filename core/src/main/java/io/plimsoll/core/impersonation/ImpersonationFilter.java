package io.plimsoll.core.impersonation;

import io.plimsoll.core.authz.Authorization;
import io.plimsoll.core.authz.AuthorizationFilter;
import io.plimsoll.core.authz.Authorizer;
import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.request.ApiRequest;
import io.plimsoll.core.request.Attributes;
import io.plimsoll.core.request.Status;
import io.plimsoll.core.request.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The stage of an API server that takes a user for another who asks for it and may. Mirrors {@code
 * k8s.io/apiserver/pkg/endpoints/filters/impersonation}.
 *
 * <p>Since 1.36 impersonation may be {@linkplain #constrained constrained} to some users and some requests; {@linkplain #legacy
 * before}, and with the feature gate {@code ConstrainedImpersonation} off, there is only the verb {@code impersonate}. Successes are
 * not remembered, but for the mode: that is an argument.
 */
public final class ImpersonationFilter {

  private final Authorizer authorizer;
  private final boolean constrained;

  private ImpersonationFilter(Authorizer authorizer, boolean constrained) {
    this.authorizer = authorizer;
    this.constrained = constrained;
  }

  /** Returns the filter that tries the constrained modes first. */
  public static ImpersonationFilter constrained(Authorizer authorizer) {
    return new ImpersonationFilter(authorizer, true);
  }

  /** Returns the filter that knows the verb {@code impersonate} only. */
  public static ImpersonationFilter legacy(Authorizer authorizer) {
    return new ImpersonationFilter(authorizer, false);
  }

  /** What becomes of a request. */
  public sealed interface Outcome {

    /** The request does not ask for impersonation. */
    record NotAsked() implements Outcome {}

    /**
     * The request goes on as another user's.
     *
     * @param user the user it is made as
     * @param mode how the requestor was allowed to; the next request of the same requestor tries it first
     * @param request the request without what asked for impersonation
     */
    record Impersonated(User user, ImpersonationMode mode, ApiRequest request) implements Outcome {

      /** Returns the {@code authenticationMetadata} of the audit event: how the requestor was allowed to. */
      public Map<String, String> authenticationMetadata() {
        return mode.constraint()
            .map(verb -> Map.of("impersonationConstraint", verb))
            .orElse(Map.of());
      }
    }

    /**
     * The requestor may not, or the request makes no sense.
     *
     * @param status why
     */
    record Refused(Status status) implements Outcome {}
  }

  /**
   * Returns what becomes of a request.
   *
   * @param requestor who sends it
   * @param attributes what it asks for
   * @param lastMode how the last request of the same requestor's name was allowed to impersonate, if one was; it is tried first
   */
  public Outcome apply(
      ApiRequest request,
      User requestor,
      Attributes attributes,
      Cluster cluster,
      Optional<ImpersonationMode> lastMode) {
    WantedUser wanted = ImpersonationHeaders.read(request);
    if (wanted.isNobody()) {
      return new Outcome.NotAsked();
    }
    if (wanted.name().isEmpty()) {
      return new Outcome.Refused(Status.badRequest(
          constrained
              ? "requested " + wanted.dump() + " without impersonating a user name"
              : "requested " + wanted.references() + " without impersonating a user"));
    }
    return constrained
        ? inOneOfTheModes(wanted, request, requestor, attributes, cluster, lastMode)
        : asBefore(wanted, request, requestor, cluster);
  }

  private Outcome inOneOfTheModes(
      WantedUser wanted,
      ApiRequest request,
      User requestor,
      Attributes attributes,
      Cluster cluster,
      Optional<ImpersonationMode> lastMode) {
    List<ImpersonationMode> modes = new ArrayList<>(List.of(ImpersonationMode.values()));
    lastMode.ifPresent(mode -> {
      modes.remove(mode);
      modes.add(0, mode);
    });
    List<Status> refusals = new ArrayList<>();
    for (ImpersonationMode mode : modes) {
      if (mode.supports(wanted, requestor)) {
        ModeCheck check = new ModeCheck(mode, authorizer, cluster, requestor);
        Optional<ModeCheck.Refusal> refusal = check.refusal(wanted, attributes);
        if (refusal.isEmpty()) {
          return new Outcome.Impersonated(
              check.user(wanted), mode, ImpersonationHeaders.without(request));
        }
        if (refusal.get().unsupported()) {
          return new Outcome.Refused(refusal.get().status());
        }
        refusals.add(refusal.get().status());
      }
    }
    // The last mode is for everybody, so there is a refusal; the first one tells the most.
    return new Outcome.Refused(refusals.get(0));
  }

  /** Mirrors {@code WithImpersonation}, which tells less of errors than its successor. */
  private Outcome asBefore(WantedUser wanted, ApiRequest request, User requestor, Cluster cluster) {
    ImpersonationMode mode = ImpersonationMode.LEGACY;
    List<Attributes> needed = new ArrayList<>();
    needed.add(Needed.name(mode, wanted));
    wanted.groups().forEach(group -> needed.add(Needed.group(mode, group)));
    wanted
        .extra()
        .forEach(
            (key, values) -> values.forEach(value -> needed.add(Needed.extra(mode, key, value))));
    if (!wanted.uid().isEmpty()) {
      needed.add(Needed.uid(mode, wanted.uid()));
    }
    for (Attributes one : needed) {
      Authorization answer = authorizer.authorize(cluster, requestor, one);
      if (answer.isUnsupported()) {
        return new Outcome.Refused(AuthorizationFilter.unsupported(answer));
      }
      if (!answer.isAllowed() || answer.error().isPresent()) {
        return new Outcome.Refused(AuthorizationFilter.forbidden(requestor, one, answer.reason()));
      }
    }
    return new Outcome.Impersonated(
        wanted.in(wanted.groupsOrThoseOfServiceAccount()),
        mode,
        ImpersonationHeaders.without(request));
  }
}
