package io.plimsoll.core.registry.extension;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.Names;
import io.plimsoll.core.registry.KindStrategy;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.registry.StatusRules;
import io.plimsoll.core.validation.Draft;
import io.plimsoll.core.validation.FieldError;
import io.plimsoll.core.validation.NameRule;
import io.plimsoll.core.validation.ObjectMetaRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * CustomResourceDefinitions. Mirrors {@code pkg/registry/customresourcedefinition/strategy.go}, {@code
 * SetDefaults_CustomResourceDefinition} and {@code ValidateCustomResourceDefinition} of {@code
 * k8s.io/apiextensions-apiserver}, but for what the schemas say.
 */
final class CustomResourceDefinitionStrategy extends KindStrategy {

  private static final String VERSIONS = "versions";
  private static final String STORED = "storedVersions";
  private static final FieldPath METADATA = FieldPath.of("metadata");
  private static final ScalarValue HTTPS = ScalarValue.of(443);

  CustomResourceDefinitionStrategy() {
    super("apiextensions.k8s.io/v1", "CustomResourceDefinition", false, NameRule.DNS_SUBDOMAIN);
  }

  @Override
  protected boolean hasStandardFinalizers() {
    return false;
  }

  @Override
  public MappingValue withDefaults(MappingValue object) {
    return Draft.edit(object, draft -> {
      draft.edit("spec", CustomResourceDefinitionStrategy::setDefaults);
      Optional<Value> storage = storageVersion(draft.build());
      boolean known = Draft.of(draft.object("status")).items(STORED).size() > 0;
      if (storage.isPresent() && !known) {
        draft.editOrCreate("status", status -> status.set(STORED, list(storage.get())));
      }
    });
  }

  private static void setDefaults(Draft spec) {
    spec.editOrCreate("names", names -> {
      String kind = names.text("kind");
      if (!kind.isEmpty()) {
        names.setDefaultText("singular", ScalarValue.of(kind.toLowerCase(Locale.ROOT)));
        names.setDefaultText("listKind", ScalarValue.of(kind.concat("List")));
      }
    });
    spec.setDefault("conversion", MappingValue.empty().with("strategy", ScalarValue.of("None")));
    spec.edit(
        "conversion",
        conversion -> conversion.edit(
            "webhook",
            webhook -> webhook.edit(
                "clientConfig",
                client -> client.edit("service", service -> service.setDefault("port", HTTPS)))));
  }

  private static SequenceValue list(Value value) {
    return SequenceValue.of(List.of(value));
  }

  private static Optional<Value> storageVersion(MappingValue object) {
    return Draft.of(Draft.of(object).object("spec")).items(VERSIONS).stream()
        .map(Fields::of)
        .filter(version -> Boolean.TRUE.equals(version.bool("storage")))
        .flatMap(version -> Stream.ofNullable(version.value("name")))
        .findFirst();
  }

  @Override
  public MappingValue prepareForCreate(MappingValue object) {
    return stored(StatusRules.firstGeneration(StatusRules.reset(object)));
  }

  @Override
  public MappingValue prepareForUpdate(MappingValue object, MappingValue old) {
    MappingValue kept = StatusRules.keep(object, old);
    return stored(withGeneration("spec", kept, old));
  }

  /** Returns an object that says of its storage version that objects are stored in it. */
  private static MappingValue stored(MappingValue object) {
    Optional<Value> storage = storageVersion(object);
    List<Value> stored =
        new ArrayList<>(Draft.of(Draft.of(object).object("status")).items(STORED));
    if (storage.isEmpty() || stored.contains(storage.get())) {
      return object;
    }
    stored.add(storage.get());
    return Draft.edit(
        object,
        draft ->
            draft.editOrCreate("status", status -> status.set(STORED, SequenceValue.of(stored))));
  }

  @Override
  public List<FieldError> validate(MappingValue object) {
    Part part = part(object);
    Part spec = part.object("spec");
    String required = spec.object("names").text("plural") + "." + spec.text("group");
    NameRule names = (name, prefix) -> {
      List<String> errors = new ArrayList<>(Names.dnsSubdomainErrors(name));
      if (!name.equals(required)) {
        errors.add("must be spec.names.plural+\".\"+spec.group");
      }
      return errors;
    };
    Fields metadata = Fields.of(object.get("metadata"));
    part.errors().addAll(ObjectMetaRules.validate(METADATA, metadata, false, names));
    DefinitionRules.check(spec);
    DefinitionRules.checkStored(part);
    DefinitionApproval.check(part, Optional.empty());
    if (spec.flag("preserveUnknownFields")) {
      spec.invalid("preserveUnknownFields", DefinitionRules.PRESERVED);
    }
    return part.errors();
  }

  @Override
  public List<FieldError> validateUpdate(MappingValue object, MappingValue old) {
    Part part = part(object);
    checkMetadataUpdate(part, old);
    Part spec = part.object("spec");
    Part before = part(old).object("spec");
    DefinitionRules.check(spec);
    if (isEstablished(part(old))) {
      DefinitionRules.immutable(spec, "scope", before);
      DefinitionRules.immutable(spec.object("names"), "kind", before.object("names"));
    }
    DefinitionRules.immutable(spec, "group", before);
    DefinitionRules.immutable(spec.object("names"), "plural", before.object("names"));
    DefinitionRules.checkStored(part);
    DefinitionApproval.check(part, Optional.of(part(old)));
    if (spec.flag("preserveUnknownFields") && !before.flag("preserveUnknownFields")) {
      spec.invalid("preserveUnknownFields", DefinitionRules.PRESERVED);
    }
    return part.errors();
  }

  private static boolean isEstablished(Part definition) {
    return definition.object("status").list("conditions").stream()
        .anyMatch(condition -> condition.text("type").equals("Established")
            && condition.text("status").equals("True"));
  }

  @Override
  public Optional<String> unvalidated() {
    return Optional.of(
        "the schemas of a CustomResourceDefinition, its selectable fields and the certificates of its webhook are"
            + " not validated");
  }

  @Override
  public boolean allowsUnconditionalUpdate() {
    return false;
  }
}
