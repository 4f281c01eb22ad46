package io.plimsoll.core.registry.pod;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.model.FieldSet;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.validation.FieldError;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where volumes appear in a container. Mirrors {@code ValidateVolumeMounts} and {@code ValidateVolumeDevices}. */
final class MountRules {

  private static final List<String> PROPAGATIONS =
      List.of("Bidirectional", "HostToContainer", "None");
  private static final List<String> RECURSIVE = List.of("Disabled", "Enabled", "IfPossible");
  private static final List<String> BIND_OPTIONS = List.of("nodev", "noexec", "nosuid");
  private static final String UNIQUE = "must be unique";

  /** What most mounts have nothing beside; no rule that is left out for them is about one of these. */
  private static final FieldSet PLAIN = FieldSet.of("mountPath", "name", "readOnly");

  private MountRules() {}

  static void check(Part container, PodContext pod) {
    List<Part> mounts = container.list("volumeMounts");
    List<Part> devices = container.list("volumeDevices");
    if (!mounts.isEmpty()) {
      mounts(container, mounts, places(devices, "devicePath"), pod);
    }
    if (!devices.isEmpty()) {
      devices(devices, places(mounts, "mountPath"), pod);
    }
  }

  /** Returns the paths by the names of the volumes. */
  private static Map<String, String> places(List<Part> uses, String path) {
    if (uses.isEmpty()) {
      return Map.of();
    }
    Map<String, String> places = new HashMap<>();
    for (Part use : uses) {
      places.put(use.text("name"), use.text(path));
    }
    return places;
  }

  private static void mounts(
      Part container, List<Part> mounts, Map<String, String> devices, PodContext pod) {
    MetTexts paths = new MetTexts();
    for (Part mount : mounts) {
      String name = mount.text("name");
      String path = mount.text("mountPath");
      if (name.isEmpty()) {
        mount.required("name", "");
      }
      if (!pod.volumes().containsKey(name)) {
        mount.error(FieldError.notFound(mount.at("name"), name));
      }
      if (path.isEmpty()) {
        mount.required("mountPath", "");
      }
      if (!paths.add(path)) {
        mount.invalid("mountPath", List.of(UNIQUE));
      }
      if (!devices.isEmpty()) {
        notDevice(mount, devices);
      }
      if (!PLAIN.containsAllOf(mount.tree())) {
        options(mount, container, pod);
      }
    }
  }

  private static void notDevice(Part mount, Map<String, String> devices) {
    if (devices.containsKey(mount.text("name"))) {
      mount.invalid("name", List.of("must not already exist in volumeDevices"));
    }
    if (devices.containsValue(mount.text("mountPath"))) {
      mount.invalid("mountPath", List.of("must not already exist as a path in volumeDevices"));
    }
  }

  private static void options(Part mount, Part container, PodContext pod) {
    subPaths(mount, container);
    if (mount.has("mountPropagation")) {
      propagation(container, mount.under(container.at("volumeMounts")));
    }
    if (mount.has("recursiveReadOnly")) {
      recursive(mount.under(container.at("volumeMounts")));
    }
    if (mount.has("bindMountOptions")) {
      bindOptions(mount, pod);
    }
  }

  /** Upstream names the list where it means the mount. */
  private static void subPaths(Part mount, Part container) {
    String subPath = mount.text("subPath");
    if (!subPath.isEmpty()) {
      FileRules.descending(mount.errors(), container.at("volumeMounts").field("subPath"), subPath);
    }
    String expression = mount.text("subPathExpr");
    if (!expression.isEmpty()) {
      if (!subPath.isEmpty()) {
        mount.invalid("subPathExpr", List.of("subPathExpr and subPath are mutually exclusive"));
      }
      FileRules.descending(
          mount.errors(), container.at("volumeMounts").field("subPathExpr"), expression);
    }
  }

  private static void propagation(Part container, Part mount) {
    String propagation = mount.text("mountPropagation");
    if (!PROPAGATIONS.contains(propagation)) {
      mount.notSupported("mountPropagation", PROPAGATIONS);
    }
    if (propagation.equals("Bidirectional")
        && !container.object("securityContext").flag("privileged")) {
      mount.forbidden(
          "mountPropagation",
          "Bidirectional mount propagation is available only to privileged containers");
    }
  }

  private static void recursive(Part mount) {
    String recursive = mount.text("recursiveReadOnly");
    if (!RECURSIVE.contains(recursive)) {
      mount.notSupported("recursiveReadOnly", RECURSIVE);
    } else if (!recursive.equals("Disabled")) {
      if (!mount.flag("readOnly")) {
        mount.forbidden("recursiveReadOnly", "may only be specified when readOnly is true");
      }
      if (mount.has("mountPropagation") && !mount.text("mountPropagation").equals("None")) {
        mount.forbidden(
            "recursiveReadOnly",
            "may only be specified when mountPropagation is None or not specified");
      }
    }
  }

  private static void bindOptions(Part mount, PodContext pod) {
    List<String> options = mount.strings("bindMountOptions");
    Set<String> seen = new HashSet<>();
    FieldPath list = mount.at("bindMountOptions");
    for (int i = 0; i < options.size(); i++) {
      String option = options.get(i);
      if (!BIND_OPTIONS.contains(option)) {
        mount.error(FieldError.notSupported(list.index(i), option, BIND_OPTIONS));
      }
      if (!seen.add(option)) {
        mount.error(FieldError.duplicate(list.index(i), option));
      }
    }
    Part volume = options.isEmpty() ? null : pod.volumes().get(mount.text("name"));
    if (volume != null && volume.has("image")) {
      mount.invalid("bindMountOptions", "bindMountOptions may not be used with image volumes");
    }
  }

  private static void devices(List<Part> devices, Map<String, String> mounts, PodContext pod) {
    Set<String> paths = new HashSet<>();
    Set<String> names = new HashSet<>();
    for (Part device : devices) {
      String name = device.text("name");
      String path = device.text("devicePath");
      Part volume = pod.volumes().get(name);
      if (name.isEmpty()) {
        device.required("name", "");
      }
      if (names.contains(name)) {
        device.invalid("name", List.of(UNIQUE));
      }
      if (volume == null) {
        device.error(FieldError.notFound(device.at("name"), name));
      } else if (!volume.has("persistentVolumeClaim") && !volume.has("ephemeral")) {
        device.invalid(
            "name",
            List.of(
                "can only use volume source type of PersistentVolumeClaim or Ephemeral for block mode"));
      }
      if (path.isEmpty()) {
        device.required("devicePath", "");
      }
      if (paths.contains(path)) {
        device.invalid("devicePath", List.of(UNIQUE));
      }
      if (FileRules.hasBackstep(path)) {
        device.invalid("devicePath", List.of("can not contain backsteps ('..')"));
      } else {
        paths.add(path);
      }
      if (mounts.containsKey(name)) {
        device.invalid("name", List.of("must not already exist in volumeMounts"));
      }
      if (mounts.containsValue(path)) {
        device.invalid("devicePath", List.of("must not already exist as a path in volumeMounts"));
      }
      if (!name.isEmpty()) {
        names.add(name);
      }
    }
  }
}
