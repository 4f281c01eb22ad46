package io.plimsoll.core.registry.pod;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.registry.ResourceLists;
import io.plimsoll.core.validation.Draft;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Defaults of a pod and of the specification of one in a template. Mirrors {@code SetObjectDefaults_Pod} and {@code
 * SetDefaults_PodSpec} of {@code pkg/apis/core/v1}.
 */
final class PodDefaults {

  private static final ScalarValue CLUSTER_FIRST = ScalarValue.of("ClusterFirst");
  private static final ScalarValue ALWAYS = ScalarValue.of("Always");
  private static final ScalarValue SCHEDULER = ScalarValue.of("default-scheduler");
  private static final ScalarValue GRACE_PERIOD = ScalarValue.of(30);
  private static final ScalarValue ONE = ScalarValue.of(1);
  private static final ScalarValue TRUE = ScalarValue.of(true);

  private static final String ACCOUNT = "serviceAccountName";
  private static final String OLDER_ACCOUNT = "serviceAccount";

  static final List<String> CONTAINERS =
      List.of("initContainers", "containers", "ephemeralContainers");

  private PodDefaults() {}

  /** Sets the defaults of a whole pod. */
  static void setPod(Draft pod) {
    pod.editOrCreate("spec", spec -> {
      setPodOnly(spec);
      setSpec(spec, ContainerDefaults::setInPod);
    });
    pod.edit("status", PodDefaults::setStatus);
  }

  /** What only pods have by default, for the sake of templates that are stored already: {@code SetDefaults_Pod}. */
  private static void setPodOnly(Draft spec) {
    if (spec.get("terminationGracePeriodSeconds") instanceof ScalarValue period
        && period.text().startsWith("-")) {
      spec.set("terminationGracePeriodSeconds", ONE);
    }
    spec.setDefault("enableServiceLinks", TRUE);
    if (spec.isTrue("hostNetwork")) {
      spec.editEach("containers", ContainerDefaults::setHostPorts);
      spec.editEach("initContainers", ContainerDefaults::setHostPorts);
    }
  }

  /** Sets the defaults of what a template runs. */
  static void setSpec(Draft spec) {
    setSpec(spec, ContainerDefaults::set);
  }

  private static void setSpec(Draft spec, Consumer<Draft> container) {
    setServiceAccount(spec);
    spec.setDefaultText("dnsPolicy", CLUSTER_FIRST)
        .setDefaultText("restartPolicy", ALWAYS)
        .setDefault("securityContext", MappingValue.empty())
        .setDefault("terminationGracePeriodSeconds", GRACE_PERIOD)
        .setDefaultText("schedulerName", SCHEDULER)
        .editEach("volumes", VolumeDefaults::set);
    spec.editEach("initContainers", container)
        .editEach("containers", container)
        .editEach("ephemeralContainers", ContainerDefaults::set);
    ResourceLists.round(spec, "overhead");
    ResourceLists.roundResources(spec, "resources");
  }

  /** Keeps both names of the service account alike: the older one counts if the other is not set. */
  private static void setServiceAccount(Draft spec) {
    String name = spec.text(ACCOUNT);
    String older = spec.text(OLDER_ACCOUNT);
    if (name.isEmpty() && !older.isEmpty()) {
      spec.set(ACCOUNT, ScalarValue.of(older));
    } else if (!name.equals(older)) {
      spec.set(OLDER_ACCOUNT, ScalarValue.of(name));
    }
  }

  /** Keeps the single address and the list of them alike: {@code SetDefaults_PodStatus}. */
  private static void setStatus(Draft status) {
    String ip = status.text("podIP");
    List<Value> ips = status.items("podIPs");
    String first = ips.isEmpty() || !(ips.get(0) instanceof MappingValue entry)
        ? ""
        : Draft.of(entry).text("ip");
    if (!ip.isEmpty() && (ips.isEmpty() || !first.equals(ip))) {
      status.set(
          "podIPs", SequenceValue.of(List.of(MappingValue.of(Map.of("ip", ScalarValue.of(ip))))));
    } else if (ip.isEmpty() && !first.isEmpty()) {
      status.set("podIP", ScalarValue.of(first));
    }
    for (String statuses :
        List.of("initContainerStatuses", "containerStatuses", "ephemeralContainerStatuses")) {
      status.editEach(statuses, PodDefaults::roundUpStatus);
    }
    roundUpStatus(status);
  }

  private static void roundUpStatus(Draft status) {
    ResourceLists.round(status, "allocatedResources");
    ResourceLists.roundResources(status, "resources");
  }
}
