package io.plimsoll.posture.tenant;

import io.plimsoll.core.manifest.ObjectRef;
import java.util.List;
import java.util.Optional;

/**
 * A service account of a namespace: whether pods get its token, and what bindings give to it by its name.
 *
 * @param name its name
 * @param defined whether the manifests define it; {@code default} is always there
 * @param automount whether pods that do not say get its token: what it says, or else they do
 * @param place its field {@code automountServiceAccountToken} if it says so, or else itself
 * @param pods the workloads that run as it, in order
 * @param grants what bindings give to it by its name, those of the whole cluster first
 */
public record AccountFacts(
    String name,
    boolean defined,
    boolean automount,
    Placed place,
    List<PodToken> pods,
    List<AccessGrant> grants) {

  /** The account that every namespace has, and pods run as that ask for no other. */
  public static final String DEFAULT = "default";

  public AccountFacts {
    pods = List.copyOf(pods);
    grants = List.copyOf(grants);
  }

  /**
   * Whether the pods of a workload get the token.
   *
   * @param workload the workload
   * @param mounted whether they do
   * @param override the field of the workload that says so, if it does
   */
  public record PodToken(ObjectRef workload, boolean mounted, Optional<Placed> override) {}

  /** Returns whether this is the account that every namespace has. */
  public boolean isDefault() {
    return name.equals(DEFAULT);
  }

  /** Returns the workloads whose pods get the token. */
  public List<ObjectRef> mountedBy() {
    return pods.stream().filter(PodToken::mounted).map(PodToken::workload).toList();
  }
}
