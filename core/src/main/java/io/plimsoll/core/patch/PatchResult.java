package io.plimsoll.core.patch;

import io.plimsoll.core.manifest.Value;

/** What comes of a patch: another document, or the reason why there is none. */
public sealed interface PatchResult {

  /**
   * The patch was applied.
   *
   * @param document the document with all changes; it shares with the old one what the patch does not touch
   */
  record Patched(Value document) implements PatchResult {}

  /**
   * The patch could not be applied.
   *
   * @param code the HTTP code of an API server's answer: 400 for a patch that is none, 422 for one that does not fit the document,
   *     500 where upstream does not tell
   * @param message the error in upstream's words
   */
  record Refused(int code, String message) implements PatchResult {}
}
