package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.LabelSelector;
import io.plimsoll.core.model.TypedLocalObjectReference;
import io.plimsoll.core.model.TypedObjectReference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a claim asks for. Mirrors {@code core/v1 PersistentVolumeClaimSpec}. */
public record PersistentVolumeClaimSpec(
    List<String> accessModes,
    @Nullable TypedLocalObjectReference dataSource,
    @Nullable TypedObjectReference dataSourceRef,
    @Nullable VolumeResourceRequirements resources,
    @Nullable LabelSelector selector,
    @Nullable String storageClassName,
    @Nullable String volumeAttributesClassName,
    @Nullable String volumeMode,
    @Nullable String volumeName) {

  public PersistentVolumeClaimSpec {
    accessModes = List.copyOf(accessModes);
  }

  /** Reads the record from a tree. */
  public static PersistentVolumeClaimSpec from(Fields fields) {
    return new PersistentVolumeClaimSpec(
        fields.strings("accessModes"),
        fields.object("dataSource", TypedLocalObjectReference::from),
        fields.object("dataSourceRef", TypedObjectReference::from),
        fields.object("resources", VolumeResourceRequirements::from),
        fields.object("selector", LabelSelector::from),
        fields.string("storageClassName"),
        fields.string("volumeAttributesClassName"),
        fields.string("volumeMode"),
        fields.string("volumeName"));
  }

  /** Returns a builder in which every optional part is absent. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that starts with this record's parts. */
  public Builder toBuilder() {
    return new Builder()
        .accessModes(accessModes)
        .dataSource(dataSource)
        .dataSourceRef(dataSourceRef)
        .resources(resources)
        .selector(selector)
        .storageClassName(storageClassName)
        .volumeAttributesClassName(volumeAttributesClassName)
        .volumeMode(volumeMode)
        .volumeName(volumeName);
  }

  /** Makes a {@link PersistentVolumeClaimSpec}; what is not set is absent. */
  public static final class Builder {
    private List<String> accessModes = List.of();
    private @Nullable TypedLocalObjectReference dataSource;
    private @Nullable TypedObjectReference dataSourceRef;
    private @Nullable VolumeResourceRequirements resources;
    private @Nullable LabelSelector selector;
    private @Nullable String storageClassName;
    private @Nullable String volumeAttributesClassName;
    private @Nullable String volumeMode;
    private @Nullable String volumeName;

    private Builder() {}

    /** Sets {@code accessModes}. */
    public Builder accessModes(List<String> accessModes) {
      this.accessModes = accessModes;
      return this;
    }

    /** Sets {@code accessModes}. */
    public Builder accessModes(String... accessModes) {
      return accessModes(List.of(accessModes));
    }

    /** Sets {@code dataSource}. */
    public Builder dataSource(@Nullable TypedLocalObjectReference dataSource) {
      this.dataSource = dataSource;
      return this;
    }

    /** Sets {@code dataSourceRef}. */
    public Builder dataSourceRef(@Nullable TypedObjectReference dataSourceRef) {
      this.dataSourceRef = dataSourceRef;
      return this;
    }

    /** Sets {@code resources}. */
    public Builder resources(@Nullable VolumeResourceRequirements resources) {
      this.resources = resources;
      return this;
    }

    /** Sets {@code selector}. */
    public Builder selector(@Nullable LabelSelector selector) {
      this.selector = selector;
      return this;
    }

    /** Sets {@code storageClassName}. */
    public Builder storageClassName(@Nullable String storageClassName) {
      this.storageClassName = storageClassName;
      return this;
    }

    /** Sets {@code volumeAttributesClassName}. */
    public Builder volumeAttributesClassName(@Nullable String volumeAttributesClassName) {
      this.volumeAttributesClassName = volumeAttributesClassName;
      return this;
    }

    /** Sets {@code volumeMode}. */
    public Builder volumeMode(@Nullable String volumeMode) {
      this.volumeMode = volumeMode;
      return this;
    }

    /** Sets {@code volumeName}. */
    public Builder volumeName(@Nullable String volumeName) {
      this.volumeName = volumeName;
      return this;
    }

    /** Returns the record. */
    public PersistentVolumeClaimSpec build() {
      return new PersistentVolumeClaimSpec(
          accessModes,
          dataSource,
          dataSourceRef,
          resources,
          selector,
          storageClassName,
          volumeAttributesClassName,
          volumeMode,
          volumeName);
    }
  }
}
