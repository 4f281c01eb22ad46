package io.plimsoll.psa;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.ObjectMeta;
import io.plimsoll.core.pod.Container;
import io.plimsoll.core.pod.ContainerPort;
import io.plimsoll.core.pod.EphemeralContainer;
import io.plimsoll.core.pod.Lifecycle;
import io.plimsoll.core.pod.PodOs;
import io.plimsoll.core.pod.PodSecurityContext;
import io.plimsoll.core.pod.PodSpec;
import io.plimsoll.core.pod.Probe;
import io.plimsoll.core.pod.SecurityContext;
import io.plimsoll.core.pod.Volume;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A pod without the parts that make no difference to any standard check.
 *
 * <p>Nearly all pods that are created are allowed, and most of a pod, such as its environment and its mounts, has no bearing on
 * that. A standard check allows this if and only if it allows the whole pod; what it has against a pod only the whole pod tells.
 *
 * @param metadata its annotations
 * @param spec what checks look at; volumes and ports are at other places than in the pod
 */
record Glance(ObjectMeta metadata, PodSpec spec) {

  /** Reads what matters of a pod from its tree. */
  static Glance of(MappingValue pod) {
    Fields metadata = Fields.of(pod.get("metadata"));
    return new Glance(
        metadata.has("annotations")
            ? ObjectMeta.builder()
                .annotations(metadata.stringMap("annotations"))
                .build()
            : ObjectMeta.EMPTY,
        spec(Fields.of(pod.get("spec"))));
  }

  /** Asks for each field: that one is absent, as most are, is known at once. */
  private static PodSpec spec(Fields fields) {
    PodSpec.Builder spec = PodSpec.builder()
        .containers(fields.list("containers", Glance::container))
        .hostIPC(fields.bool("hostIPC"))
        .hostNetwork(fields.bool("hostNetwork"))
        .hostPID(fields.bool("hostPID"))
        .hostUsers(fields.bool("hostUsers"))
        .runtimeClassName(fields.string("runtimeClassName"));
    if (fields.has("ephemeralContainers")) {
      spec.ephemeralContainers(fields.list("ephemeralContainers", Glance::ephemeralContainer));
    }
    if (fields.has("initContainers")) {
      spec.initContainers(fields.list("initContainers", Glance::container));
    }
    if (fields.has("os")) {
      spec.os(fields.object("os", PodOs::from));
    }
    if (fields.has("securityContext")) {
      spec.securityContext(fields.object("securityContext", PodSecurityContext::from));
    }
    if (fields.has("volumes")) {
      spec.volumes(some(fields.value("volumes"), Volume::from, VolumeTypes::mayBeRestricted));
    }
    return spec.build();
  }

  private static EphemeralContainer ephemeralContainer(Fields fields) {
    return new EphemeralContainer(container(fields), null);
  }

  private static Container container(Fields fields) {
    Container.Builder container = Container.builder(fields.text("name"))
        .livenessProbe(probe(fields.value("livenessProbe")))
        .readinessProbe(probe(fields.value("readinessProbe")))
        .startupProbe(probe(fields.value("startupProbe")));
    if (fields.has("lifecycle")) {
      container.lifecycle(fields.object("lifecycle", Lifecycle::from));
    }
    if (fields.has("ports")) {
      container.ports(
          some(fields.value("ports"), ContainerPort::from, port -> port.has("hostPort")));
    }
    if (fields.has("securityContext")) {
      container.securityContext(fields.object("securityContext", SecurityContext::from));
    }
    return container.build();
  }

  private static @Nullable Probe probe(@Nullable Value value) {
    if (value == null) {
      return null;
    }
    Fields probe = Fields.of(value);
    boolean namesHost = Fields.of(probe.value("httpGet")).has("host")
        || Fields.of(probe.value("tcpSocket")).has("host");
    return namesHost ? Probe.from(probe) : null;
  }

  /** Returns those items of a list that may make a difference. */
  private static <T> List<T> some(
      @Nullable Value value, Function<Fields, T> decoder, Predicate<Fields> matters) {
    List<T> some = List.of();
    if (value instanceof SequenceValue list) {
      for (Value item : list.items()) {
        Fields fields = Fields.of(item);
        if (matters.test(fields)) {
          some = some.isEmpty() ? new ArrayList<>() : some;
          some.add(decoder.apply(fields));
        }
      }
    }
    return some;
  }
}
