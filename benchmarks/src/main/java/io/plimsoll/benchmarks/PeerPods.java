package io.plimsoll.benchmarks;

import io.plimsoll.core.manifest.Documents;
import io.plimsoll.core.manifest.Limits;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Source;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.pod.Pod;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The pods by which Kubernetes' own evaluator is timed as well, see {@code pods/README.md} in the resources. */
final class PeerPods {

  private PeerPods() {}

  /** Returns the pod of this name. */
  static Pod pod(String name) throws IOException {
    Source source = Source.of(name + ".json", text(name));
    Value root = Documents.read(source, Limits.DEFAULT).roots().get(0);
    return KubeObject.of((MappingValue) root).as(Pod.KIND);
  }

  private static String text(String name) throws IOException {
    String resource = "pods/" + name + ".json";
    try (InputStream bytes =
        Objects.requireNonNull(PeerPods.class.getResourceAsStream(resource), resource)) {
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
