package io.plimsoll.core.authz;

import io.plimsoll.core.authz.SubjectAccessReviewer.Answer;
import io.plimsoll.core.backend.BackendCall;
import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.request.Attributes;
import io.plimsoll.core.request.User;
import java.util.List;

/**
 * The mode {@code Webhook}: somebody else decides. Mirrors {@code plugin/pkg/authorizer/webhook} of {@code k8s.io/apiserver}, but
 * that nothing is remembered.
 *
 * <p>Match conditions are expressions in CEL. They are not evaluated: where there are any, the answer {@linkplain
 * Authorization#isUnsupported is none of Kubernetes}.
 *
 * @param name the name by which reasons tell it from others
 * @param backend who answers
 * @param failurePolicy what to do when it fails
 * @param matchConditions the expressions that must be true for it to be asked
 * @param subjectAccessReviewVersion the version of the reviews it gets, {@code v1} or {@code v1beta1}
 */
public record WebhookAuthorizer(
    String name,
    SubjectAccessReviewer backend,
    FailurePolicy failurePolicy,
    List<String> matchConditions,
    String subjectAccessReviewVersion)
    implements Authorizer, RuleResolver {

  /** What to do when a webhook fails: the decision that comes with the error. */
  public enum FailurePolicy {
    /** The request fails. */
    DENY("Deny"),
    /** Others may allow it; if none does, it fails. */
    NO_OPINION("NoOpinion");

    private final String label;

    FailurePolicy(String label) {
      this.label = label;
    }

    /**
     * Returns the policy of upstream's name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static FailurePolicy parse(String label) {
      for (FailurePolicy one : values()) {
        if (one.label.equals(label)) {
          return one;
        }
      }
      throw new IllegalArgumentException("unknown failurePolicy " + GoText.quote(label));
    }

    /** Returns upstream's name of the policy. */
    @Override
    public String toString() {
      return label;
    }
  }

  /** Checks the version; throws an {@link IllegalArgumentException}, with upstream's message, if no server has it. */
  public WebhookAuthorizer {
    matchConditions = List.copyOf(matchConditions);
    if (!List.of(SubjectAccessReviewSpec.V1, SubjectAccessReviewSpec.V1BETA1)
        .contains(subjectAccessReviewVersion)) {
      throw new IllegalArgumentException("unsupported webhook authorizer version "
          + GoText.quote(subjectAccessReviewVersion)
          + ", supported versions are \"v1\", \"v1beta1\"");
    }
  }

  /** Makes one that is asked in the version {@code v1}. */
  public WebhookAuthorizer(
      String name,
      SubjectAccessReviewer backend,
      FailurePolicy failurePolicy,
      List<String> matchConditions) {
    this(name, backend, failurePolicy, matchConditions, SubjectAccessReviewSpec.V1);
  }

  @Override
  public Authorization authorize(Cluster cluster, User user, Attributes attributes) {
    if (!matchConditions.isEmpty()) {
      return Authorization.unsupported("the match conditions of the authorizer "
          + GoText.quote(name) + " are expressions in CEL, which are not evaluated");
    }
    SubjectAccessReviewSpec spec =
        new SubjectAccessReviewSpec(user, attributes, subjectAccessReviewVersion);
    Answer answer = BackendCall.ask(() -> backend.review(spec), Answer.Failed::new)
        .read(subjectAccessReviewVersion);
    if (answer instanceof Answer.Reviewed reviewed) {
      return decide(reviewed.status());
    }
    Authorization decision =
        failurePolicy == FailurePolicy.DENY ? Authorization.deny("") : Authorization.noOpinion("");
    return decision.withError(((Answer.Failed) answer).error());
  }

  private static Authorization decide(SubjectAccessReviewStatus status) {
    if (status.denied()) {
      Authorization denied = Authorization.deny(status.reason());
      return status.allowed()
          ? denied.withError("webhook subject access review returned both allow and deny response")
          : denied;
    }
    return status.allowed()
        ? Authorization.allow(status.reason())
        : Authorization.noOpinion(status.reason());
  }

  @Override
  public SubjectRules rulesFor(Cluster cluster, User user, String namespace) {
    return SubjectRules.unlisted("webhook authorizer does not support user rule resolution");
  }
}
