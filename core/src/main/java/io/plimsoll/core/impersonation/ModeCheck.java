package io.plimsoll.core.impersonation;

import io.plimsoll.core.authz.Authorization;
import io.plimsoll.core.authz.AuthorizationFilter;
import io.plimsoll.core.authz.Authorizer;
import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.request.Attributes;
import io.plimsoll.core.request.Status;
import io.plimsoll.core.request.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether one requestor may impersonate in one mode. Mirrors {@code constrainedImpersonationModeState} and {@code
 * impersonationModeState} of {@code mode.go}.
 */
final class ModeCheck {

  /** From so many things on, the permission for all of them is asked for first. */
  private static final int MANY = 4;

  private static final String ASSOCIATED_NODE_KEYS =
      "authentication.kubernetes.io/associated-node-keys";

  private final ImpersonationMode mode;
  private final Authorizer authorizer;
  private final Cluster cluster;
  private final User requestor;

  ModeCheck(ImpersonationMode mode, Authorizer authorizer, Cluster cluster, User requestor) {
    this.mode = mode;
    this.authorizer = authorizer;
    this.cluster = cluster;
    this.requestor =
        mode == ImpersonationMode.ASSOCIATED_NODE ? withoutItsNode(requestor) : requestor;
  }

  /**
   * Why a requestor may not.
   *
   * @param status what the client gets
   * @param unsupported whether this is none of Kubernetes' answers
   */
  record Refusal(Status status, boolean unsupported) {}

  /** Returns the service account with nothing in its attributes that depends on the pod it runs in. */
  private static User withoutItsNode(User account) {
    List<String> keys = new ArrayList<>(account.extra().keySet());
    keys.sort(GoText::compare);
    return new User(
        account.name(), account.uid(), account.groups(), Map.of(ASSOCIATED_NODE_KEYS, keys));
  }

  private boolean isConstrained() {
    return mode != ImpersonationMode.LEGACY;
  }

  /** Returns the user that the request is made as. */
  User user(WantedUser wanted) {
    return wanted.in(
        isConstrained() && wanted.asNode().isPresent()
            ? List.of(User.NODES)
            : wanted.groupsOrThoseOfServiceAccount());
  }

  /** Returns why the requestor may not make a request as somebody, if so. */
  Optional<Refusal> refusal(WantedUser wanted, Attributes request) {
    return first(
        () -> isConstrained() ? check(request.verb(mode.verbOn(request.verb()))) : Optional.empty(),
        () -> check(Needed.name(mode, wanted)),
        () -> wanted.uid().isEmpty() ? Optional.empty() : check(Needed.uid(mode, wanted.uid())),
        () -> groups(wanted.groups()),
        () -> extra(wanted.extra()));
  }

  /** A step that may refuse. */
  private interface Step {
    Optional<Refusal> refusal();
  }

  private static Optional<Refusal> first(Step... steps) {
    for (Step step : steps) {
      Optional<Refusal> refusal = step.refusal();
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    return Optional.empty();
  }

  private Optional<Refusal> groups(List<String> groups) {
    if (isConstrained() && groups.contains("")) {
      return forbidden(
          Needed.group(mode, ""), "impersonating the empty string group is not allowed");
    }
    if (isConstrained() && groups.contains(User.MASTERS)) {
      return forbidden(
          Needed.group(mode, User.MASTERS),
          "impersonating the system:masters group is not allowed");
    }
    if (isConstrained()
        && groups.size() >= MANY
        && check(Needed.group(mode, "*")).isEmpty()) {
      return Optional.empty();
    }
    for (String group : groups) {
      Optional<Refusal> refusal = check(Needed.group(mode, group));
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    return Optional.empty();
  }

  private Optional<Refusal> extra(Map<String, List<String>> extra) {
    if (isConstrained()) {
      Optional<String> malformed = ExtraRules.error(extra);
      if (malformed.isPresent()) {
        return forbidden(Needed.extra(mode, "", ""), malformed.get());
      }
      int count = extra.values().stream().mapToInt(List::size).sum();
      if (count >= MANY && check(Needed.extra(mode, "*", "*")).isEmpty()) {
        return Optional.empty();
      }
    }
    for (Map.Entry<String, List<String>> entry : extra.entrySet()) {
      for (String value : entry.getValue()) {
        Optional<Refusal> refusal = check(Needed.extra(mode, entry.getKey(), value));
        if (refusal.isPresent()) {
          return refusal;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Refusal> check(Attributes attributes) {
    Authorization answer = authorizer.authorize(cluster, requestor, attributes);
    if (answer.isAllowed()) {
      return Optional.empty();
    }
    if (answer.isUnsupported()) {
      return Optional.of(new Refusal(AuthorizationFilter.unsupported(answer), true));
    }
    String reason = answer.reason();
    return forbidden(
        attributes,
        answer
            .error()
            .map(error -> reason.isEmpty() ? error : error + ": " + reason)
            .orElse(reason));
  }

  private Optional<Refusal> forbidden(Attributes attributes, String why) {
    return Optional.of(
        new Refusal(AuthorizationFilter.forbidden(requestor, attributes, why), false));
  }
}
