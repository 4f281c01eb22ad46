package io.plimsoll.core.registry.system;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.model.LabelSyntax;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.validation.FieldError;
import java.util.List;

/** How a leader is picked. Mirrors {@code ValidateCoordinatedLeaseStrategy} of {@code pkg/apis/coordination/validation}. */
final class LeaderStrategies {

  private static final List<String> KNOWN = List.of("OldestEmulationVersion");

  private LeaderStrategies() {}

  static void check(Part spec) {
    // Upstream names the field twice.
    FieldPath path = spec.at("strategy").field("strategy");
    String strategy = spec.text("strategy");
    if (strategy.indexOf('/') < 0) {
      if (!KNOWN.contains(strategy)) {
        spec.error(FieldError.notSupported(path, strategy, KNOWN));
      }
      return;
    }
    LabelSyntax.keyErrors(strategy)
        .forEach(detail -> spec.error(FieldError.invalid(path, strategy, detail)));
  }
}
