package io.plimsoll.core.admission.plugin;

import io.plimsoll.core.model.ApiObject;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.Kind;
import io.plimsoll.core.model.ObjectMeta;
import org.jspecify.annotations.Nullable;

/**
 * A way to run containers. Mirrors {@code node.k8s.io/v1 RuntimeClass}.
 *
 * @param metadata its name
 * @param overhead what a pod takes beyond its containers, or {@code null} if the class does not say
 * @param scheduling where its pods can run: a node selector and tolerations; or {@code null} if the class does not say
 */
record RuntimeClass(
    ObjectMeta metadata,
    @Nullable Fields overhead,
    @Nullable Fields scheduling) implements ApiObject {

  static final Kind<RuntimeClass> KIND =
      new Kind<>("node.k8s.io/v1", "RuntimeClass", RuntimeClass::from);

  static RuntimeClass from(Fields fields) {
    return new RuntimeClass(
        fields.object("metadata", ObjectMeta::from, ObjectMeta.EMPTY),
        fields.object("overhead", overhead -> overhead),
        fields.object("scheduling", scheduling -> scheduling));
  }

  @Override
  public Kind<RuntimeClass> objectKind() {
    return KIND;
  }
}
