package io.plimsoll.core.registry.volume;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.model.Names;
import io.plimsoll.core.registry.KindStrategy;
import io.plimsoll.core.registry.Messages;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.registry.StatusRules;
import io.plimsoll.core.registry.pod.VolumeSourceRules;
import io.plimsoll.core.validation.FieldError;
import io.plimsoll.core.validation.NameRule;
import io.plimsoll.core.validation.StatusValidation;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * VolumeAttachments. Mirrors {@code pkg/registry/storage/volumeattachment/strategy.go} and {@code ValidateVolumeAttachment} of
 * {@code pkg/apis/storage/validation}.
 */
final class VolumeAttachmentStrategy extends KindStrategy {

  private static final int METADATA_SIZE = 256 * 1024;
  private static final int MESSAGE_SIZE = 1024;
  private static final String VOLUME = "persistentVolumeName";
  private static final String INLINE = "inlineVolumeSpec";
  private static final String ONE =
      "must specify exactly one of inlineVolumeSpec and persistentVolumeName";

  VolumeAttachmentStrategy() {
    super("storage.k8s.io/v1", "VolumeAttachment", false, NameRule.DNS_SUBDOMAIN);
  }

  @Override
  public MappingValue prepareForCreate(MappingValue object) {
    return StatusRules.reset(object);
  }

  @Override
  public MappingValue prepareForUpdate(MappingValue object, MappingValue old) {
    return StatusRules.keep(object, old);
  }

  @Override
  public List<FieldError> validate(MappingValue object) {
    Part part = part(object);
    check(part);
    return part.errors();
  }

  @Override
  public List<FieldError> validateUpdate(MappingValue object, MappingValue old) {
    Part part = part(object);
    check(part);
    if (!part.isSame("spec", old)) {
      part.error(FieldError.invalidPrinted(part.at("spec"), part.json("spec"), Messages.IMMUTABLE)
          .asCovered());
    }
    return part.errors();
  }

  private void check(Part part) {
    checkMetadata(part);
    Part spec = part.object("spec");
    attacherErrors(spec).forEach(error -> spec.error(error.asCovered()));
    checkSource(spec.object("source"));
    spec.invalid("nodeName", Names.dnsSubdomainErrors(spec.text("nodeName")));
    checkStatus(part.object("status"));
    Part source = spec.object("source");
    if (source.has(VOLUME)) {
      // Upstream takes the whole path for one name.
      FieldPath path = FieldPath.of("spec.source." + VOLUME);
      String name = source.text(VOLUME);
      Names.dnsSubdomainErrors(name)
          .forEach(detail -> part.error(FieldError.invalid(path, name, detail)));
    }
  }

  private static List<FieldError> attacherErrors(Part spec) {
    return VolumeSourceRules.driverErrors(spec.at("attacher"), spec.text("attacher"));
  }

  private static void checkSource(Part source) {
    boolean named = source.has(VOLUME);
    boolean inline = source.has(INLINE);
    if (named && inline) {
      source.error(FieldError.forbidden(source.path(), ONE));
    } else if (inline) {
      new PersistentVolumeRules(source.object(INLINE), true, false).check("");
    } else if (!named) {
      source.error(FieldError.required(source.path(), ONE));
    } else if (source.text(VOLUME).isEmpty()) {
      source.required(VOLUME, "must specify non empty persistentVolumeName");
    }
  }

  private static void checkStatus(Part status) {
    long size = 0;
    for (Map.Entry<String, String> entry :
        status.stringMap("attachmentMetadata").entrySet()) {
      size += GoText.length(entry.getKey()) + GoText.length(entry.getValue());
    }
    if (size > METADATA_SIZE) {
      status.error(FieldError.tooLong(status.at("attachmentMetadata"), METADATA_SIZE));
    }
    for (String field : List.of("attachError", "detachError")) {
      Part error = status.object(field);
      if (GoText.length(error.text("message")) > MESSAGE_SIZE) {
        error.error(FieldError.tooLong(error.at("message"), MESSAGE_SIZE));
      }
      if (error.number("errorCode") < 0) {
        error.invalid("errorCode", "must be between 0 and 2147483647, inclusive");
      }
    }
  }

  @Override
  public List<FieldError> validateDeclaratively(MappingValue object) {
    return attacherErrors(part(object).object("spec"));
  }

  @Override
  public List<FieldError> validateUpdateDeclaratively(MappingValue object, MappingValue old) {
    Part part = part(object);
    return part.isSame("spec", old)
        ? List.of()
        : List.of(FieldError.invalidPrinted(part.at("spec"), "null", Messages.IMMUTABLE));
  }

  @Override
  public boolean allowsUnconditionalUpdate() {
    return false;
  }

  /** A status is validated with the whole. */
  @Override
  public Optional<StatusValidation> statusValidation() {
    return Optional.of(this::validateUpdate);
  }
}
