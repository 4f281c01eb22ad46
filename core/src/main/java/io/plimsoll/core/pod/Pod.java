package io.plimsoll.core.pod;

import io.plimsoll.core.model.ApiObject;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.Kind;
import io.plimsoll.core.model.ObjectMeta;
import org.jspecify.annotations.Nullable;

/**
 * A pod. Mirrors {@code core/v1 Pod}.
 *
 * @param metadata its names, labels and annotations
 * @param spec what it runs
 * @param status what became of it, or {@code null} if the object does not say
 */
public record Pod(
    ObjectMeta metadata, PodSpec spec, @Nullable PodStatus status) implements ApiObject {

  /** The kind {@code v1 Pod}. */
  public static final Kind<Pod> KIND = new Kind<>("v1", "Pod", Pod::from);

  /** The annotation of a pod that shows what a kubelet runs from a file of its own. */
  public static final String MIRROR_ANNOTATION = "kubernetes.io/config.mirror";

  /** Returns a pod that has not run yet. */
  public static Pod of(ObjectMeta metadata, PodSpec spec) {
    return new Pod(metadata, spec, null);
  }

  /** Reads the record from a tree. */
  public static Pod from(Fields fields) {
    return new Pod(
        fields.object("metadata", ObjectMeta::from, ObjectMeta.EMPTY),
        fields.object("spec", PodSpec::from, PodSpec.EMPTY),
        fields.object("status", PodStatus::from));
  }

  @Override
  public Kind<Pod> objectKind() {
    return KIND;
  }
}
