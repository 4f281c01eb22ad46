package io.plimsoll.core.apiserver;

import io.plimsoll.core.manifest.MappingValue;
import org.jspecify.annotations.Nullable;

/**
 * What an object must be for a write to be done. Mirrors {@code Preconditions.Check} of {@code k8s.io/apiserver/pkg/storage}.
 *
 * @param uid the uid that it must have; null if any will do
 * @param resourceVersion the version that it must have; null if any will do
 */
record Preconditions(@Nullable String uid, @Nullable String resourceVersion) {

  /** Returns what is demanded by an object that is sent: what it does not say, it does not demand. */
  static Preconditions of(MappingValue sent) {
    return new Preconditions(said(sent, "uid"), said(sent, "resourceVersion"));
  }

  private static @Nullable String said(MappingValue sent, String field) {
    String text = Meta.text(sent, field);
    return text.isEmpty() ? null : text;
  }

  /** Refuses to write an object that is another. */
  void check(Scope scope, MappingValue object) throws Refusal {
    check(scope, object, "Precondition");
  }

  /** Refuses to write an object that is another, with a message that begins with this word. */
  void check(Scope scope, MappingValue object, String start) throws Refusal {
    check(scope, start, "UID", uid, Meta.text(object, "uid"));
    check(scope, start, "ResourceVersion", resourceVersion, Meta.text(object, "resourceVersion"));
  }

  private static void check(
      Scope scope, String start, String what, @Nullable String wanted, String actual)
      throws Refusal {
    if (wanted != null && !wanted.equals(actual)) {
      throw Refusal.of(scope.conflict(start + " failed: " + what + " in precondition: " + wanted
          + ", " + what + " in object meta: " + actual));
    }
  }
}
