package io.plimsoll.core.authz;

import io.plimsoll.core.authz.Authorization.Decision;
import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.request.Attributes;
import io.plimsoll.core.request.User;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Several authorizers in a row: the first that allows or denies decides. If none does, the reasons are joined, each after the name
 * of who gave it, and the errors collected. Mirrors {@code k8s.io/apiserver/pkg/authorization/union} of 1.37.
 */
public final class Union implements Authorizer, RuleResolver {

  private final NamedAuthorizer[] chain;

  private Union(List<NamedAuthorizer> chain) {
    this.chain = chain.stream()
        .map(one -> new NamedAuthorizer(one.name(), Authorizer.guarded(one.authorizer())))
        .toArray(NamedAuthorizer[]::new);
  }

  /**
   * Returns the authorizers in a row.
   *
   * @throws IllegalArgumentException if a name is empty or occurs twice, with the message of {@code union.New}
   */
  public static Union of(List<NamedAuthorizer> chain) {
    Set<String> names = new HashSet<>();
    for (NamedAuthorizer one : chain) {
      if (one.name().isEmpty()) {
        throw new IllegalArgumentException("empty AuthorizerName in union.New is invalid");
      }
      if (!names.add(one.name())) {
        throw new IllegalArgumentException(
            "duplicate AuthorizerName " + GoText.quote(one.name()) + " in union.New");
      }
    }
    return new Union(chain);
  }

  /**
   * Returns the authorizers in a row as an API server asks them: after the group {@code system:masters}, which may do everything.
   *
   * @throws IllegalArgumentException as {@link #of} does
   */
  public static Union afterMasters(List<NamedAuthorizer> configured) {
    List<NamedAuthorizer> chain = new ArrayList<>();
    chain.add(new NamedAuthorizer(
        "kubernetes.io/system-privileged-group", new PrivilegedGroup(User.MASTERS)));
    chain.addAll(configured);
    return of(chain);
  }

  /** Returns the authorizers in the order in which they are asked. */
  public List<NamedAuthorizer> chain() {
    return List.of(chain);
  }

  @Override
  public Authorization authorize(Cluster cluster, User user, Attributes attributes) {
    @Nullable List<Opinion> opinions = null;
    for (NamedAuthorizer one : chain) {
      Authorization answer = one.authorizer().authorize(cluster, user, attributes);
      if (answer.decision() != Decision.NO_OPINION) {
        return answer;
      }
      if (!answer.isSilent()) {
        opinions = opinions == null ? new ArrayList<>() : opinions;
        opinions.add(new Opinion(one.name(), answer));
      }
    }
    return opinions == null ? Authorization.noOpinion("") : joined(opinions);
  }

  /** An answer that decides nothing, and whose it is. */
  private record Opinion(String name, Authorization answer) {}

  private static Authorization joined(List<Opinion> opinions) {
    Authorization answer = Authorization.noOpinion(() -> reasons(opinions));
    List<String> errors = new ArrayList<>(0);
    for (Opinion one : opinions) {
      one.answer().error().ifPresent(errors::add);
    }
    return errors.isEmpty() ? answer : answer.withError(GoText.aggregate(errors));
  }

  private static String reasons(List<Opinion> opinions) {
    List<String> reasons = new ArrayList<>();
    for (Opinion one : opinions) {
      String reason = one.answer().reason();
      if (!reason.isEmpty()) {
        reasons.add(one.name() + ": " + reason);
      }
    }
    return String.join("\n", reasons);
  }

  /** Returns the rules of all authorizers. One that is no {@link RuleResolver} makes them incomplete. */
  @Override
  public SubjectRules rulesFor(Cluster cluster, User user, String namespace) {
    List<SubjectRules.ResourceRule> resourceRules = new ArrayList<>();
    List<SubjectRules.NonResourceRule> nonResourceRules = new ArrayList<>();
    List<String> errors = new ArrayList<>();
    boolean incomplete = false;
    for (NamedAuthorizer one : chain) {
      SubjectRules rules = one.authorizer() instanceof RuleResolver resolver
          ? resolver.rulesFor(cluster, user, namespace)
          : SubjectRules.unlisted(one.name() + " authorizer does not support user rule resolution");
      resourceRules.addAll(rules.resourceRules());
      nonResourceRules.addAll(rules.nonResourceRules());
      rules.evaluationError().ifPresent(errors::add);
      incomplete |= rules.incomplete();
    }
    return new SubjectRules(
        resourceRules,
        nonResourceRules,
        incomplete,
        errors.isEmpty() ? Optional.empty() : Optional.of(GoText.aggregate(errors)));
  }
}
