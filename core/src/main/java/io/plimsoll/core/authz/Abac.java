package io.plimsoll.core.authz;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.request.Attributes;
import io.plimsoll.core.request.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The mode {@code ABAC}: a file of policies, the first of which that matches allows. Mirrors {@code
 * pkg/auth/authorizer/abac/abac.go}.
 */
public final class Abac implements Authorizer, RuleResolver {

  private static final Authorization NO_MATCH = Authorization.noOpinion("No policy matched.");

  private static final List<String> READ = List.of("get", "list", "watch");
  private static final List<String> ALL = List.of("*");

  private final List<AbacPolicy> policies;

  private Abac(List<AbacPolicy> policies) {
    this.policies = List.copyOf(policies);
  }

  /** Returns the authorizer with these policies. */
  public static Abac of(List<AbacPolicy> policies) {
    return new Abac(policies);
  }

  /**
   * Reads a policy file: a policy in JSON a line; lines that are blank or start with {@code #} are skipped.
   *
   * <p>A line without {@code apiVersion} is one of the first format, in which what is not said is allowed: {@code {}} lets all
   * authenticated users do everything.
   *
   * @param path the name of the file, for messages
   * @throws IllegalArgumentException if a line is no policy, with the message of {@code NewFromFile} up to that of Go's decoder
   */
  public static Abac parse(String path, String text) {
    return new Abac(new AbacFile(path, text).policies());
  }

  /** Returns the policies in the order in which they are tried. */
  public List<AbacPolicy> policies() {
    return policies;
  }

  @Override
  public Authorization authorize(Cluster cluster, User user, Attributes attributes) {
    for (int i = 0; i < policies.size(); i++) {
      if (policies.get(i).matches(user, attributes)) {
        return Authorization.allow("");
      }
    }
    return NO_MATCH;
  }

  @Override
  public SubjectRules rulesFor(Cluster cluster, User user, String namespace) {
    List<SubjectRules.ResourceRule> resourceRules = new ArrayList<>();
    List<SubjectRules.NonResourceRule> nonResourceRules = new ArrayList<>();
    for (AbacPolicy policy : policies) {
      if (policy.isFor(user) && policy.matchesNamespace(namespace)) {
        List<String> verbs = policy.readonly() ? READ : ALL;
        if (!policy.resource().isEmpty()) {
          resourceRules.add(new SubjectRules.ResourceRule(
              verbs, List.of(policy.apiGroup()), List.of(policy.resource()), List.of()));
        }
        if (!policy.nonResourcePath().isEmpty()) {
          nonResourceRules.add(
              new SubjectRules.NonResourceRule(verbs, List.of(policy.nonResourcePath())));
        }
      }
    }
    return new SubjectRules(resourceRules, nonResourceRules, false, Optional.empty());
  }
}
