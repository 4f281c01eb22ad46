package io.plimsoll.core.validation;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.Stamps;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The last steps before an object is stored, in upstream's order: names, preparation, validation, warnings. Mirrors {@code
 * BeforeCreate} and {@code BeforeUpdate} of {@code k8s.io/apiserver/pkg/registry/rest}, and what {@code Store.Create} does right
 * before.
 *
 * <p>The objects have their defaults already.
 */
public final class Writes {

  private static final FieldPath METADATA = FieldPath.of("metadata");
  private static final String[] STAMPS = {"uid", "creationTimestamp", "namespace"};
  private static final int MAX_NAME_BASE = 58;
  private static final String OTHER_NAMESPACE =
      "the namespace of the provided object does not match the namespace sent on the request";

  private Writes() {}

  /** Returns an object without what a client may not say of a new one: {@code WipeObjectMetaSystemFields}. */
  public static MappingValue withoutSystemFields(MappingValue object) {
    if (!(object.get("metadata") instanceof MappingValue metadata)) {
      return object;
    }
    return object.with(
        "metadata",
        metadata
            .without("creationTimestamp")
            .without("uid")
            .without("deletionTimestamp")
            .without("deletionGracePeriodSeconds")
            .without("selfLink"));
  }

  /** Returns a new object with a name, which is generated if it has none but says how it is to start. */
  public static MappingValue named(MappingValue object, Supplier<String> suffix) {
    Fields said = metadata(object);
    String base = said.text("generateName");
    if (hasName(said) || base.isEmpty()) {
      return object;
    }
    String start = base.substring(0, Math.min(base.length(), MAX_NAME_BASE));
    return object.with("metadata", said.tree().with("name", ScalarValue.of(start + suffix.get())));
  }

  private static boolean hasName(Fields metadata) {
    return !metadata.text("name").isEmpty();
  }

  /** Returns what becomes of a new object. */
  public static WriteOutcome create(Strategy strategy, MappingValue object, Creation creation) {
    Fields said = metadata(object);
    String namespace = strategy.namespaced() ? creation.namespace() : "";
    if (mismatches(said, namespace)) {
      return new WriteOutcome.BadRequest(OTHER_NAMESPACE);
    }
    MappingValue own =
        hasName(said) ? said.tree() : metadata(named(object, creation.suffix())).tree();
    MappingValue named = object.with("metadata", stamped(own, creation, namespace));

    List<String> early = strategy.warningsOfPreparation(named);
    MappingValue prepared = strategy.prepareForCreate(named);
    List<FieldError> errors = strategy.validate(prepared);
    if (errors.isEmpty()) {
      errors = ObjectMetaRules.validate(
          METADATA, metadata(prepared), strategy.namespaced(), NameRule.PATH_SEGMENT);
    }
    errors = DeclaredErrors.join(errors, strategy.validateDeclaratively(prepared));
    List<String> late = errors.isEmpty() ? strategy.warningsOnCreate(prepared) : List.of();
    return outcome(strategy, prepared, errors, joined(early, late));
  }

  /** Returns warnings, each once. */
  private static List<String> joined(List<String> early, List<String> late) {
    if (early.isEmpty() && late.isEmpty()) {
      return List.of();
    }
    Set<String> warnings = new LinkedHashSet<>(early);
    warnings.addAll(late);
    return List.copyOf(warnings);
  }

  /**
   * Returns what becomes of an object that is to take the place of an old one. Its {@code resourceVersion} must be set: where
   * an update without one is allowed, it is the old one's.
   *
   * @param requestNamespace the namespace of the request, empty if it is for none
   */
  public static WriteOutcome update(
      Strategy strategy, MappingValue object, MappingValue old, String requestNamespace) {
    Fields said = metadata(object);
    String namespace = strategy.namespaced() ? requestNamespace : "";
    if (mismatches(said, namespace)) {
      return new WriteOutcome.BadRequest(OTHER_NAMESPACE);
    }
    Fields before = metadata(old);
    MappingValue metadata = inNamespace(said.tree(), namespace);
    metadata = kept(metadata, "generation", before.value("generation"));
    MappingValue prepared = strategy.prepareForUpdate(object.with("metadata", metadata), old);

    metadata = metadata(prepared).tree();
    if (said.text("uid").isEmpty()) {
      metadata = kept(metadata, "uid", before.value("uid"));
    }
    metadata = keptIfThere(metadata, "creationTimestamp", before);
    metadata = keptIfThere(metadata, "deletionTimestamp", before);
    if (!said.has("deletionGracePeriodSeconds")) {
      metadata = keptIfThere(metadata, "deletionGracePeriodSeconds", before);
    }
    MappingValue updated = prepared.with("metadata", metadata);

    Fields meta = Fields.of(metadata);
    List<FieldError> errors =
        ObjectMetaRules.validate(METADATA, meta, strategy.namespaced(), NameRule.PATH_SEGMENT);
    errors.addAll(ObjectMetaRules.validateUpdate(METADATA, meta, before));
    errors.addAll(strategy.validateUpdate(updated, old));
    errors = DeclaredErrors.join(errors, strategy.validateUpdateDeclaratively(updated, old));
    List<String> warnings =
        errors.isEmpty() ? joined(strategy.warningsOnUpdate(updated, old), List.of()) : List.of();
    return outcome(strategy, updated, errors, warnings);
  }

  private static Fields metadata(MappingValue object) {
    return Fields.of(object.get("metadata"));
  }

  private static boolean mismatches(Fields metadata, String namespace) {
    String said = metadata.text("namespace");
    return !said.isEmpty() && !namespace.isEmpty() && !said.equals(namespace);
  }

  /** Returns the metadata of a new object with what a server adds. */
  private static MappingValue stamped(MappingValue metadata, Creation creation, String namespace) {
    Value uid = ScalarValue.of(creation.uid());
    Value time = Stamps.time(creation.time());
    if (namespace.isEmpty()) {
      return metadata.with("uid", uid).with("creationTimestamp", time).without("namespace");
    }
    return metadata.withAll(
        STAMPS, new Value[] {uid, time, ScalarValue.of(namespace)}, STAMPS.length);
  }

  private static MappingValue inNamespace(MappingValue metadata, String namespace) {
    return namespace.isEmpty()
        ? metadata.without("namespace")
        : metadata.with("namespace", ScalarValue.of(namespace));
  }

  private static MappingValue kept(MappingValue metadata, String field, @Nullable Value before) {
    return before == null ? metadata.without(field) : metadata.with(field, before);
  }

  private static MappingValue keptIfThere(MappingValue metadata, String field, Fields before) {
    Value value = before.value(field);
    return value == null ? metadata : metadata.with(field, value);
  }

  private static WriteOutcome outcome(
      Strategy strategy, MappingValue object, List<FieldError> errors, List<String> warnings) {
    return errors.isEmpty()
        ? new WriteOutcome.Accepted(strategy.canonicalize(object), warnings)
        : new WriteOutcome.Invalid(metadata(object).text("name"), errors, warnings);
  }
}
