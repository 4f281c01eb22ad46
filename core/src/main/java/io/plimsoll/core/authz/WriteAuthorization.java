package io.plimsoll.core.authz;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.request.Attributes;
import io.plimsoll.core.request.Status;
import io.plimsoll.core.request.User;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a user who may write objects of a kind may write this one, which depends on what is in it: the interface by which kinds
 * bring such rules, as those of roles and bindings do. Mirrors the {@code policybased} storages of {@code pkg/registry/rbac}.
 *
 * <p>It is asked after admission has changed the object, and before the object is validated.
 */
public interface WriteAuthorization {

  /** Returns the version of the API that the objects are in, such as {@code rbac.authorization.k8s.io/v1}. */
  String apiVersion();

  /** Returns the kind, such as {@code Role}. */
  String kind();

  /** Returns why a user may not write this, or nothing if nothing is against it. */
  Optional<Status> refusal(Write write);

  /**
   * One write.
   *
   * @param cluster the cluster before it
   * @param user who writes
   * @param authorizer who decides what the user may do
   * @param attributes what the request was authorized for: its namespace and name count, not those of the object
   * @param object the object as it would be stored
   * @param old what it takes the place of, or {@code null} if it is new
   */
  record Write(
      Cluster cluster,
      User user,
      Authorizer authorizer,
      Attributes attributes,
      MappingValue object,
      @Nullable MappingValue old) {}
}
