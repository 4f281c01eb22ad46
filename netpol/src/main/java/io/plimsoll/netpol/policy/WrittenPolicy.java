package io.plimsoll.netpol.policy;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.Problem;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.netpol.connection.Direction;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A policy of any kind, and the object it was read from. */
public final class WrittenPolicy {

  private final KubeObject object;
  private final Policy policy;
  private final Refusal refusal;

  /**
   * Makes one.
   *
   * @param object the object
   * @param policy the policy as the engine reads it
   * @param validation finds what the API server would refuse in it
   */
  public WrittenPolicy(KubeObject object, Policy policy, Supplier<List<Problem>> validation) {
    this(object, policy, new Refusal(validation));
  }

  private WrittenPolicy(KubeObject object, Policy policy, Refusal refusal) {
    this.object = object;
    this.policy = policy;
    this.refusal = refusal;
  }

  public KubeObject object() {
    return object;
  }

  public Policy policy() {
    return policy;
  }

  /** Returns the same object with what counts of its policy. */
  public WrittenPolicy as(Policy other) {
    return new WrittenPolicy(object, other, refusal);
  }

  /** Returns what the API server would refuse in it, each with its place. */
  public List<Problem> problems() {
    return refusal.problems().stream().map(this::located).toList();
  }

  private Problem located(Problem problem) {
    return new Problem(
        problem.severity(),
        problem.code(),
        object.locate(problem.path()).orElse(null),
        problem.related(),
        object.ref(),
        problem.path(),
        problem.message());
  }

  /** Returns whether the API server would refuse it. */
  public boolean isRefused() {
    return refusal.isRefused();
  }

  public boolean isNetworkPolicy() {
    return policy.tier() == Tier.NETWORK_POLICY;
  }

  /** Returns a value of the object, or {@code null} if it is absent. */
  public @Nullable Value at(FieldPath path) {
    return path.in(object.tree());
  }

  /** Returns where a rule lists its peers. */
  public static FieldPath peers(Direction direction, Policy.Rule rule) {
    return rule.path().field(direction == Direction.INGRESS ? "from" : "to");
  }

  /** Returns where a rule lists its ports. */
  public FieldPath ports(Policy.Rule rule) {
    boolean protocols = policy.ref().kind().equals("ClusterNetworkPolicy");
    return rule.path().field(protocols ? "protocols" : "ports");
  }

  /** Returns the selector of pods in a peer, or in the subject of a policy of administrators. */
  public FieldPath podSelector(FieldPath peer) {
    return isNetworkPolicy() ? peer.field("podSelector") : peer.field("pods").field("podSelector");
  }

  /** Returns the selector of namespaces in a peer, or in the subject of a policy of administrators. */
  public FieldPath namespaceSelector(FieldPath peer) {
    if (isNetworkPolicy()) {
      return peer.field("namespaceSelector");
    }
    return at(peer.field("pods")) == null
        ? peer.field("namespaces")
        : peer.field("pods").field("namespaceSelector");
  }
}
