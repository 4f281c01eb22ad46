package io.plimsoll.core.registry.pod;

import io.plimsoll.core.manifest.Documents;
import io.plimsoll.core.manifest.Limits;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Source;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.validation.Creation;
import io.plimsoll.core.validation.FieldError;
import io.plimsoll.core.validation.Strategy;
import io.plimsoll.core.validation.WriteOutcome;
import io.plimsoll.core.validation.Writes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Pods in YAML, and what a server says of them. */
final class Pods {

  static final Strategy STRATEGY = new PodStrategy();
  private static final Instant TIME = Instant.parse("2026-01-01T00:00:00Z");

  private Pods() {}

  static MappingValue tree(String yaml) {
    Value root = Documents.read(Source.of("test", yaml), Limits.DEFAULT).roots().get(0);
    return (MappingValue) root;
  }

  /** A pod called {@code web} with one container that wants nothing. */
  static MappingValue withSpec(String spec) {
    MappingValue pod = tree("""
        apiVersion: v1
        kind: Pod
        metadata: {name: web, namespace: shop}
        spec: {containers: [{name: app, image: nginx}]}
        """);
    return pod.with("spec", ((MappingValue) pod.get("spec")).withAll(tree(spec)));
  }

  /** A pod whose one container says this, too. */
  static MappingValue withContainer(String container) {
    MappingValue app = tree("{name: app, image: nginx}").withAll(tree(container));
    return withSpec("{containers: [" + app + "]}");
  }

  static WriteOutcome create(MappingValue pod) {
    return Writes.create(
        STRATEGY,
        STRATEGY.withDefaults(pod),
        new Creation("shop", "11111111-1111-1111-1111-111111111111", TIME, () -> "xxxxx"));
  }

  /** What is stored of a pod that is accepted. */
  static MappingValue stored(MappingValue pod) {
    return ((WriteOutcome.Accepted) create(pod)).object();
  }

  static WriteOutcome update(Strategy strategy, MappingValue pod, MappingValue old) {
    return Writes.update(strategy, STRATEGY.withDefaults(pod), old, "shop");
  }

  /** Errors, then warnings, a line each; without upstream's long examples of what would be right. */
  static List<String> said(WriteOutcome outcome) {
    return lines(outcome).stream()
        .map(line -> line.replaceAll(" \\(e\\.g\\. .*\\)$", " (e.g. …)"))
        .toList();
  }

  private static List<String> lines(WriteOutcome outcome) {
    List<String> said = new ArrayList<>();
    if (outcome instanceof WriteOutcome.Invalid invalid) {
      invalid.errors().stream().map(FieldError::toString).forEach(said::add);
      invalid.warnings().forEach(warning -> said.add("warning: " + warning));
    } else if (outcome instanceof WriteOutcome.Accepted accepted) {
      accepted.warnings().forEach(warning -> said.add("warning: " + warning));
    } else if (outcome instanceof WriteOutcome.BadRequest bad) {
      said.add(bad.message());
    }
    return said;
  }
}
