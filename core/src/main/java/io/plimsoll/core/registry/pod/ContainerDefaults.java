package io.plimsoll.core.registry.pod;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.pod.ImageName;
import io.plimsoll.core.validation.Draft;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Defaults of one container of any kind. Mirrors {@code SetDefaults_Container} and the defaults of its parts in {@code
 * pkg/apis/core/v1}.
 */
final class ContainerDefaults {

  private static final ScalarValue ALWAYS = ScalarValue.of("Always");
  private static final ScalarValue IF_NOT_PRESENT = ScalarValue.of("IfNotPresent");
  private static final ScalarValue MESSAGE_PATH = ScalarValue.of("/dev/termination-log");
  private static final ScalarValue FILE = ScalarValue.of("File");
  private static final ScalarValue TCP = ScalarValue.of("TCP");
  private static final ScalarValue V1 = ScalarValue.of("v1");
  private static final ScalarValue SLASH = ScalarValue.of("/");
  private static final ScalarValue HTTP = ScalarValue.of("HTTP");
  private static final ScalarValue FALSE = ScalarValue.of(false);
  private static final ScalarValue EMPTY = ScalarValue.of("");
  private static final ScalarValue ONE = ScalarValue.of(1);
  private static final ScalarValue THREE = ScalarValue.of(3);
  private static final ScalarValue TEN = ScalarValue.of(10);

  private static final List<String> PROBES =
      List.of("livenessProbe", "readinessProbe", "startupProbe");

  private ContainerDefaults() {}

  static void set(Draft container) {
    if (container.text("imagePullPolicy").isEmpty()) {
      container.set("imagePullPolicy", pullPolicy(container.text("image")));
    }
    container
        .setDefaultText("terminationMessagePath", MESSAGE_PATH)
        .setDefaultText("terminationMessagePolicy", FILE)
        .setDefaultTextInEach("ports", "protocol", TCP)
        .editEach("env", "valueFrom", ContainerDefaults::setValueFrom)
        .edit("resources", PodDefaults::roundUp);
    for (String probe : PROBES) {
      container.edit(probe, ContainerDefaults::setProbe);
    }
    container.edit(
        "lifecycle",
        lifecycle -> lifecycle
            .edit("postStart", handler -> handler.edit("httpGet", ContainerDefaults::setHttpGet))
            .edit("preStop", handler -> handler.edit("httpGet", ContainerDefaults::setHttpGet)));
  }

  /** Returns when an image is pulled: always if its name means whatever is newest. */
  static ScalarValue pullPolicy(String image) {
    return ImageName.isLatest(image) ? ALWAYS : IF_NOT_PRESENT;
  }

  private static void setValueFrom(Draft source) {
    source
        .edit("fieldRef", ContainerDefaults::setFieldRef)
        .edit("fileKeyRef", file -> file.setDefault("optional", FALSE));
  }

  static void setFieldRef(Draft selector) {
    selector.setDefaultText("apiVersion", V1);
  }

  private static void setProbe(Draft probe) {
    probe
        .setDefaultNumber("timeoutSeconds", ONE)
        .setDefaultNumber("periodSeconds", TEN)
        .setDefaultNumber("successThreshold", ONE)
        .setDefaultNumber("failureThreshold", THREE)
        .edit("httpGet", ContainerDefaults::setHttpGet)
        .edit("grpc", grpc -> grpc.setDefault("service", EMPTY));
  }

  private static void setHttpGet(Draft action) {
    action.setDefaultText("path", SLASH).setDefaultText("scheme", HTTP);
  }

  /** With the network of the host, a port of a container is one of the host: {@code defaultHostNetworkPorts}. */
  static void setHostPorts(Draft container) {
    container.editEach("ports", port -> {
      if (port.get("containerPort") instanceof ScalarValue number) {
        port.setDefaultNumber("hostPort", number);
      }
    });
  }

  /** Gives each limit that has no request one of the same amount. */
  static void setRequests(Draft container) {
    MappingValue resources = container.object("resources");
    if (resources.get("limits") instanceof MappingValue limits
        && !hasAll(resources.get("requests"), limits)) {
      container.edit(
          "resources",
          changed -> changed.editOrCreate("requests", requests -> {
            for (int i = 0; i < limits.size(); i++) {
              if (!requests.has(limits.key(i))) {
                requests.set(limits.key(i), limits.value(i));
              }
            }
          }));
    }
  }

  private static boolean hasAll(@Nullable Value requests, MappingValue limits) {
    if (!(requests instanceof MappingValue amounts)) {
      return false;
    }
    for (int i = 0; i < limits.size(); i++) {
      Value amount = amounts.get(limits.key(i));
      if (amount == null || amount.isNull()) {
        return false;
      }
    }
    return true;
  }
}
