package io.plimsoll.core.apiserver;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.registry.StatusRules;
import io.plimsoll.core.request.Status;
import io.plimsoll.core.validation.FieldError;
import io.plimsoll.core.validation.StatusValidation;
import io.plimsoll.core.validation.Strategy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The strategy of the subresource {@code status}, which writes that part of an object and leaves the rest as it is; of the metadata,
 * it depends on the kind what may change. Mirrors the status strategies of {@code pkg/registry}.
 *
 * @param whole the strategy of the object
 */
record StatusStrategy(Strategy whole) implements Strategy {

  private static final String STATUS = "status";
  private static final String METADATA = "metadata";

  /** Kinds whose status strategies call {@code ResetObjectMetaForStatus}. */
  private static final List<String> RESETTING = List.of(
      "ServiceCIDR.networking.k8s.io",
      "VolumeAttachment.storage.k8s.io",
      "CSINode.storage.k8s.io",
      "StorageVersionMigration.storagemigration.k8s.io",
      "PodCertificateRequest.certificates.k8s.io",
      "ResourceClaim.resource.k8s.io",
      "DeviceTaintRule.resource.k8s.io",
      "ResourcePoolStatusRequest.resource.k8s.io",
      "PodGroup.scheduling.k8s.io",
      "CompositePodGroup.scheduling.k8s.io",
      "ValidatingAdmissionPolicy.admissionregistration.k8s.io",
      "StorageVersion.internal.apiserver.k8s.io",
      "Eviction.lifecycle.k8s.io",
      "EvictionRequest.lifecycle.k8s.io");

  /** Kinds whose metadata stay as they are; the last are custom resources. */
  private static final Set<String> KEEPING = Set.of(
      "FlowSchema.flowcontrol.apiserver.k8s.io",
      "PriorityLevelConfiguration.flowcontrol.apiserver.k8s.io",
      "ClusterNetworkPolicy.policy.networking.k8s.io",
      "AdminNetworkPolicy.policy.networking.k8s.io",
      "BaselineAdminNetworkPolicy.policy.networking.k8s.io");

  /** What of the metadata stays, by kind; of other kinds, nothing that every update leaves. */
  private static final Map<String, List<String>> KEPT = kept();

  private static Map<String, List<String>> kept() {
    Map<String, List<String>> kept = new HashMap<>();
    RESETTING.forEach(kind -> kept.put(kind, StatusRules.RESET_METADATA));
    kept.put("Deployment.apps", List.of("labels"));
    kept.put(
        "APIService.apiregistration.k8s.io",
        List.of("labels", "annotations", "finalizers", "ownerReferences"));
    return Map.copyOf(kept);
  }

  @Override
  public String apiVersion() {
    return whole.apiVersion();
  }

  @Override
  public String kind() {
    return whole.kind();
  }

  @Override
  public boolean namespaced() {
    return whole.namespaced();
  }

  @Override
  public MappingValue withDefaults(MappingValue object) {
    return whole.withDefaults(object);
  }

  @Override
  public MappingValue prepareForUpdate(MappingValue object, MappingValue old) {
    MappingValue prepared = old;
    for (String key : List.of("kind", "apiVersion", STATUS)) {
      prepared = StatusRules.like(prepared, key, object);
    }
    String kind = Status.qualified(group(), kind());
    return KEEPING.contains(kind)
        ? prepared
        : prepared.with(METADATA, metadata(KEPT.getOrDefault(kind, List.of()), object, old));
  }

  private static MappingValue metadata(List<String> kept, MappingValue object, MappingValue old) {
    MappingValue metadata = Meta.of(object).tree();
    MappingValue before = Meta.of(old).tree();
    for (String field : kept) {
      metadata = StatusRules.like(metadata, field, before);
    }
    return metadata;
  }

  @Override
  public Optional<String> unvalidated() {
    Optional<StatusValidation> validation = whole.statusValidation();
    return validation.isPresent()
        ? Optional.empty()
        : Optional.of("what the status of " + kind() + " says is not validated");
  }

  @Override
  public List<FieldError> validate(MappingValue object) {
    return List.of();
  }

  @Override
  public List<FieldError> validateUpdate(MappingValue object, MappingValue old) {
    return whole
        .statusValidation()
        .map(validation -> validation.errors(object, old))
        .orElse(List.of());
  }

  @Override
  public MappingValue canonicalize(MappingValue object) {
    return whole.canonicalize(object);
  }

  @Override
  public boolean allowsUnconditionalUpdate() {
    return whole.allowsUnconditionalUpdate();
  }
}
