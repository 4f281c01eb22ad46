package io.plimsoll.core.apiserver;

import io.plimsoll.core.admission.webhook.ObjectVersions;
import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.cluster.CustomKinds;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.registry.autoscaling.AutoscalerVersions;
import io.plimsoll.core.registry.system.EventVersions;
import io.plimsoll.core.schema.ObjectType;
import io.plimsoll.core.schema.Schema;
import io.plimsoll.core.schema.WireForm;
import io.plimsoll.core.validation.Strategies;
import java.util.List;
import java.util.Optional;

/**
 * Stored objects in the version that a request is about, whatever the version in which they came. Mirrors the codec of {@code
 * generic/registry.Store}, which converts by way of the internal version.
 */
final class Versions {

  private static final ObjectVersions KNOWN = ObjectVersions.of(Strategies.of(List.of()));

  private static final String EVENTS_GROUP = "events.k8s.io";
  private static final String CORE_EVENTS = "v1";

  private Versions() {}

  /** Returns an object in the version of the scope; refuses the request if there is no telling how it is in that one. */
  static KubeObject of(Cluster cluster, Scope scope, KubeObject object) throws Refusal {
    String wanted = scope.resource().apiVersion();
    if (object.ref().apiVersion().equals(wanted)) {
      return object;
    }
    Optional<MappingValue> converted = CustomKinds.renamed(cluster, object.tree(), wanted)
        .or(() -> KNOWN.convert(object.tree(), wanted));
    if (converted.isEmpty()) {
      throw Refusal.unsupported("converting " + object.ref() + ", which is stored as "
          + object.ref().apiVersion() + ", to " + wanted);
    }
    MappingValue tree = converted.get();
    Optional<ObjectType> type = Schema.kubernetes().type(wanted, object.ref().kind());
    return KubeObject.of(type.map(known -> WireForm.stored(tree, known)).orElse(tree));
  }

  /**
   * Returns an object as it is stored: events of both groups are the same objects, and autoscalers of the first version get the
   * defaults of the second, in which a server stores them.
   */
  static KubeObject stored(KubeObject object) {
    ObjectRef ref = object.ref();
    if (isOfEventsGroup(ref)) {
      return KubeObject.of(EventVersions.convert(object.tree(), CORE_EVENTS));
    }
    return ref.kind().equals(AutoscalerVersions.KIND) && ref.group().equals("autoscaling")
        ? KubeObject.of(AutoscalerVersions.stored(object.tree()))
        : object;
  }

  /** Returns what the same object is called in another group, if it may be there. */
  static Optional<ObjectRef> twin(ObjectRef ref) {
    if (!ref.kind().equals(EventVersions.KIND)) {
      return Optional.empty();
    }
    if (isOfEventsGroup(ref)) {
      return Optional.of(in(CORE_EVENTS, ref));
    }
    return ref.group().isEmpty() ? Optional.of(in(EVENTS_GROUP + "/v1", ref)) : Optional.empty();
  }

  private static ObjectRef in(String apiVersion, ObjectRef ref) {
    return new ObjectRef(apiVersion, ref.kind(), ref.namespace(), ref.name());
  }

  private static boolean isOfEventsGroup(ObjectRef ref) {
    return ref.kind().equals(EventVersions.KIND) && ref.group().equals(EVENTS_GROUP);
  }
}
