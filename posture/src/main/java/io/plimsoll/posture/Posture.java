package io.plimsoll.posture;

import io.plimsoll.core.apiserver.ApiServer;
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
   * Returns manifests as a running cluster has them: with the default roles and bindings, with all namespaces that are named, in
   * each the service account {@code default} and the config map {@code kube-root-ca.crt}, and with cluster roles that hold what
   * they aggregate. An API server by itself does nothing of this.
   */
  public static Cluster running(Cluster manifests) {
    return Controllers.settled(manifests);
  }
}
