package io.plimsoll.core.registry.config;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.LabelSyntax;
import io.plimsoll.core.registry.KindStrategy;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.registry.StatusRules;
import io.plimsoll.core.validation.Draft;
import io.plimsoll.core.validation.FieldError;
import io.plimsoll.core.validation.NameRule;
import io.plimsoll.core.validation.StatusValidation;
import io.plimsoll.core.validation.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Namespaces. Mirrors {@code pkg/registry/core/namespace/strategy.go}, {@code SetDefaults_Namespace} of {@code
 * pkg/apis/core/v1} and {@code ValidateNamespace} of {@code pkg/apis/core/validation}.
 */
final class NamespaceStrategy extends KindStrategy {

  private static final String NAME_LABEL = "kubernetes.io/metadata.name";
  private static final ScalarValue FINALIZER = ScalarValue.of("kubernetes");
  private static final ScalarValue ACTIVE = ScalarValue.of("Active");

  private final boolean finalizing;

  NamespaceStrategy() {
    this(false);
  }

  private NamespaceStrategy(boolean finalizing) {
    super("v1", "Namespace", false, NameRule.DNS_LABEL);
    this.finalizing = finalizing;
  }

  @Override
  public Optional<Strategy> subresource(String name) {
    return name.equals("finalize") ? Optional.of(new NamespaceStrategy(true)) : Optional.empty();
  }

  @Override
  public MappingValue withDefaults(MappingValue object) {
    return Draft.edit(object, draft -> {
      draft.edit("metadata", NamespaceStrategy::labelName);
      draft.editOrCreate("status", status -> status.setDefaultText("phase", ACTIVE));
    });
  }

  private static void labelName(Draft metadata) {
    String name = metadata.text("name");
    if (!name.isEmpty()) {
      metadata.editOrCreate("labels", labels -> labels.set(NAME_LABEL, ScalarValue.of(name)));
    }
  }

  @Override
  public MappingValue prepareForCreate(MappingValue object) {
    return Draft.edit(object, draft -> {
      draft.set("status", MappingValue.empty().with("phase", ACTIVE));
      draft.editOrCreate("spec", spec -> {
        List<Value> finalizers = new ArrayList<>(spec.items("finalizers"));
        if (!finalizers.contains(FINALIZER)) {
          finalizers.add(FINALIZER);
          spec.set("finalizers", SequenceValue.of(finalizers));
        }
      });
    });
  }

  @Override
  public MappingValue prepareForUpdate(MappingValue object, MappingValue old) {
    List<Value> finalizers = Draft.of(Draft.of(old).object("spec")).items("finalizers");
    MappingValue kept = StatusRules.keep(object, old);
    if (finalizing) {
      return kept;
    }
    return Draft.edit(
        kept,
        draft -> draft.editOrCreate(
            "spec", spec -> spec.set("finalizers", SequenceValue.of(finalizers))));
  }

  @Override
  public MappingValue canonicalize(MappingValue object) {
    return Draft.edit(object, draft -> draft.edit("metadata", NamespaceStrategy::labelName));
  }

  @Override
  public List<FieldError> validate(MappingValue object) {
    Part part = part(object);
    check(part);
    return part.errors();
  }

  private void check(Part part) {
    checkMetadata(part);
    Part spec = part.object("spec");
    for (String finalizer : spec.strings("finalizers")) {
      for (String detail : LabelSyntax.keyErrors(finalizer)) {
        part.error(FieldError.invalid(spec.at("finalizers"), finalizer, detail));
      }
      checkFinalizer(part, spec.at("finalizers"), finalizer);
    }
  }

  @Override
  public List<FieldError> validateUpdate(MappingValue object, MappingValue old) {
    Part part = part(object);
    if (finalizing) {
      checkMetadataUpdate(part, old);
      checkFinalizers(part);
    } else {
      check(part);
      checkMetadataUpdate(part, old);
    }
    return part.errors();
  }

  /** What may be finalized: {@code ValidateNamespaceFinalizeUpdate}. */
  private static void checkFinalizers(Part part) {
    FieldPath path = FieldPath.of("spec", "finalizers");
    List<String> finalizers = part.object("spec").strings("finalizers");
    for (int i = 0; i < finalizers.size(); i++) {
      for (String detail : LabelSyntax.keyErrors(finalizers.get(i))) {
        part.error(FieldError.invalid(path.index(i), finalizers.get(i), detail));
      }
      checkFinalizer(part, path.index(i), finalizers.get(i));
    }
  }

  /** Only a namespace that is being deleted is {@code Terminating}: {@code ValidateNamespaceStatusUpdate}. */
  @Override
  public Optional<StatusValidation> statusValidation() {
    return statuses((object, old) -> {
      boolean deleted = object.object("metadata").has("deletionTimestamp");
      String phase = object.object("status").text("phase");
      String wanted = deleted ? "Terminating" : "Active";
      if (!phase.equals(wanted)) {
        // Upstream's path has the name that the field has in Go.
        object.error(FieldError.invalid(
            FieldPath.of("status", "Phase"),
            phase,
            "may only be '" + wanted + "' if `deletionTimestamp` is "
                + (deleted ? "not empty" : "empty")));
      }
    });
  }
}
