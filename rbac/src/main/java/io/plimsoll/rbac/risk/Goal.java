package io.plimsoll.rbac.risk;

import io.plimsoll.core.manifest.GoText;
import java.util.Comparator;

/**
 * What a path leads to: a power that is worth knowing who has it.
 *
 * @param kind the power
 * @param place the namespace or node it is about; empty for all, or where there is only one
 */
public record Goal(Kind kind, String place) implements Power, Comparable<Goal> {

  private static final Comparator<Goal> ORDER =
      Comparator.comparing(Goal::kind).thenComparing(Goal::place, GoText::compare);

  private static final String KUBE_SYSTEM = "kube-system";

  /** The powers, the gravest first. */
  public enum Kind {
    /** Every verb on every resource of every group, everywhere; or membership in {@code system:masters}. */
    CLUSTER_ADMIN("cluster-admin", RiskLevel.CRITICAL, "may do everything in the cluster", ""),
    /**
     * Root on a node, or its kubelet's identity. On any node that is, in turn, the identity of every workload. The place is the
     * node.
     */
    NODE_TAKEOVER("node-takeover", RiskLevel.CRITICAL, "controls every node", "controls node "),
    /** Pods are changed as they are made, whoever makes them: that is, in turn, the identity of every workload. */
    POD_MUTATION("pod-mutation", RiskLevel.CRITICAL, "changes every pod as it is made", ""),
    /** Roles are granted, all secrets read and pods run in a namespace: what {@code ClusterRole admin} is for. */
    NAMESPACE_ADMIN(
        "namespace-admin", RiskLevel.MEDIUM, "rules every namespace", "rules namespace "),
    /** Every secret of the cluster is read. */
    ALL_SECRETS("all-secrets", RiskLevel.HIGH, "reads every secret of the cluster", ""),
    /** Every secret of {@code kube-system} is read, where those of the control plane are. */
    KUBE_SYSTEM_SECRETS(
        "kube-system-secrets", RiskLevel.HIGH, "reads every secret of kube-system", ""),
    /** Requests to whole groups of the API, or to custom resources, are seen and answered. */
    API_EXTENSION("api-extension", RiskLevel.HIGH, "answers for part of the API", ""),
    /** Requests of others that change anything are seen, and let through or refused. */
    ADMISSION_CONTROL(
        "admission-control", RiskLevel.HIGH, "sees and refuses what others write", ""),
    /** Connections to services or names end where somebody else wants. */
    TRAFFIC(
        "traffic",
        RiskLevel.MEDIUM,
        "redirects traffic in the whole cluster",
        "redirects traffic in namespace "),
    /** Pods of others run where somebody else wants: on a node under control, or nowhere. */
    POD_PLACEMENT("pod-placement", RiskLevel.MEDIUM, "decides on which nodes pods run", ""),
    /** Any port of pods is reached, whatever network policies say. */
    POD_PORTS(
        "pod-ports",
        RiskLevel.LOW,
        "reaches every port of every pod",
        "reaches every port of pods in namespace "),
    /** Controllers of the control plane are made to stop. */
    CONTROL_PLANE("control-plane", RiskLevel.LOW, "stops controllers of the control plane", "");

    private final String id;
    private final RiskLevel level;
    private final String phrase;
    private final String phraseOfPlace;

    Kind(String id, RiskLevel level, String phrase, String phraseOfPlace) {
      this.id = id;
      this.level = level;
      this.phrase = phrase;
      this.phraseOfPlace = phraseOfPlace;
    }

    /** Returns the stable name: {@code cluster-admin}. */
    public String id() {
      return id;
    }
  }

  /** Returns the goal that has no place. */
  public static Goal of(Kind kind) {
    return new Goal(kind, "");
  }

  /** Returns the stable name: {@code cluster-admin}, {@code namespace-admin:shop}. */
  public String id() {
    return place.isEmpty() ? kind.id : kind.id + ":" + place;
  }

  /** Returns how much it matters; {@code kube-system} is the control plane's, so who rules it rules more than a namespace. */
  public RiskLevel level() {
    return switch (kind) {
      case NAMESPACE_ADMIN ->
        place.isEmpty() || place.equals(KUBE_SYSTEM) ? RiskLevel.CRITICAL : kind.level;
      case NODE_TAKEOVER -> place.isEmpty() ? kind.level : RiskLevel.HIGH;
      default -> kind.level;
    };
  }

  /** Returns whether who has this has the other, too: the same somewhere else, or less. */
  public boolean implies(Goal other) {
    return switch (kind) {
      case CLUSTER_ADMIN -> true;
      case ALL_SECRETS -> other.kind == kind || other.kind == Kind.KUBE_SYSTEM_SECRETS;
      case NAMESPACE_ADMIN -> impliedByAdmin(other);
      default -> other.kind == kind && covers(other.place);
    };
  }

  private boolean impliedByAdmin(Goal other) {
    return switch (other.kind) {
      case NAMESPACE_ADMIN, POD_PORTS -> covers(other.place);
      case ALL_SECRETS -> place.isEmpty();
      case KUBE_SYSTEM_SECRETS -> covers(KUBE_SYSTEM);
      default -> false;
    };
  }

  private boolean covers(String otherPlace) {
    return place.isEmpty() || place.equals(otherPlace);
  }

  @Override
  public String phrase() {
    return place.isEmpty() ? kind.phrase : kind.phraseOfPlace + place;
  }

  /** Orders by kind, then by place. */
  @Override
  public int compareTo(Goal other) {
    return ORDER.compare(this, other);
  }

  /** Returns the {@link #id}. */
  @Override
  public String toString() {
    return id();
  }
}
