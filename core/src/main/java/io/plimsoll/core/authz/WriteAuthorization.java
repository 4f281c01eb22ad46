package io.plimsoll.core.authz;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.request.Status;
import io.plimsoll.core.request.User;
import io.plimsoll.core.schema.ApiResource;
import java.util.Optional;

/** What a kind demands of who writes its objects. */
public interface WriteAuthorization {

  /** Returns the refusal. */
  Optional<Status> refusal(
      Cluster cluster,
      User user,
      Authorizer authorizer,
      ApiResource resource,
      MappingValue object,
      Optional<MappingValue> old);
}
