package io.plimsoll.core.finding;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.Severity;
import io.plimsoll.core.model.KubeObject;
import java.util.List;
import java.util.Locale;

/** A thing that a linter looks for, by a name that does not change: a constant of the linter's enum. */
public interface Rule {

  /** Returns the name of the constant, such as {@code MISSING_ROLE}. */
  String name();

  /** Returns what the linter is about, such as {@code rbac}. */
  String group();

  /** Returns the name in findings, such as {@code rbac/missing-role}. */
  default String id() {
    return group() + "/" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns how much it matters, unless a finding says when it matters more or less. */
  Severity severity();

  /** Returns what it finds, in one line. */
  String summary();

  /** Returns that it was found at a place of an object. */
  default Finding at(KubeObject object, FieldPath path, String message) {
    return at(object, path, severity(), message);
  }

  /** Returns that it was found at a place of an object, where it matters as much as this. */
  default Finding at(KubeObject object, FieldPath path, Severity grade, String message) {
    return Finding.of(object, path, id(), grade, message);
  }

  /** Returns that it was found at a place of an object, without what stands there: that could be a secret. */
  default Finding unseen(KubeObject object, FieldPath path, Severity grade, String message) {
    return new Finding(
        id(),
        grade,
        object.ref(),
        path,
        object.locate(path).orElse(null),
        message,
        null,
        List.of(),
        null);
  }
}
