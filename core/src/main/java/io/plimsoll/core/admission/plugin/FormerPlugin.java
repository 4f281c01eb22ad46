package io.plimsoll.core.admission.plugin;

import java.util.List;
import java.util.Optional;

/**
 * A plug-in that earlier releases had, and what became of it: for reading the flags of old servers.
 *
 * @param name the name that {@code --admission-control} called it by
 * @param removedIn the release that has it no more, such as {@code 1.25}
 * @param successor the plug-in that took its place, or empty
 * @param note what to do instead, for people
 */
public record FormerPlugin(String name, String removedIn, String successor, String note) {

  private static final List<FormerPlugin> ALL = List.of(
      new FormerPlugin(
          "DenyEscalatingExec",
          "1.21",
          "",
          "keep privileged pods from being made: PodSecurity, or a webhook for CONNECT of pods/exec"),
      new FormerPlugin(
          "DenyExecOnPrivileged",
          "1.21",
          "",
          "keep privileged pods from being made: PodSecurity, or a webhook for CONNECT of pods/exec"),
      new FormerPlugin(
          "GenericAdmissionWebhook", "1.9", "ValidatingAdmissionWebhook", "it was renamed"),
      new FormerPlugin(
          "InitialResources", "1.10", "", "a vertical pod autoscaler proposes requests"),
      new FormerPlugin(
          "Initializers", "1.14", "MutatingAdmissionWebhook", "webhooks change new objects"),
      new FormerPlugin(
          "PersistentVolumeLabel",
          "1.31",
          "",
          "the controllers and drivers of the cloud provider label volumes; here"
              + " AdmissionPlugins.persistentVolumeLabel is what it was"),
      new FormerPlugin("PodPreset", "1.20", "MutatingAdmissionWebhook", "webhooks change new pods"),
      new FormerPlugin(
          "PodSecurityPolicy", "1.25", "PodSecurity", "namespaces are labelled with a level"),
      new FormerPlugin("PVCProtection", "1.10", "StorageObjectInUseProtection", "it was renamed"),
      new FormerPlugin(
          "SecurityContextDeny",
          "1.30",
          "PodSecurity",
          "the level restricted allows what it allowed, and less of the rest"));

  /** Returns all plug-ins that were removed, by name. */
  public static List<FormerPlugin> all() {
    return ALL;
  }

  /** Returns the plug-in of a name, if it was removed. */
  public static Optional<FormerPlugin> find(String name) {
    return ALL.stream().filter(plugin -> plugin.name().equals(name)).findFirst();
  }

  /** Returns what became of the plug-in: {@code PodPreset was removed in 1.20; MutatingAdmissionWebhook: …}. */
  @Override
  public String toString() {
    return name + " was removed in " + removedIn + "; "
        + (successor.isEmpty() ? note : successor + ": " + note);
  }
}
