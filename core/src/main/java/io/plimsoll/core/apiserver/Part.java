package io.plimsoll.core.apiserver;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.LabelSyntax;
import io.plimsoll.core.validation.FieldError;
import io.plimsoll.core.validation.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The strategy of a subresource that writes one part of an object and leaves the rest as it is: {@code status}, or the {@code
 * spec} of a namespace by way of {@code finalize}. Mirrors the status and finalize strategies of {@code pkg/registry}; what a
 * status says is not validated.
 *
 * @param whole the strategy of the object
 * @param field the part that is written
 */
record Part(Strategy whole, String field) implements Strategy {

  private static final List<String> ALWAYS_WRITTEN = List.of("metadata", "kind", "apiVersion");

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
    for (String key : ALWAYS_WRITTEN) {
      prepared = like(prepared, key, object);
    }
    prepared = like(prepared, field, object);
    return kind().equals("Pod") ? pod(prepared, old) : prepared;
  }

  private static MappingValue like(MappingValue object, String key, MappingValue other) {
    Value value = other.get(key);
    return value == null ? object.without(key) : object.with(key, value);
  }

  /** A pod's status neither ends it nor frees it from its owners, and its quality of service stays. */
  private static MappingValue pod(MappingValue pod, MappingValue old) {
    MappingValue owned = Meta.like(Meta.without(pod, "deletionTimestamp"), "ownerReferences", old);
    Fields status = Fields.of(owned.get("status"));
    String quality = Fields.of(old.get("status")).text("qosClass");
    return status.text("qosClass").isEmpty() && !quality.isEmpty()
        ? owned.with("status", status.tree().with("qosClass", ScalarValue.of(quality)))
        : owned;
  }

  @Override
  public Optional<String> unvalidated() {
    return field.equals("status")
        ? Optional.of("what the status of " + kind() + " says is not validated")
        : Optional.empty();
  }

  @Override
  public List<FieldError> validate(MappingValue object) {
    return List.of();
  }

  @Override
  public List<FieldError> validateUpdate(MappingValue object, MappingValue old) {
    List<FieldError> errors = new ArrayList<>();
    if (field.equals("spec")) {
      FieldPath path = FieldPath.of("spec", "finalizers");
      List<String> finalizers = Fields.of(object.get("spec")).strings("finalizers");
      for (int i = 0; i < finalizers.size(); i++) {
        for (String wrong : LabelSyntax.keyErrors(finalizers.get(i))) {
          errors.add(FieldError.invalid(path.index(i), finalizers.get(i), wrong));
        }
      }
    }
    return errors;
  }
}
