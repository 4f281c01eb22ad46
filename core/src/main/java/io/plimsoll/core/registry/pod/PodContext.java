package io.plimsoll.core.registry.pod;

import io.plimsoll.core.model.FieldSet;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.registry.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the rules for the parts of a pod need to know of the whole. */
final class PodContext {

  /**
   * What most pods have nothing beside. No rule that is left out for them, where {@link #hasRareFields} is asked, may be about
   * one of these fields.
   */
  static final FieldSet PLAIN = FieldSet.of(
      "automountServiceAccountToken",
      "containers",
      "dnsPolicy",
      "enableServiceLinks",
      "imagePullSecrets",
      "initContainers",
      "preemptionPolicy",
      "priority",
      "priorityClassName",
      "restartPolicy",
      "schedulerName",
      "securityContext",
      "serviceAccount",
      "serviceAccountName",
      "terminationGracePeriodSeconds",
      "tolerations",
      "volumes");

  private final Part spec;
  private final boolean rare;
  private final Fields metadata;
  private final Map<String, String> annotations;
  private final boolean pod;
  private final PodLeniency leniency;
  private final List<Part> initContainers;
  private final List<Part> containers;
  private final List<Part> ephemeralContainers;
  private final List<Part> allContainers;
  private final Map<String, Part> volumes = new HashMap<>();
  private final Set<String> claims;
  private boolean readsFiles;
  private boolean takesHostPorts;
  private boolean hasWindowsOptions;

  /**
   * Makes the context of a specification.
   *
   * @param metadata the pod's metadata, or those of its template
   * @param pod whether it is a pod itself and no template
   */
  PodContext(Part spec, Fields metadata, boolean pod, PodLeniency leniency) {
    this.spec = spec;
    this.rare = !PLAIN.containsAllOf(spec.tree());
    this.metadata = metadata;
    this.annotations = PodAnnotationRules.known(metadata);
    this.pod = pod;
    this.leniency = leniency;
    this.initContainers = spec.list("initContainers");
    this.containers = spec.list("containers");
    this.ephemeralContainers = rare ? spec.list("ephemeralContainers") : List.of();
    this.allContainers = joined(initContainers, containers, ephemeralContainers);
    this.claims = rare ? claims(spec.list("resourceClaims")) : Set.of();
  }

  private static Set<String> claims(List<Part> claims) {
    Set<String> names = new LinkedHashSet<>();
    for (Part claim : claims) {
      if (!claim.text("name").isEmpty()) {
        names.add(claim.text("name"));
      }
    }
    return names;
  }

  private static List<Part> joined(List<Part> first, List<Part> second, List<Part> third) {
    if (first.isEmpty() && third.isEmpty()) {
      return second;
    }
    List<Part> all = new ArrayList<>(first);
    all.addAll(second);
    all.addAll(third);
    return all;
  }

  Part spec() {
    return spec;
  }

  /** Returns whether the specification has any field that few have. */
  boolean hasRareFields() {
    return rare;
  }

  /** Returns the annotations that mean something for a pod. */
  Map<String, String> annotations() {
    return annotations;
  }

  /** Returns the pod's name; empty for a template. */
  String podName() {
    return pod ? metadata.text("name") : "";
  }

  boolean isPod() {
    return pod;
  }

  PodLeniency leniency() {
    return leniency;
  }

  List<Part> initContainers() {
    return initContainers;
  }

  List<Part> containers() {
    return containers;
  }

  List<Part> ephemeralContainers() {
    return ephemeralContainers;
  }

  /** Returns all containers as upstream visits them: {@code VisitContainersWithPath}. */
  List<Part> allContainers() {
    return allContainers;
  }

  /** Returns the volumes that are valid so far, by name. */
  Map<String, Part> volumes() {
    return volumes;
  }

  /** Remembers that a variable is read from a file in a volume. */
  void setReadsFiles() {
    readsFiles = true;
  }

  /** Returns whether a variable of the containers that were looked at is read from a file in a volume. */
  boolean readsFiles() {
    return readsFiles;
  }

  /** Remembers that a container takes a port of the host. */
  void setTakesHostPorts() {
    takesHostPorts = true;
  }

  /** Returns whether a container of those that were looked at takes a port of the host. */
  boolean takesHostPorts() {
    return takesHostPorts;
  }

  /** Remembers that the pod or a container has options for Windows. */
  void setHasWindowsOptions() {
    hasWindowsOptions = true;
  }

  /** Returns whether what was looked at has options for Windows. */
  boolean hasWindowsOptions() {
    return hasWindowsOptions;
  }

  /** Returns the names of the pod's resource claims. */
  Set<String> claims() {
    return claims;
  }

  boolean hostUsers() {
    return !spec.has("hostUsers") || spec.flag("hostUsers");
  }

  /** Returns the name of the operating system; {@code null} if the pod does not say which it needs. */
  @Nullable
  String os() {
    return spec.has("os") ? spec.object("os").text("name") : null;
  }
}
