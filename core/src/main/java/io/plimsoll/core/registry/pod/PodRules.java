package io.plimsoll.core.registry.pod;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.registry.Messages;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.validation.FieldError;
import io.plimsoll.core.validation.ObjectMetaRules;
import java.util.List;
import java.util.Map;

/** A whole pod, new or in place of an old one, but for its metadata. Mirrors {@code ValidatePodCreate} and {@code ValidatePodUpdate}. */
final class PodRules {

  private static final FieldPath ANNOTATIONS = FieldPath.of("metadata", "annotations");

  private PodRules() {}

  private static PodContext context(Part pod, PodLeniency leniency) {
    return new PodContext(pod.object("spec"), Fields.of(pod.value("metadata")), true, leniency);
  }

  /** Returns the context of a pod in place of an old one. */
  static PodContext context(Part object, Part oldObject) {
    return context(object, OldPods.leniency(oldObject));
  }

  /** What holds for a pod however it came: {@code validatePodMetadataAndSpec}. */
  private static void common(PodContext pod) {
    PodAnnotationRules.check(ANNOTATIONS, pod.annotations(), pod);
    PodSpecRules.check(pod);
    Part spec = pod.spec();
    if (spec.text("serviceAccountName").isEmpty()) {
      noTokens(spec);
    }
    if (spec.number("terminationGracePeriodSeconds") < 0) {
      spec.invalid("terminationGracePeriodSeconds", Messages.NEGATIVE);
    }
    checkImages(pod.containers());
    checkImages(pod.initContainers());
  }

  private static void checkImages(List<Part> containers) {
    for (Part container : containers) {
      ContainerRules.checkImage(container);
    }
  }

  /** Without a service account there is no token of one. */
  private static void noTokens(Part spec) {
    for (Part volume : spec.list("volumes")) {
      for (Part source : volume.object("projected").list("sources")) {
        if (source.has("serviceAccountToken")) {
          source.forbidden(
              "serviceAccountToken", "must not be specified when serviceAccountName is not set");
        }
      }
    }
  }

  static void checkNew(Part object) {
    PodContext pod = context(object, PodLeniency.NONE);
    common(pod);
    Part spec = pod.spec();
    if (!pod.ephemeralContainers().isEmpty()) {
      spec.forbidden("ephemeralContainers", "cannot be set on create");
    }
    if (pod.hasRareFields()
        && !spec.text("nodeName").isEmpty()
        && !spec.list("schedulingGates").isEmpty()) {
      spec.forbidden("nodeName", "cannot be set until all schedulingGates have been cleared");
    }
    Map<String, String> annotations = pod.annotations();
    if (!annotations.isEmpty()) {
      SeccompRules.match(pod, annotations);
      AppArmorRules.match(pod, annotations);
    }
  }

  /** What holds for a pod in place of an old one, whatever part of it is updated. */
  static PodContext checkCommon(Part object, Part oldObject) {
    PodContext pod = context(object, oldObject);
    common(pod);
    return pod;
  }

  static void checkUpdate(Part object, Part oldObject) {
    PodContext pod = checkCommon(object, oldObject);
    Part old = oldObject.object("spec");
    checkAnnotations(pod, oldObject);
    for (String containers : List.of("containers", "initContainers")) {
      if (!sameContainers(pod.spec(), old, containers)) {
        return;
      }
    }
    PodUpdateRules.check(pod, old);
  }

  /** Some annotations stay what they are. */
  static void checkAnnotations(PodContext pod, Part oldObject) {
    PodAnnotationRules.checkUpdate(
        ANNOTATIONS, pod.annotations(), oldObject.object("metadata").stringMap("annotations"), pod);
  }

  /** Containers stay, though their images may change; returns whether there are as many: {@code ValidateContainerUpdates}. */
  private static boolean sameContainers(Part spec, Part old, String field) {
    List<Part> containers = spec.list(field);
    if (containers.size() != old.list(field).size()) {
      spec.forbidden(field, "pod updates may not add or remove containers");
      return false;
    }
    for (Part container : containers) {
      if (container.text("image").isEmpty()) {
        container.required("image", "");
      }
      ContainerRules.checkImage(container);
    }
    return true;
  }

  /** The template of a pod: {@code ValidatePodTemplateSpec}. */
  static void checkTemplate(Part template, PodLeniency leniency) {
    PodContext pod = new PodContext(
        template.object("spec"), Fields.of(template.value("metadata")), false, leniency);
    List<FieldError> errors = template.errors();
    Part metadata = template.object("metadata");
    ObjectMetaRules.labels(errors, template.at("labels"), metadata.stringMap("labels"));
    // Upstream leaves the metadata out of the path.
    FieldPath path = template.at("annotations");
    ObjectMetaRules.annotations(errors, path, metadata.stringMap("annotations"));
    Map<String, String> annotations = pod.annotations();
    PodAnnotationRules.check(path, annotations, pod);
    PodSpecRules.check(pod);
    if (!annotations.isEmpty()) {
      SeccompRules.match(pod, annotations);
      AppArmorRules.match(pod, annotations);
    }
    if (!pod.ephemeralContainers().isEmpty()) {
      pod.spec()
          .forbidden("ephemeralContainers", "ephemeral containers not allowed in pod template");
    }
  }
}
