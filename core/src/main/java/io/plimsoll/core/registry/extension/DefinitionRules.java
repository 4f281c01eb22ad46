package io.plimsoll.core.registry.extension;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.model.Names;
import io.plimsoll.core.registry.Messages;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.validation.FieldError;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a definition of custom resources says beside its schemas. Mirrors {@code validateCustomResourceDefinitionSpec} of {@code
 * k8s.io/apiextensions-apiserver}. Internally, what all versions have in common stands once in the specification, and errors name
 * that place.
 */
final class DefinitionRules {

  static final String PRESERVED =
      "cannot set to true, set x-kubernetes-preserve-unknown-fields to true in spec.versions[*].schema instead";

  private static final List<String> SCOPES = List.of("Cluster", "Namespaced");
  private static final List<String> REQUIRED_NAMES =
      List.of("plural", "singular", "kind", "listKind");

  private DefinitionRules() {}

  static void check(Part spec) {
    checkGroup(spec);
    String scope = spec.text("scope");
    if (scope.isEmpty()) {
      spec.required("scope", "");
    } else if (!SCOPES.contains(scope)) {
      spec.error(FieldError.notSupported(spec.at("scope"), scope, SCOPES));
    }
    List<Part> versions = spec.list("versions");
    for (Part version : versions) {
      Part schema = version.object("schema");
      if (!schema.has("openAPIV3Schema")) {
        schema.required("openAPIV3Schema", "");
      }
    }
    checkVersions(spec, versions);
    Part names = spec.object("names");
    REQUIRED_NAMES.stream()
        .filter(field -> names.text(field).isEmpty())
        .forEach(field -> names.required(field, ""));
    checkNames(names);
    if (!versions.isEmpty()) {
      Part first = versions.get(0);
      if (isCommon(versions, "subresources")) {
        ColumnRules.checkSubresources(first, spec.at("subresources"));
      }
      if (isCommon(versions, "additionalPrinterColumns")) {
        ColumnRules.checkColumns(first, spec.at("additionalPrinterColumns"));
      }
    }
    ConversionRules.check(spec);
  }

  private static void checkGroup(Part spec) {
    String group = spec.text("group");
    List<String> errors = Names.dnsSubdomainErrors(group);
    if (group.isEmpty()) {
      spec.required("group", "");
    } else if (!errors.isEmpty()) {
      spec.invalid("group", List.of(String.join(",", errors)));
    } else if (group.indexOf('.') < 0) {
      spec.invalid("group", List.of("should be a domain with at least one dot"));
    }
  }

  private static void checkVersions(Part spec, List<Part> versions) {
    Set<String> names = new HashSet<>();
    int storages = 0;
    for (Part version : versions) {
      String name = version.text("name");
      names.add(name);
      storages += version.flag("storage") ? 1 : 0;
      checkLabel(version, "name", name, "");
      checkDeprecation(version);
      if (!isCommon(versions, "subresources")) {
        ColumnRules.checkSubresources(version, version.at("subresources"));
      }
      if (!isCommon(versions, "additionalPrinterColumns")) {
        ColumnRules.checkColumns(version, version.at("additionalPrinterColumns"));
      }
    }
    if (names.size() < versions.size()) {
      spec.invalid("versions", "must contain unique version names");
    }
    if (storages != 1) {
      spec.invalid("versions", "must have exactly one version marked as storage version");
    }
    String first = versions.isEmpty() ? "" : versions.get(0).text("name");
    List<String> errors = Names.dns1035LabelErrors(first);
    if (!first.isEmpty() && !errors.isEmpty()) {
      spec.error(FieldError.invalid(spec.at("version"), first, String.join(",", errors)));
    }
  }

  private static boolean isCommon(List<Part> versions, String field) {
    return versions.stream()
        .allMatch(version -> version.isSame(field, versions.get(0).tree()));
  }

  private static void checkDeprecation(Part version) {
    if (!version.has("deprecationWarning")) {
      return;
    }
    String warning = version.text("deprecationWarning");
    if (!version.flag("deprecated")) {
      version.invalid("deprecationWarning", List.of("can only be set for deprecated versions"));
      return;
    }
    if (GoText.length(warning) > 256) {
      version.invalid("deprecationWarning", List.of("must be <= 256 characters long"));
    }
    if (warning.isEmpty()) {
      version.invalid("deprecationWarning", List.of("must not be an empty string"));
    }
    int index = 0;
    while (index < warning.length() && GoText.isPrint(warning.codePointAt(index))) {
      index = warning.offsetByCodePoints(index, 1);
    }
    if (index < warning.length()) {
      version.invalid(
          "deprecationWarning",
          List.of(
              "must only contain printable UTF-8 characters; non-printable character found at index "
                  + GoText.length(warning.substring(0, index))));
    }
  }

  private static void checkNames(Part names) {
    checkOptional(names, "plural", names.text("plural"), "");
    checkOptional(names, "singular", names.text("singular"), "");
    String mixed = "may have mixed case, but should otherwise match: ";
    for (String field : List.of("kind", "listKind")) {
      checkOptional(names, field, names.text(field).toLowerCase(Locale.ROOT), mixed);
    }
    checkLabels(names, "shortNames");
    String kind = names.text("kind");
    if (!kind.isEmpty() && kind.equals(names.text("listKind"))) {
      names.invalid("listKind", List.of("kind and listKind may not be the same"));
    }
    checkLabels(names, "categories");
  }

  private static void checkOptional(Part names, String field, String label, String start) {
    if (!label.isEmpty()) {
      checkLabel(names, field, label, start);
    }
  }

  private static void checkLabel(Part part, String field, String label, String start) {
    List<String> errors = Names.dns1035LabelErrors(label);
    if (!errors.isEmpty()) {
      part.invalid(field, List.of(start + String.join(",", errors)));
    }
  }

  private static void checkLabels(Part names, String field) {
    List<String> labels = names.strings(field);
    for (int i = 0; i < labels.size(); i++) {
      List<String> errors = Names.dns1035LabelErrors(labels.get(i));
      if (!errors.isEmpty()) {
        names.error(
            FieldError.invalid(names.at(field).index(i), labels.get(i), String.join(",", errors)));
      }
    }
  }

  static void checkStored(Part definition) {
    Part status = definition.object("status");
    FieldPath path = status.at("storedVersions");
    List<String> stored = status.strings("storedVersions");
    if (stored.isEmpty()) {
      status.error(FieldError.invalid(path, stored, "must have at least one stored version"));
      return;
    }
    Set<String> names = new HashSet<>();
    for (Part version : definition.object("spec").list("versions")) {
      String name = version.text("name");
      names.add(name);
      if (version.flag("storage") && !stored.contains(name)) {
        status.error(FieldError.invalid(path, stored, "must have the storage version " + name));
      }
    }
    for (int i = 0; i < stored.size(); i++) {
      String name = stored.get(i);
      if (!names.contains(name)) {
        status.error(FieldError.invalid(
            path.index(i),
            name,
            "missing from spec.versions; " + name
                + " was previously a storage version, and must remain in spec.versions until a"
                + " storage migration ensures no data remains persisted in " + name
                + " and removes "
                + name + " from status.storedVersions"));
      }
    }
  }

  /** Adds an error if a text is not what it was. */
  static void immutable(Part part, String field, Part old) {
    if (!part.text(field).equals(old.text(field))) {
      part.invalid(field, List.of(Messages.IMMUTABLE));
    }
  }
}
