package io.plimsoll.core.registry.config;

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
import java.util.ArrayList;
import java.util.List;

/**
 * Namespaces. Mirrors {@code pkg/registry/core/namespace/strategy.go}, {@code SetDefaults_Namespace} of {@code
 * pkg/apis/core/v1} and {@code ValidateNamespace} of {@code pkg/apis/core/validation}.
 */
final class NamespaceStrategy extends KindStrategy {

  private static final String NAME_LABEL = "kubernetes.io/metadata.name";
  private static final ScalarValue FINALIZER = ScalarValue.of("kubernetes");
  private static final ScalarValue ACTIVE = ScalarValue.of("Active");

  NamespaceStrategy() {
    super("v1", "Namespace", false, NameRule.DNS_LABEL);
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
    check(part);
    checkMetadataUpdate(part, old);
    return part.errors();
  }
}
