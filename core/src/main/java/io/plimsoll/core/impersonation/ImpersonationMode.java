package io.plimsoll.core.impersonation;

import io.plimsoll.core.request.User;
import java.util.List;
import java.util.Optional;

/**
 * The ways in which a user may be allowed to impersonate, in the order in which they are tried. Mirrors {@code
 * allImpersonationModes} of {@code k8s.io/apiserver/pkg/endpoints/filters/impersonation}.
 */
public enum ImpersonationMode {
  /** A service account impersonates the node that its pod runs on. */
  ASSOCIATED_NODE("associated-node"),
  /** Somebody impersonates any node. */
  ARBITRARY_NODE("arbitrary-node"),
  /** Somebody impersonates a service account. */
  SERVICE_ACCOUNT("serviceaccount"),
  /** Somebody impersonates a user who is neither, with whatever groups and attributes. */
  USER_INFO("user-info"),
  /** Somebody has the verb {@code impersonate}, which is not limited to some requests. */
  LEGACY("legacy");

  private static final String NODE_NAME = "authentication.kubernetes.io/node-name";

  private final String label;

  ImpersonationMode(String label) {
    this.label = label;
  }

  /** Returns the verb that is needed on what is impersonated: {@code impersonate:user-info}; {@code impersonate} for {@link #LEGACY}. */
  public String verb() {
    return this == LEGACY ? "impersonate" : "impersonate:" + label;
  }

  /** Returns the verb that is needed on the request itself: {@code impersonate-on:user-info:list}. */
  String verbOn(String requested) {
    return "impersonate-on:" + label + ":" + requested;
  }

  /** Returns what the audit log says about how the user was allowed to; nothing for {@link #LEGACY}. */
  public Optional<String> constraint() {
    return this == LEGACY ? Optional.empty() : Optional.of(verb());
  }

  /** Returns whether the mode is for such a user. */
  boolean supports(WantedUser wanted, User requestor) {
    return switch (this) {
      case ASSOCIATED_NODE ->
        wanted.onlyName()
            && wanted.asNode().isPresent()
            && requestor.asServiceAccount().isPresent()
            && requestor
                .extra()
                .getOrDefault(NODE_NAME, List.of())
                .equals(List.of(wanted.asNode().get()));
      case ARBITRARY_NODE -> wanted.onlyName() && wanted.asNode().isPresent();
      case SERVICE_ACCOUNT -> wanted.onlyName() && wanted.asServiceAccount().isPresent();
      case USER_INFO -> wanted.asNode().isEmpty() && wanted.asServiceAccount().isEmpty();
      case LEGACY -> true;
    };
  }

  /** Returns upstream's name of the mode. */
  @Override
  public String toString() {
    return label;
  }
}
