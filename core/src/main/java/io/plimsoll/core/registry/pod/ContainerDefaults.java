package io.plimsoll.core.registry.pod;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.pod.ImageName;
import io.plimsoll.core.registry.ResourceLists;
import io.plimsoll.core.validation.Draft;
import java.util.List;

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

  /** Sets the defaults of a container of a pod, which has more of them than one of a template. */
  static void setInPod(Draft container) {
    setRequests(container);
    set(container);
  }

  static void set(Draft container) {
    if (container.text("imagePullPolicy").isEmpty()) {
      container.set("imagePullPolicy", pullPolicy(container.text("image")));
    }
    container
        .setDefaultText("terminationMessagePath", MESSAGE_PATH)
        .setDefaultText("terminationMessagePolicy", FILE)
        .setDefaultTextInEach("ports", "protocol", TCP)
        .editEach("env", "valueFrom", ContainerDefaults::setValueFrom);
    ResourceLists.roundResources(container, "resources");
    for (String probe : PROBES) {
      container.edit(probe, ContainerDefaults::setProbe);
    }
    container.edit(
        "lifecycle",
        lifecycle -> lifecycle
            .edit("postStart", ContainerDefaults::setHttpGet)
            .edit("preStop", ContainerDefaults::setHttpGet));
  }

  /** Returns when an image is pulled: always if its name means whatever is newest. */
  static ScalarValue pullPolicy(String image) {
    return ImageName.isLatest(image) ? ALWAYS : IF_NOT_PRESENT;
  }

  private static void setValueFrom(Draft source) {
    setFieldRef(source);
    source.setDefaultIn("fileKeyRef", "optional", FALSE);
  }

  /** Sets the version of the field that an environment variable or a file takes its content from. */
  static void setFieldRef(Draft holder) {
    holder.setDefaultTextIn("fieldRef", "apiVersion", V1);
  }

  private static void setProbe(Draft probe) {
    probe
        .setDefaultNumber("timeoutSeconds", ONE)
        .setDefaultNumber("periodSeconds", TEN)
        .setDefaultNumber("successThreshold", ONE)
        .setDefaultNumber("failureThreshold", THREE)
        .setDefaultIn("grpc", "service", EMPTY);
    setHttpGet(probe);
  }

  private static void setHttpGet(Draft handler) {
    handler.setDefaultTextIn("httpGet", "path", SLASH).setDefaultTextIn("httpGet", "scheme", HTTP);
  }

  /** With the network of the host, a port of a container is one of the host: {@code defaultHostNetworkPorts}. */
  static void setHostPorts(Draft container) {
    container.editEach("ports", port -> {
      if (port.get("containerPort") instanceof ScalarValue number) {
        port.setDefaultNumber("hostPort", number);
      }
    });
  }

  /** Gives each limit that has no request one of the same amount; where there are limits, there are requests, be they empty. */
  private static void setRequests(Draft container) {
    MappingValue resources = container.object("resources");
    if (!(resources.get("limits") instanceof MappingValue limits)) {
      return;
    }
    boolean none = !(resources.get("requests") instanceof MappingValue);
    MappingValue requests = Fields.of(resources.get("requests")).tree();
    String[] names = new String[limits.size()];
    Value[] amounts = new Value[limits.size()];
    int count = 0;
    for (int i = 0; i < limits.size(); i++) {
      Value request = requests.get(limits.key(i));
      if (request == null || request.isNull()) {
        names[count] = limits.key(i);
        amounts[count++] = limits.value(i);
      }
    }
    if (count > 0 || none) {
      MappingValue complete = requests.withAll(names, amounts, count);
      container.set("resources", resources.with("requests", complete));
    }
  }
}
