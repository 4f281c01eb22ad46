package io.plimsoll.core.apiserver;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.LabelSyntax;
import io.plimsoll.core.registry.KindStrategy;
import io.plimsoll.core.registry.StatusRules;
import io.plimsoll.core.schema.ApiResource;
import io.plimsoll.core.validation.FieldError;
import io.plimsoll.core.validation.NameRule;
import io.plimsoll.core.validation.ObjectMetaRules;
import io.plimsoll.core.validation.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Custom resources, of which only the metadata are known: schemas of definitions are not evaluated. Mirrors {@code
 * pkg/registry/customresource} of {@code k8s.io/apiextensions-apiserver}.
 *
 * @param resource the resource
 * @param status whether it is written as the {@code status} of the objects
 */
record CustomStrategy(ApiResource resource, boolean status) implements Strategy {

  private static final String STATUS = "status";
  private static final String METADATA = "metadata";

  static CustomStrategy of(ApiResource resource) {
    return new CustomStrategy(resource, false);
  }

  @Override
  public String apiVersion() {
    return resource.apiVersion();
  }

  @Override
  public String kind() {
    return resource.kind();
  }

  @Override
  public boolean namespaced() {
    return resource.namespaced();
  }

  private boolean hasStatus() {
    return resource.subresource(STATUS).isPresent();
  }

  @Override
  public MappingValue prepareForCreate(MappingValue object) {
    MappingValue created = hasStatus() ? object.without(STATUS) : object;
    return StatusRules.firstGeneration(created);
  }

  @Override
  public MappingValue prepareForUpdate(MappingValue object, MappingValue old) {
    if (status) {
      return StatusRules.keep(old, object);
    }
    MappingValue updated = hasStatus() ? StatusRules.keep(object, old) : object;
    boolean same = updated.without(METADATA).equals(old.without(METADATA));
    return same ? updated : StatusRules.nextGeneration(updated, old);
  }

  @Override
  public List<FieldError> validate(MappingValue object) {
    List<FieldError> errors = typeErrors(object);
    return errors.isEmpty()
        ? ObjectMetaRules.validate(
            FieldPath.of(METADATA), Meta.of(object), namespaced(), NameRule.DNS_SUBDOMAIN)
        : errors;
  }

  @Override
  public List<FieldError> validateUpdate(MappingValue object, MappingValue old) {
    return typeErrors(object);
  }

  /** Mirrors {@code ValidateTypeMeta}. */
  private List<FieldError> typeErrors(MappingValue object) {
    List<FieldError> errors = new ArrayList<>();
    checkText(object, "kind", kind(), errors);
    checkText(object, "apiVersion", apiVersion(), errors);
    return errors;
  }

  private static void checkText(
      MappingValue object, String field, String wanted, List<FieldError> errors) {
    String text = Fields.of(object).text(field);
    if (!text.equals(wanted)) {
      errors.add(FieldError.invalid(FieldPath.of(field), text, "must be " + wanted));
    }
  }

  @Override
  public List<String> warningsOnCreate(MappingValue object) {
    return finalizerWarnings(Meta.of(object).strings("finalizers"));
  }

  @Override
  public List<String> warningsOnUpdate(MappingValue object, MappingValue old) {
    if (status) {
      return List.of();
    }
    List<String> added = new ArrayList<>(Meta.of(object).strings("finalizers"));
    added.removeAll(Meta.of(old).strings("finalizers"));
    return finalizerWarnings(added);
  }

  /** Mirrors {@code validateKubeFinalizerName}: here, what is an error elsewhere is only remarked. */
  private static List<String> finalizerWarnings(List<String> finalizers) {
    List<String> warnings = new ArrayList<>();
    for (String finalizer :
        finalizers.stream().distinct().sorted(GoText::compare).toList()) {
      String start = "metadata.finalizers: " + GoText.quote(finalizer) + ": ";
      LabelSyntax.keyErrors(finalizer).forEach(error -> warnings.add(start + error));
      if (finalizer.indexOf('/') < 0 && !KindStrategy.STANDARD_FINALIZERS.contains(finalizer)) {
        warnings.add(start + "prefer a domain-qualified finalizer name"
            + (finalizer.indexOf('.') < 0 ? "" : " including a path (/)")
            + " to avoid accidental conflicts with other finalizer writers");
      }
    }
    return warnings;
  }

  @Override
  public Optional<Strategy> subresource(String name) {
    return name.equals(STATUS) ? Optional.of(new CustomStrategy(resource, true)) : Optional.empty();
  }

  @Override
  public Optional<String> unvalidated() {
    return Optional.of("the schema of " + kind()
        + " is not evaluated: beyond its metadata, nothing is set by default, pruned or validated");
  }

  @Override
  public boolean allowsUnconditionalUpdate() {
    return false;
  }
}
