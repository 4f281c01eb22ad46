package io.plimsoll.posture;

import io.plimsoll.core.apiserver.ApiServer;
import io.plimsoll.core.apiserver.StoredObjects;
import io.plimsoll.core.cluster.Cluster;
import java.util.List;

/** Questions that need several domains at once. The API server is the first of them. */
public final class Posture {

  private Posture() {}

  /** Returns an API server as kube-apiserver 1.37 runs in most clusters: {@link ServerFlags#defaults}. */
  public static ApiServer apiServer() {
    return apiServer(ServerFlags.defaults());
  }

  /**
   * Returns an API server as kube-apiserver 1.37 is when it is started with these flags.
   *
   * @throws ServerStartException if it does not start with them
   */
  public static ApiServer apiServer(ServerFlags flags) {
    return apiServer(flags, Backends.none());
  }

  /**
   * Returns an API server as kube-apiserver 1.37 is when it is started with these flags in this world.
   *
   * @throws ServerStartException if it does not start with them
   */
  public static ApiServer apiServer(ServerFlags flags, Backends backends) {
    return new ServerAssembly(flags, backends).server();
  }

  /**
   * Returns what these flags say that has no effect on an API server here, and what became of flags and plug-ins that earlier
   * releases had: one text each, flags first, then feature gates, then plug-ins of {@code --admission-control}.
   *
   * @throws ServerStartException if a flag or a feature gate makes no sense
   */
  public static List<String> notes(ServerFlags flags) {
    return new ServerAssembly(flags, Backends.none()).notes();
  }

  /**
   * Returns manifests as a running cluster has them.
   *
   * <p>It has the default roles and bindings, all namespaces that are named, in each the service account {@code default} and the
   * config map {@code kube-root-ca.crt}, and cluster roles that hold what they aggregate; pods without a service account have {@code
   * default}. All objects are as they are stored: with
   * the defaults of their kind, a {@code uid}, a {@code resourceVersion}, a {@code generation} and a {@code creationTimestamp}, where
   * they do not say them; see {@link StoredObjects}. Quotas have the status that their controller writes. An API server by itself
   * does nothing of this. What a scheduler, kubelets and other controllers do is not done: pods without a status are {@code Pending},
   * and no workload has pods that are not in the manifests.
   *
   * <p>It costs about what reading the manifests does, so keep the result for many requests. To create one of the objects, take it
   * from the manifests, since a server refuses to create what has a {@code resourceVersion}.
   */
  public static Cluster running(Cluster manifests) {
    return running(manifests, ServerFlags.defaults());
  }

  /**
   * Returns manifests as a running cluster has them whose API server was started with these flags, as {@link #running(Cluster)} does.
   * Services that do not say their addresses and ports of nodes get some of the flags' ranges.
   *
   * @throws ServerStartException if the flags of these ranges make no sense
   */
  public static Cluster running(Cluster manifests, ServerFlags flags) {
    return Controllers.settled(manifests, ServiceFlags.ranges(flags));
  }
}
