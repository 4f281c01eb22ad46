package io.plimsoll.rbac.lint;

import io.plimsoll.core.finding.Patch;
import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.rbac.Binding;
import io.plimsoll.rbac.RoleBinding;
import io.plimsoll.rbac.Subject;
import java.util.Optional;

/**
 * A binding and the manifest it is read from.
 *
 * @param object the manifest
 * @param binding the binding
 */
record WrittenBinding(KubeObject object, Binding binding) {

  static final FieldPath SUBJECTS = FieldPath.of("subjects");
  static final FieldPath ROLE_REF = FieldPath.of("roleRef");

  boolean isNamespaced() {
    return binding instanceof RoleBinding;
  }

  static FieldPath path(int subject) {
    return SUBJECTS.index(subject);
  }

  /** Returns a subject as it counts: with the namespace that follows from its place. */
  Subject subject(int index) {
    return binding.subjects().get(index).canonical(binding.scope());
  }

  /** Returns the change that takes a subject away; none if the binding would be left without any. */
  Optional<Patch> remove(int subject) {
    return binding.subjects().size() > 1
        ? Optional.of(Patch.of(new Patch.Operation.Remove(path(subject))))
        : Optional.empty();
  }

  /** Returns the change that sets a field of an object; none if there is no such object. */
  Optional<Patch> set(FieldPath path, String value) {
    return path.parent().in(object.tree()) instanceof MappingValue
        ? Optional.of(Patch.of(new Patch.Operation.Add(path, ScalarValue.of(value))))
        : Optional.empty();
  }
}
