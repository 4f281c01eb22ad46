package io.plimsoll.benchmarks;

import io.plimsoll.core.admission.Operation;
import io.plimsoll.core.load.Manifests;
import io.plimsoll.core.model.Namespace;
import io.plimsoll.core.model.ObjectMeta;
import io.plimsoll.core.pod.Pod;
import io.plimsoll.psa.AdmissionRequest;
import io.plimsoll.psa.AdmissionResponse;
import io.plimsoll.psa.AdmissionView;
import io.plimsoll.psa.LevelVersion;
import io.plimsoll.psa.PodSecurity;
import io.plimsoll.psa.PodSecurityAdmission;
import io.plimsoll.psa.PodSecurityConfiguration;
import io.plimsoll.psa.RequestObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/** The 3,000 pods of a namespace under {@code restricted:latest}; none of them is allowed. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class NamespaceBenchmark {

  private static final int PODS = 3_000;
  private static final String NAME = "shop";
  private static final LevelVersion RESTRICTED = LevelVersion.parse("restricted:latest");

  private final PodSecurityAdmission admission =
      PodSecurityAdmission.of(PodSecurityConfiguration.DEFAULT);
  private final AdmissionRequest request = AdmissionRequest.builder(Operation.UPDATE, "namespaces")
      .kind("Namespace")
      .namespace(NAME)
      .name(NAME)
      .object(namespace(Map.of(io.plimsoll.psa.Mode.ENFORCE.levelLabel(), "restricted")))
      .oldObject(RequestObject.of(namespace(Map.of())))
      .build();
  private List<Pod> pods = List.of();

  /** Reads the pods. */
  @Setup
  public void read() {
    pods = Manifests.read("pods.yaml", Pods.yaml(PODS)).objects().stream()
        .map(object -> object.as(Pod.KIND))
        .toList();
  }

  /** The verdict on each. */
  @Benchmark
  public int evaluatePods() {
    int forbidden = 0;
    for (Pod pod : pods) {
      if (!PodSecurity.evaluate(pod, RESTRICTED).allowed()) {
        forbidden++;
      }
    }
    if (forbidden != PODS) {
      throw new IllegalStateException("pods that are not allowed: \"" + forbidden + "\"");
    }
    return forbidden;
  }

  /** What the admission plug-in warns of when the namespace is to enforce the level from now on. */
  @Benchmark
  public AdmissionResponse reviewNamespace() {
    AdmissionResponse response = admission.review(request, view());
    if (response.warnings().size() != 2) {
      throw new IllegalStateException("not the warnings: \"" + response.warnings() + "\"");
    }
    return response;
  }

  private AdmissionView view() {
    return new AdmissionView() {
      @Override
      public Optional<Namespace> namespace(String name) {
        return Optional.empty();
      }

      @Override
      public Optional<List<Pod>> pods(String namespace) {
        return Optional.of(pods);
      }
    };
  }

  private static Namespace namespace(Map<String, String> labels) {
    return new Namespace(ObjectMeta.builder().name(NAME).labels(labels).build(), null);
  }
}
