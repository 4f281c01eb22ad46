package io.plimsoll.psa;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.Problem;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.pod.Workload;
import java.util.Optional;

/** Objects that should have a pod in them and have none: upstream allows what is not there, without a word. */
final class EmptyWorkloads {

  private static final FieldPath CONTAINERS = FieldPath.of("spec", "containers");

  private EmptyWorkloads() {}

  /** Returns a warning if there is no template where one should be, or no container in it. */
  static Optional<Problem> check(KubeObject object) {
    return Workload.templatePath(object.ref()).flatMap(template -> check(object, template));
  }

  private static Optional<Problem> check(KubeObject object, FieldPath template) {
    Value pod = template.in(object.tree());
    if (pod == null || pod.isNull()) {
      return Optional.of(
          problem(object, template, "no-template", "it has no template, so it makes no pods"));
    }
    Value containers = CONTAINERS.in(pod);
    boolean none = containers == null
        || containers.isNull()
        || (containers instanceof SequenceValue list && list.size() == 0);
    return none
        ? Optional.of(problem(
            object,
            template.then(CONTAINERS),
            "no-containers",
            "a pod needs at least one container, found none"))
        : Optional.empty();
  }

  private static Problem problem(KubeObject object, FieldPath path, String code, String message) {
    return Problem.warning(code, object.locate(path).orElse(null), message)
        .at(path)
        .in(object.ref());
  }
}
