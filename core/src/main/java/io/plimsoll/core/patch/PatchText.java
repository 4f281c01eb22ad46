package io.plimsoll.core.patch;

import io.plimsoll.core.manifest.Documents;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.Limits;
import io.plimsoll.core.manifest.Problem;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.Source;
import io.plimsoll.core.manifest.Value;
import java.util.List;
import java.util.Optional;

/**
 * The text of a patch as JSON.
 *
 * @param value the patch; of two members of one name the last
 * @param error why there is none, in Go's words
 */
record PatchText(Optional<Value> value, String error) {

  static PatchText read(String text) {
    Optional<String> syntax = GoText.jsonSyntaxError(text);
    if (syntax.isPresent()) {
      return new PatchText(Optional.empty(), syntax.get());
    }
    Documents documents = Documents.readJson(Source.of("patch", text), Limits.LARGE_DOCUMENT);
    List<Value> roots = documents.roots();
    if (!roots.isEmpty()) {
      return new PatchText(Optional.of(roots.get(0)), "");
    }
    // A null is no document; anything else that is missing broke a limit.
    return documents.problems().stream()
        .findFirst()
        .map(Problem::message)
        .map(message -> new PatchText(Optional.empty(), message))
        .orElseGet(() -> new PatchText(Optional.of(ScalarValue.ofNull()), ""));
  }
}
