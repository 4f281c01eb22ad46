package io.plimsoll.psa;

import io.plimsoll.core.finding.Finding;
import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.Severity;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.model.ObjectMeta;
import io.plimsoll.core.pod.Container;
import io.plimsoll.core.pod.Pod;
import io.plimsoll.core.pod.PodSpec;
import io.plimsoll.core.pod.PodTemplateSpec;
import io.plimsoll.core.pod.Workload;
import java.util.List;
import java.util.Optional;

/**
 * The pod that findings are about, and where it stands in its object.
 *
 * @param object the object; without a tree if it was made as a record
 * @param root where the pod stands in it
 * @param spec the specification that was judged
 * @param written the specification as it was written; it differs where the API server filled something in
 */
record Subject(KubeObject object, FieldPath root, PodSpec spec, PodSpec written) {

  static final Subject UNKNOWN = of(new PodTemplateSpec(ObjectMeta.EMPTY, PodSpec.EMPTY));

  private static final String RULE = "pod-security/";

  static Subject of(Pod pod) {
    return new Subject(
        KubeObject.withoutTree(pod.ref(), pod.metadata()), FieldPath.ROOT, pod.spec(), pod.spec());
  }

  static Subject of(PodTemplateSpec template) {
    ObjectRef ref = new ObjectRef(
        "v1",
        "PodTemplateSpec",
        template.metadata().namespaceOrEmpty(),
        template.metadata().nameOrEmpty());
    return new Subject(
        KubeObject.withoutTree(ref, template.metadata()),
        FieldPath.ROOT,
        template.spec(),
        template.spec());
  }

  static Subject of(Workload workload, PodSpec normal) {
    return new Subject(
        workload.object(), workload.templatePath(), normal, workload.template().spec());
  }

  /** Returns where a finding's field stands, from the pod's own root. */
  FieldPath path(Found found) {
    if (!found.isInContainer()) {
      return found.field();
    }
    return container(found).then(found.field());
  }

  private FieldPath container(Found found) {
    ContainerRef container = Containers.ref(spec, found.position());
    return FieldPath.of("spec", container.kind().field()).index(container.index());
  }

  /** Returns a finding's container as it was written. */
  Container written(Found found) {
    return Containers.get(written, found.position());
  }

  /** Returns what mends a finding; what is written where a container should be and is none, only a person can make one. */
  Optional<Edit> edit(Found found) {
    return found.expected().mend().edit(this, found).filter(edit -> !isInNoContainer(found, edit));
  }

  private boolean isInNoContainer(Found found, Edit edit) {
    if (!found.isInContainer()) {
      return false;
    }
    FieldPath container = container(found);
    return root.then(container).in(object.tree()) instanceof ScalarValue
        && edit.path().after(container).isPresent();
  }

  PodFinding finding(String check, Found found) {
    Value observed = found.observed() == null ? null : Value.from(found.observed());
    Optional<Edit> edit = edit(found);
    FieldPath path = root.then(path(found));
    Finding finding = new Finding(
        RULE + check,
        Severity.ERROR,
        object.ref(),
        path,
        object.locate(path).orElse(null),
        found
            .expected()
            .message(
                found,
                observed == null ? Expected.ABSENT : observed.toString(),
                edit.flatMap(change -> origin(found, change))),
        observed,
        found.expected().values(),
        edit.map(change -> Edits.patch(this, List.of(change))).orElse(null));
    return new PodFinding(
        finding,
        found.isInContainer()
            ? Optional.of(Containers.ref(spec, found.position()))
            : Optional.empty());
  }

  /** What the API server filled in is mended where it came from: not in the field itself, nor in the object the field is in. */
  private Optional<FieldPath> origin(Found found, Edit edit) {
    FieldPath path = path(found);
    boolean elsewhere = edit instanceof Edit.Remove
        && !edit.path().equals(path)
        && !edit.path().equals(path.parent());
    return elsewhere ? Optional.of(root.then(edit.path())) : Optional.empty();
  }
}
