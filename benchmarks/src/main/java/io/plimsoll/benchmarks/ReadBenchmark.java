package io.plimsoll.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.core.load.Manifests;
import io.plimsoll.core.manifest.Documents;
import io.plimsoll.core.manifest.Limits;
import io.plimsoll.core.manifest.Source;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Reading 20,000 pods from a text, beside the libraries that people would take otherwise. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class ReadBenchmark {

  private String yaml = "";
  private String json = "";

  /** Makes the texts. */
  @Setup
  public void generate() {
    yaml = Pods.yaml(Pods.MANY);
    json = Pods.json(Pods.MANY);
  }

  /** YAML to located trees. */
  @Benchmark
  public Documents yamlTrees() {
    return Documents.read(Source.of("pods.yaml", yaml), Limits.DEFAULT);
  }

  /** JSON to located trees. */
  @Benchmark
  public Documents jsonTrees() {
    return Documents.read(Source.of("pods.json", json), Limits.DEFAULT);
  }

  /** YAML to objects, checked against the schema. */
  @Benchmark
  public Manifests yamlManifests() {
    return Manifests.read("pods.yaml", yaml);
  }

  /** JSON to objects, checked against the schema. */
  @Benchmark
  public Manifests jsonManifests() {
    return Manifests.read("pods.json", json);
  }

  /** YAML by SnakeYAML's {@code loadAll}. */
  @Benchmark
  public List<Object> yamlBySnakeYaml() {
    return Rivals.snakeYaml(yaml);
  }

  /** YAML by Jackson's YAML format. */
  @Benchmark
  public List<JsonNode> yamlByJackson() throws IOException {
    return Rivals.jacksonYaml(yaml);
  }

  /** JSON by Jackson's {@code readTree}. */
  @Benchmark
  public List<JsonNode> jsonByJackson() throws IOException {
    return Rivals.jacksonJson(json);
  }
}
