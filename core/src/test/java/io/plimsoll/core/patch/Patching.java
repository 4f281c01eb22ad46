package io.plimsoll.core.patch;

import io.plimsoll.core.manifest.Source;
import io.plimsoll.core.manifest.Value;

/** What tests of patches have in common. */
final class Patching {

  private Patching() {}

  /** Returns the tree of JSON with single quotes. */
  static Value tree(String json) {
    return Value.parseJson(Source.of("test", json.replace('\'', '"')));
  }

  static Value document(PatchResult result) {
    if (result instanceof PatchResult.Patched patched) {
      return patched.document();
    }
    throw new AssertionError(result);
  }

  static PatchResult.Refused refusal(PatchResult result) {
    if (result instanceof PatchResult.Refused refused) {
      return refused;
    }
    throw new AssertionError(result);
  }
}
