package io.plimsoll.core.pod;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.model.ObjectMeta;
import java.util.Map;
import java.util.Optional;

/**
 * A pod, or an object that makes pods from a template.
 *
 * @param object the object itself; without a tree if it was made as a record
 * @param templatePath where the pod stands in it: the root for a pod, {@code spec.template} for a Deployment
 * @param template the pod's metadata and spec
 */
public record Workload(KubeObject object, FieldPath templatePath, PodTemplateSpec template) {

  private static final FieldPath SPEC_TEMPLATE = FieldPath.of("spec", "template");

  /** Group and kind, as {@code group/Kind}, to the place of the template. */
  private static final Map<String, FieldPath> TEMPLATES = Map.of(
      "/Pod", FieldPath.ROOT,
      "/PodTemplate", FieldPath.of("template"),
      "/ReplicationController", SPEC_TEMPLATE,
      "apps/DaemonSet", SPEC_TEMPLATE,
      "apps/Deployment", SPEC_TEMPLATE,
      "apps/ReplicaSet", SPEC_TEMPLATE,
      "apps/StatefulSet", SPEC_TEMPLATE,
      "batch/CronJob", FieldPath.of("spec", "jobTemplate", "spec", "template"),
      "batch/Job", SPEC_TEMPLATE);

  /** Returns where an object of that kind has its pod, whatever the version of its API; empty if it is no workload. */
  public static Optional<FieldPath> templatePath(ObjectRef ref) {
    return Optional.ofNullable(TEMPLATES.get(ref.group() + "/" + ref.kind()));
  }

  /** Returns the workload that an object is; empty if it is of another kind, or has no template. */
  public static Optional<Workload> of(KubeObject object) {
    FieldPath path = TEMPLATES.get(object.ref().group() + "/" + object.ref().kind());
    if (path == null) {
      return Optional.empty();
    }
    Value tree = path.in(object.tree());
    if (tree == null || tree.isNull()) {
      return Optional.empty();
    }
    return Optional.of(new Workload(object, path, PodTemplateSpec.from(Fields.of(tree))));
  }

  /** Returns the workload that a pod is. */
  public static Workload of(Pod pod) {
    return new Workload(
        KubeObject.withoutTree(pod.ref(), pod.metadata()),
        FieldPath.ROOT,
        new PodTemplateSpec(pod.metadata(), pod.spec()));
  }

  /** Returns what the object is called. */
  public ObjectRef ref() {
    return object.ref();
  }

  /** Returns the metadata of the object itself; those of its pods are in the template. */
  public ObjectMeta metadata() {
    return object.metadata();
  }

  /** Returns the object and, if it is no pod, where its template stands: {@code Deployment shop/web at spec.template}. */
  public String toPlace() {
    return isPod() ? ref().toString() : ref() + " at " + templatePath;
  }

  /** Returns whether this is a pod itself and not something that makes pods. */
  public boolean isPod() {
    return templatePath.isRoot();
  }
}
