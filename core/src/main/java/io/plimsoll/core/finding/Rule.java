package io.plimsoll.core.finding;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.Severity;
import io.plimsoll.core.model.KubeObject;

/** A thing that a linter looks for, by a name that does not change. */
public interface Rule {

  /** Returns the name in findings, such as {@code rbac/missing-role}. */
  String id();

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
}
