package io.plimsoll.core.admission.webhook;

import io.plimsoll.core.manifest.MappingValue;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Which mutating webhooks are to be called a second time. Mirrors {@code webhookReinvokeContext} of {@code
 * k8s.io/apiserver/pkg/admission/plugin/webhook/mutating}.
 *
 * @param called those that may be called again and were not since the object changed
 * @param again those that are to be called again, as the object changed after they saw it
 * @param output the object as the last webhook left it, if there is one
 * @param patched whether a patch was applied already
 */
record Reinvocation(
    Set<Integer> called, Set<Integer> again, Optional<MappingValue> output, boolean patched) {

  static final Reinvocation NONE = new Reinvocation(Set.of(), Set.of(), Optional.empty(), false);

  Reinvocation {
    called = Set.copyOf(called);
    again = Set.copyOf(again);
  }

  /** Returns what follows when the object changes: those called before are to be called again. */
  Reinvocation onChange() {
    Set<Integer> all = new HashSet<>(again);
    all.addAll(called);
    return new Reinvocation(Set.of(), all, output, patched);
  }

  /** Returns what follows when a webhook was called. */
  Reinvocation withCalled(Webhook webhook) {
    if (!webhook.isReinvocable()) {
      return this;
    }
    Set<Integer> all = new HashSet<>(called);
    all.add(webhook.index());
    return new Reinvocation(all, again, output, patched);
  }

  /** Returns what follows when a patch was applied. */
  Reinvocation onPatch() {
    return new Reinvocation(called, again, output, true);
  }

  /** Returns this with the object as the webhooks left it. */
  Reinvocation withOutput(Optional<MappingValue> object) {
    return new Reinvocation(called, again, object, patched);
  }
}
