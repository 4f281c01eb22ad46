package io.plimsoll.core.registry.pod;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Names;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.validation.FieldError;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The containers of a pod. Mirrors {@code validateContainers}, {@code validateInitContainers} and {@code validateEphemeralContainers}. */
final class ContainerRules {

  private static final List<String> MESSAGE_POLICIES = List.of("File", "FallbackToLogsOnError");
  private static final List<String> PULL_POLICIES = List.of("Always", "IfNotPresent", "Never");
  private static final String ONLY_SIDECARS =
      "may not be set for init containers without restartPolicy=Always";
  private static final String NOT_EPHEMERAL = "cannot be set for an Ephemeral Container";

  /** What a container for debugging may not have, in Go's order. */
  private static final List<String> NOT_IN_EPHEMERAL = List.of(
      "ports",
      "resources",
      "resizePolicy",
      "restartPolicy",
      "restartPolicyRules",
      "livenessProbe",
      "readinessProbe",
      "startupProbe",
      "lifecycle");

  private ContainerRules() {}

  static void check(PodContext pod) {
    containers(pod);
    initContainers(pod);
    if (!pod.ephemeralContainers().isEmpty()) {
      ephemeralContainers(pod);
    }
  }

  private static void containers(PodContext pod) {
    if (pod.containers().isEmpty()) {
      pod.spec().required("containers", "");
      return;
    }
    MetTexts names = new MetTexts();
    for (Part container : pod.containers()) {
      common(container, pod);
      if (!names.add(container.text("name"))) {
        duplicate(container);
      }
      ProbeRules.check(container, pod);
      RestartRules.check(container);
    }
    if (pod.takesHostPorts()) {
      PortRules.conflicts(pod.containers());
    }
  }

  private static void duplicate(Part container) {
    container.error(FieldError.duplicate(container.at("name"), container.text("name")));
  }

  private static void initContainers(PodContext pod) {
    if (pod.initContainers().isEmpty()) {
      return;
    }
    Set<String> names = names(pod.containers());
    for (Part container : pod.initContainers()) {
      common(container, pod);
      if (container.has("restartPolicy")) {
        RestartRules.check(container);
      } else {
        RestartRules.checkNoRules(container);
      }
      boolean sidecar = isSidecar(container);
      String name = container.text("name");
      if (names.contains(name)) {
        duplicate(container);
      } else if (!name.isEmpty()) {
        names.add(name);
      }
      if (pod.takesHostPorts()) {
        PortRules.conflicts(container, pod.initContainers().get(0));
      }
      if (sidecar) {
        ProbeRules.check(container, pod);
      } else {
        notSidecar(container, pod);
      }
    }
  }

  /** Returns whether a container is started before the others and keeps running. */
  static boolean isSidecar(Part container) {
    return container.text("restartPolicy").equals("Always");
  }

  private static void notSidecar(Part container, PodContext pod) {
    if (container.has("lifecycle")) {
      container.forbidden("lifecycle", ONLY_SIDECARS);
    }
    for (String probe : ProbeRules.PROBES) {
      if (container.has(probe)) {
        container.forbidden(probe, ONLY_SIDECARS);
      }
    }
    if (!pod.leniency().restartingInitContainers()) {
      for (Part policy : container.list("resizePolicy")) {
        if (policy.text("restartPolicy").equals("RestartContainer")) {
          policy.invalid(
              "restartPolicy",
              "must not be set to 'RestartContainer' for non-sidecar initContainers");
        }
      }
    }
  }

  private static Set<String> names(List<Part> containers) {
    Set<String> names = new HashSet<>();
    for (Part container : containers) {
      names.add(container.text("name"));
    }
    return names;
  }

  private static void ephemeralContainers(PodContext pod) {
    Set<String> targets = names(pod.containers());
    targets.addAll(names(pod.initContainers()));
    Set<String> names = new HashSet<>(targets);
    for (Part container : pod.ephemeralContainers()) {
      common(container, pod);
      checkImage(container);
      if (!names.add(container.text("name"))) {
        duplicate(container);
      }
      String target = container.text("targetContainerName");
      if (!target.isEmpty() && !targets.contains(target)) {
        container.error(FieldError.notFound(container.at("targetContainerName"), target));
      }
      for (String field : NOT_IN_EPHEMERAL) {
        if (isSet(container.value(field))) {
          container.forbidden(field, NOT_EPHEMERAL);
        }
      }
      for (Part mount : container.list("volumeMounts")) {
        for (String field : List.of("subPath", "subPathExpr")) {
          if (!mount.text(field).isEmpty()) {
            mount.forbidden(field, NOT_EPHEMERAL);
          }
        }
      }
    }
  }

  private static boolean isSet(@Nullable Value value) {
    // Resources are a struct, which is zero as long as it holds nothing.
    return value != null && !(value instanceof MappingValue map && map.size() == 0);
  }

  /** What all kinds of containers have in common: {@code validateContainerCommon}. */
  private static void common(Part container, PodContext pod) {
    String name = container.text("name");
    if (name.isEmpty()) {
      container.required("name", "");
    } else {
      container.invalid("name", Names.dnsLabelErrors(name));
    }
    if (container.text("image").isEmpty()) {
      container.required("image", "");
    }
    oneOf(container, "terminationMessagePolicy", MESSAGE_POLICIES);
    PortRules.check(container, pod);
    EnvRules.check(container, pod);
    MountRules.check(container, pod);
    pullPolicy(container, "imagePullPolicy");
    Part resources = container.find("resources");
    if (resources != null) {
      ResourceRules.container(resources, pod);
    }
    if (container.has("resizePolicy")) {
      RestartRules.resize(container, pod);
    }
    Part context = container.find("securityContext");
    if (context != null) {
      SecurityContextRules.container(context, pod);
    }
  }

  /** When an image is pulled: {@code validatePullPolicy}. */
  static void pullPolicy(Part part, String field) {
    oneOf(part, field, PULL_POLICIES);
  }

  /** A text that must be there and be one of those that are known. */
  static void oneOf(Part part, String field, List<String> known) {
    String value = part.text(field);
    if (value.isEmpty()) {
      part.required(field, "");
    } else if (!known.contains(value)) {
      part.notSupported(field, known);
    }
  }

  /** Blanks around an image's name are an error in a pod only, for the sake of templates that are stored already. */
  static void checkImage(Part container) {
    if (isPadded(container.text("image"))) {
      container.invalid("image", List.of("must not have leading or trailing whitespace"));
    }
  }

  /** Returns whether {@code strings.TrimSpace} would make a text shorter. */
  static boolean isPadded(String text) {
    return !text.isEmpty() && (isSpace(text.charAt(0)) || isSpace(text.charAt(text.length() - 1)));
  }

  /** Mirrors {@code unicode.IsSpace}. */
  private static boolean isSpace(char c) {
    return (c >= '\t' && c <= '\r')
        || c == ' '
        || c == '\u0085'
        || (c >= '\u00a0' && Character.isSpaceChar(c));
  }
}
