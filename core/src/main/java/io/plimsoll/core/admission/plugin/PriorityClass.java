package io.plimsoll.core.admission.plugin;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.cluster.ClusterIndex;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.model.ApiObject;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.Kind;
import io.plimsoll.core.model.ObjectMeta;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A name for a priority of pods. Mirrors {@code scheduling.k8s.io/v1 PriorityClass}.
 *
 * @param metadata its name
 * @param value the priority
 * @param globalDefault whether pods without a class get it
 * @param preemptionPolicy whether its pods may push others out, or {@code null} if it does not say
 */
record PriorityClass(
    ObjectMeta metadata,
    int value,
    boolean globalDefault,
    @Nullable String preemptionPolicy) implements ApiObject {

  static final Kind<PriorityClass> KIND =
      new Kind<>("scheduling.k8s.io/v1", "PriorityClass", PriorityClass::from);

  /** The class that pods without one get; of several the lowest, and of those the first by name. */
  private static final ClusterIndex<Optional<PriorityClass>> DEFAULT = ClusterIndex.of(
      cluster -> cluster.all(KIND).stream()
          .filter(PriorityClass::globalDefault)
          .min(Comparator.comparingInt(PriorityClass::value)
              .thenComparing(one -> one.metadata().nameOrEmpty(), GoText::compare)),
      KIND);

  static PriorityClass from(Fields fields) {
    Integer value = fields.int32("value");
    return new PriorityClass(
        fields.object("metadata", ObjectMeta::from, ObjectMeta.EMPTY),
        value == null ? 0 : value,
        Boolean.TRUE.equals(fields.bool("globalDefault")),
        fields.string("preemptionPolicy"));
  }

  /** Returns the class that pods without one get, if there is one: {@code getDefaultPriorityClass}. */
  static Optional<PriorityClass> globalDefault(Cluster cluster) {
    return cluster.index(DEFAULT);
  }

  @Override
  public Kind<PriorityClass> objectKind() {
    return KIND;
  }
}
