package io.plimsoll.core.authn;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A {@code TokenRequest} as it is answered, with what was not said filled in. */
record TokenRequestTree(
    String namespace,
    String name,
    String uid,
    Instant now,
    List<String> audiences,
    @Nullable Value boundObjectRef) {

  TokenRequestTree {
    audiences = List.copyOf(audiences);
  }

  MappingValue withoutStatus(long seconds) {
    return tree(seconds, Map.of());
  }

  MappingValue withStatus(long seconds, String token) {
    Map<String, Object> status = new LinkedHashMap<>();
    status.put("token", token);
    status.put("expirationTimestamp", GoTimes.rfc3339(now.plusSeconds(seconds)));
    return tree(seconds, status);
  }

  private MappingValue tree(long seconds, Map<String, Object> status) {
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("name", name);
    metadata.put("namespace", namespace);
    if (!uid.isEmpty()) {
      metadata.put("uid", uid);
    }
    metadata.put("creationTimestamp", GoTimes.rfc3339(now));
    Map<String, Object> spec = new LinkedHashMap<>();
    spec.put("audiences", audiences);
    spec.put("expirationSeconds", seconds);
    spec.put("boundObjectRef", boundObjectRef);
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("kind", "TokenRequest");
    tree.put("apiVersion", "authentication.k8s.io/v1");
    tree.put("metadata", metadata);
    tree.put("spec", spec);
    tree.put("status", status);
    return Fields.of(Value.from(tree)).tree();
  }

  /** Returns whom the token is for, and nothing more. */
  @Override
  public String toString() {
    return "request of a token for " + namespace + "/" + name;
  }
}
