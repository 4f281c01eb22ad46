package io.plimsoll.core.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What every object has: names, labels, owners and the marks of its life; without managed fields. Mirrors {@code meta/v1 ObjectMeta}. */
public record ObjectMeta(
    @Nullable String name,
    @Nullable String generateName,
    @Nullable String namespace,
    @Nullable String uid,
    @Nullable String resourceVersion,
    @Nullable Long generation,
    @Nullable Instant creationTimestamp,
    @Nullable Instant deletionTimestamp,
    @Nullable Long deletionGracePeriodSeconds,
    Map<String, String> labels,
    Map<String, String> annotations,
    List<OwnerReference> ownerReferences,
    List<String> finalizers) {

  /** Metadata that says nothing. */
  public static final ObjectMeta EMPTY = builder().build();

  public ObjectMeta {
    labels = Maps.copy(labels);
    annotations = Maps.copy(annotations);
    ownerReferences = List.copyOf(ownerReferences);
    finalizers = List.copyOf(finalizers);
  }

  /** Reads the record from a tree. */
  public static ObjectMeta from(Fields fields) {
    Builder metadata = builder();
    for (int i = 0; i < fields.size(); i++) {
      String name = fields.name(i);
      switch (name) {
        case "name" -> metadata.name(fields.string(name));
        case "generateName" -> metadata.generateName(fields.string(name));
        case "namespace" -> metadata.namespace(fields.string(name));
        case "uid" -> metadata.uid(fields.string(name));
        case "resourceVersion" -> metadata.resourceVersion(fields.string(name));
        case "generation" -> metadata.generation(fields.int64(name));
        case "creationTimestamp" -> metadata.creationTimestamp(fields.time(name));
        case "deletionTimestamp" -> metadata.deletionTimestamp(fields.time(name));
        case "deletionGracePeriodSeconds" ->
          metadata.deletionGracePeriodSeconds(fields.int64(name));
        case "labels" -> metadata.labels(fields.stringMap(name));
        case "annotations" -> metadata.annotations(fields.stringMap(name));
        case "ownerReferences" -> metadata.ownerReferences(fields.list(name, OwnerReference::from));
        case "finalizers" -> metadata.finalizers(fields.strings(name));
        default -> {
          // The record has nothing else.
        }
      }
    }
    return metadata.build();
  }

  /** Returns a builder in which every optional part is absent. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that starts with this record's parts. */
  public Builder toBuilder() {
    return new Builder()
        .name(name)
        .generateName(generateName)
        .namespace(namespace)
        .uid(uid)
        .resourceVersion(resourceVersion)
        .generation(generation)
        .creationTimestamp(creationTimestamp)
        .deletionTimestamp(deletionTimestamp)
        .deletionGracePeriodSeconds(deletionGracePeriodSeconds)
        .labels(labels)
        .annotations(annotations)
        .ownerReferences(ownerReferences)
        .finalizers(finalizers);
  }

  /** Returns the name, empty if there is none. */
  public String nameOrEmpty() {
    return name == null ? "" : name;
  }

  /** Returns what a name would be made from, empty if there is nothing. */
  public String generateNameOrEmpty() {
    return generateName == null ? "" : generateName;
  }

  /** Returns the namespace, empty if there is none. */
  public String namespaceOrEmpty() {
    return namespace == null ? "" : namespace;
  }

  /** Returns the owner that controls the object: the first owner reference with {@code controller: true}. */
  public Optional<OwnerReference> controller() {
    return ownerReferences.stream()
        .filter(owner -> Boolean.TRUE.equals(owner.controller()))
        .findFirst();
  }

  /** Makes a {@link ObjectMeta}; what is not set is absent. */
  public static final class Builder {
    private @Nullable String name;
    private @Nullable String generateName;
    private @Nullable String namespace;
    private @Nullable String uid;
    private @Nullable String resourceVersion;
    private @Nullable Long generation;
    private @Nullable Instant creationTimestamp;
    private @Nullable Instant deletionTimestamp;
    private @Nullable Long deletionGracePeriodSeconds;
    private Map<String, String> labels = Map.of();
    private Map<String, String> annotations = Map.of();
    private List<OwnerReference> ownerReferences = List.of();
    private List<String> finalizers = List.of();

    private Builder() {}

    /** Sets {@code name}. */
    public Builder name(@Nullable String name) {
      this.name = name;
      return this;
    }

    /** Sets {@code generateName}. */
    public Builder generateName(@Nullable String generateName) {
      this.generateName = generateName;
      return this;
    }

    /** Sets {@code namespace}. */
    public Builder namespace(@Nullable String namespace) {
      this.namespace = namespace;
      return this;
    }

    /** Sets {@code uid}. */
    public Builder uid(@Nullable String uid) {
      this.uid = uid;
      return this;
    }

    /** Sets {@code resourceVersion}. */
    public Builder resourceVersion(@Nullable String resourceVersion) {
      this.resourceVersion = resourceVersion;
      return this;
    }

    /** Sets {@code generation}. */
    public Builder generation(@Nullable Long generation) {
      this.generation = generation;
      return this;
    }

    /** Sets {@code creationTimestamp}. */
    public Builder creationTimestamp(@Nullable Instant creationTimestamp) {
      this.creationTimestamp = creationTimestamp;
      return this;
    }

    /** Sets {@code deletionTimestamp}. */
    public Builder deletionTimestamp(@Nullable Instant deletionTimestamp) {
      this.deletionTimestamp = deletionTimestamp;
      return this;
    }

    /** Sets {@code deletionGracePeriodSeconds}. */
    public Builder deletionGracePeriodSeconds(@Nullable Long deletionGracePeriodSeconds) {
      this.deletionGracePeriodSeconds = deletionGracePeriodSeconds;
      return this;
    }

    /** Sets {@code labels}. */
    public Builder labels(Map<String, String> labels) {
      this.labels = labels;
      return this;
    }

    /** Sets {@code annotations}. */
    public Builder annotations(Map<String, String> annotations) {
      this.annotations = annotations;
      return this;
    }

    /** Sets {@code ownerReferences}. */
    public Builder ownerReferences(List<OwnerReference> ownerReferences) {
      this.ownerReferences = ownerReferences;
      return this;
    }

    /** Sets {@code ownerReferences}. */
    public Builder ownerReferences(OwnerReference... ownerReferences) {
      return ownerReferences(List.of(ownerReferences));
    }

    /** Sets {@code finalizers}. */
    public Builder finalizers(List<String> finalizers) {
      this.finalizers = finalizers;
      return this;
    }

    /** Sets {@code finalizers}. */
    public Builder finalizers(String... finalizers) {
      return finalizers(List.of(finalizers));
    }

    /** Returns the record. */
    public ObjectMeta build() {
      return new ObjectMeta(
          name,
          generateName,
          namespace,
          uid,
          resourceVersion,
          generation,
          creationTimestamp,
          deletionTimestamp,
          deletionGracePeriodSeconds,
          labels,
          annotations,
          ownerReferences,
          finalizers);
    }
  }
}
