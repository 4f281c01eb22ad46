package io.plimsoll.core.registry.pod;

import io.plimsoll.core.manifest.Documents;
import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.Limits;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Source;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.registry.Capabilities;
import io.plimsoll.core.validation.Creation;
import io.plimsoll.core.validation.FieldError;
import io.plimsoll.core.validation.Strategy;
import io.plimsoll.core.validation.WriteOutcome;
import io.plimsoll.core.validation.Writes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Pods in YAML, and what a server says of them. */
final class Pods {

  static final Strategy STRATEGY = new PodStrategy(Capabilities.ALL);
  static final Strategy RESIZE = STRATEGY.subresource("resize").orElseThrow();
  static final Strategy DEBUG = STRATEGY.subresource("ephemeralcontainers").orElseThrow();
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

  /** What becomes of a stored pod whose text is changed. */
  static WriteOutcome update(MappingValue old, UnaryOperator<MappingValue> change) {
    return update(STRATEGY, old, change);
  }

  static WriteOutcome update(
      Strategy strategy, MappingValue old, UnaryOperator<MappingValue> change) {
    MappingValue pod = STRATEGY.withDefaults(change.apply(versioned(old)));
    return Writes.update(strategy, pod, versioned(old), "shop");
  }

  private static MappingValue versioned(MappingValue pod) {
    return pod.with(
        "metadata", ((MappingValue) pod.get("metadata")).withAll(tree("{resourceVersion: \"7\"}")));
  }

  /** A change of the fields of a pod's spec, in YAML; one that is null is taken out. */
  static UnaryOperator<MappingValue> spec(String changes) {
    return in("spec", changes);
  }

  static UnaryOperator<MappingValue> metadata(String changes) {
    return in("metadata", changes);
  }

  private static UnaryOperator<MappingValue> in(String field, String changes) {
    return pod -> pod.with(field, ((MappingValue) pod.get(field)).withAll(tree(changes)));
  }

  /** A field in a pod as JSON: {@code spec.containers[0].image}. */
  static String at(WriteOutcome outcome, String path) {
    MappingValue pod = ((WriteOutcome.Accepted) outcome).object();
    return String.valueOf(FieldPath.parse(path).in(pod));
  }

  /** Errors, then warnings, a line each; without upstream's long examples and lists of what would be right. */
  static List<String> said(WriteOutcome outcome) {
    return lines(outcome).stream()
        .map(line -> line.replaceAll("\n@@ (?s:.*)", ""))
        .map(line -> line.replaceAll(" \\(e\\.g\\. .*\\)$", " (e.g. …)"))
        .map(line -> line.replaceAll("(fields other than) `.*", "$1 …"))
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
