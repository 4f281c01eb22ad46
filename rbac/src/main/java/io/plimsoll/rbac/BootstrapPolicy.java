package io.plimsoll.rbac;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.manifest.Documents;
import io.plimsoll.core.manifest.Limits;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Source;
import io.plimsoll.core.model.KubeObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The roles and bindings that an API server of Kubernetes 1.37 makes when it starts.
 *
 * <p>{@code admin}, {@code edit} and {@code view} are aggregated: their rules are collected from other roles. Made from {@code
 * plugin/pkg/auth/authorizer/rbac/bootstrappolicy} of Kubernetes 1.37.2 (Apache License 2.0).
 */
public final class BootstrapPolicy {

  private static final String RESOURCE = "bootstrap-policy.jsonl";

  private BootstrapPolicy() {}

  /** Reads the resource when it is first asked for. */
  private static final class Holder {
    static final List<KubeObject> OBJECTS = read();
    static final Cluster CLUSTER = Cluster.of(OBJECTS);
  }

  /**
   * Returns the objects: the ClusterRoles and those of controllers, the ClusterRoleBindings and those of controllers, and the
   * Roles and RoleBindings of {@code kube-system} and {@code kube-public}.
   */
  public static List<KubeObject> objects() {
    return Holder.OBJECTS;
  }

  /** Returns a cluster of these objects and nothing else. */
  public static Cluster cluster() {
    return Holder.CLUSTER;
  }

  /** Returns the service accounts that the bindings are for: the control plane makes them for itself. */
  public static Set<Subject> serviceAccounts() {
    Set<Subject> accounts = new HashSet<>();
    cluster().all(ClusterRoleBinding.KIND).forEach(binding -> addAccounts(binding, accounts));
    cluster().all(RoleBinding.KIND).forEach(binding -> addAccounts(binding, accounts));
    return accounts;
  }

  private static void addAccounts(Binding binding, Set<Subject> accounts) {
    binding.subjects().stream()
        .map(subject -> subject.canonical(binding.scope()))
        .filter(subject -> subject.kind().equals(Subject.SERVICE_ACCOUNT))
        .forEach(accounts::add);
  }

  /**
   * Returns a cluster with these objects after its own. One that the cluster has already stays as it is there; what an API server
   * would add to it when it starts is not added.
   */
  public static Cluster addTo(Cluster cluster) {
    return cluster.with(objects().stream()
        .filter(object -> cluster.find(object.ref()).isEmpty())
        .toList());
  }

  private static List<KubeObject> read() {
    try (InputStream in =
        Objects.requireNonNull(BootstrapPolicy.class.getResourceAsStream(RESOURCE), RESOURCE)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Documents.read(Source.of(RESOURCE, text), Limits.DEFAULT).roots().stream()
          .map(root -> KubeObject.of((MappingValue) root))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE, e);
    }
  }
}
