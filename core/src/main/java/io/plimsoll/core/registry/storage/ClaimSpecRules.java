package io.plimsoll.core.registry.storage;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.model.Names;
import io.plimsoll.core.model.Quantity;
import io.plimsoll.core.registry.Messages;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.registry.QuantityRules;
import io.plimsoll.core.registry.ResourceLists;
import io.plimsoll.core.registry.SelectorRules;
import io.plimsoll.core.validation.Draft;
import io.plimsoll.core.validation.FieldError;
import java.util.ArrayList;
import java.util.List;

/**
 * The spec of a claim to a volume, which StatefulSets and ephemeral volumes of pods have, too. Mirrors {@code
 * ValidatePersistentVolumeClaimSpec} of {@code pkg/apis/core/validation} and {@code pkg/api/persistentvolumeclaim/util.go}.
 */
public final class ClaimSpecRules {

  private static final List<String> ACCESS_MODES =
      List.of("ReadOnlyMany", "ReadWriteMany", "ReadWriteOnce", "ReadWriteOncePod");
  private static final List<String> VOLUME_MODES = List.of("Block", "Filesystem");
  private static final String CLAIM = "PersistentVolumeClaim";

  private ClaimSpecRules() {}

  /**
   * What a spec may have because the old one did.
   *
   * @param labelValues whether selectors may name values that no label can have
   * @param apiGroups whether groups of the API may be malformed
   */
  public record Leniency(boolean labelValues, boolean apiGroups) {

    /** Nothing. */
    public static final Leniency NONE = new Leniency(false, false);

    /** Returns what a spec may have that takes the place of an old one. */
    public static Leniency of(Part oldSpec) {
      boolean selector =
          !SelectorRules.errors(FieldPath.ROOT, oldSpec.selector("selector")).isEmpty();
      boolean group = oldSpec.object("dataSource").has("apiGroup")
          || oldSpec.object("dataSourceRef").has("apiGroup");
      return new Leniency(selector, group);
    }
  }

  /** Sets what a claim does not say: {@code SetDefaults_PersistentVolumeClaim} and that of its spec. */
  public static void defaultClaim(Draft claim) {
    claim.editOrCreate("spec", ClaimSpecRules::defaultSpec);
    claim.editOrCreate("status", status -> {
      status.setDefaultText("phase", ScalarValue.of("Pending"));
      ResourceLists.round(status, "capacity");
      ResourceLists.round(status, "allocatedResources");
    });
  }

  /** Sets what a spec does not say: {@code SetDefaults_PersistentVolumeClaimSpec}. */
  public static void defaultSpec(Draft spec) {
    spec.setDefault("volumeMode", ScalarValue.of("Filesystem"));
    ResourceLists.roundResources(spec, "resources");
  }

  /** Adds what is wrong with a spec. */
  public static void check(Part spec, Leniency leniency) {
    List<String> modes = spec.strings("accessModes");
    if (modes.isEmpty()) {
      spec.required("accessModes", "at least 1 access mode is required");
    }
    if (spec.has("selector")) {
      spec.errors()
          .addAll(SelectorRules.errors(
              spec.at("selector"), spec.selector("selector"), leniency.labelValues()));
    }
    checkModes(spec, modes);
    checkStorage(spec);
    checkClass(spec, "storageClassName");
    if (spec.has("volumeMode") && !VOLUME_MODES.contains(spec.text("volumeMode"))) {
      spec.notSupported("volumeMode", VOLUME_MODES);
    }
    checkSources(spec, leniency);
    checkClass(spec, "volumeAttributesClassName");
  }

  private static void checkModes(Part spec, List<String> modes) {
    for (String mode : modes) {
      if (!ACCESS_MODES.contains(mode)) {
        spec.error(FieldError.notSupported(spec.at("accessModes"), mode, ACCESS_MODES));
      }
    }
    boolean others =
        modes.stream().anyMatch(m -> ACCESS_MODES.contains(m) && !m.equals("ReadWriteOncePod"));
    if (modes.contains("ReadWriteOncePod") && others) {
      spec.forbidden("accessModes", "may not use ReadWriteOncePod with other access modes");
    }
  }

  private static void checkStorage(Part spec) {
    FieldPath path = spec.at("resources").key("storage");
    Quantity storage = spec.object("resources").quantities("requests").get("storage");
    if (storage == null) {
      spec.error(FieldError.required(path, ""));
    } else if (storage.sign() <= 0) {
      spec.error(FieldError.invalid(path, storage.toString(), Messages.NOT_POSITIVE));
    } else {
      spec.errors().addAll(QuantityRules.errors(path, "storage", storage));
    }
  }

  private static void checkClass(Part spec, String field) {
    if (!spec.text(field).isEmpty()) {
      spec.invalid(field, Names.dnsSubdomainErrors(spec.text(field)));
    }
  }

  private static void checkSources(Part spec, Leniency leniency) {
    boolean hasSource = spec.has("dataSource");
    boolean hasRef = spec.has("dataSourceRef");
    Part source = spec.object("dataSource");
    Part ref = spec.object("dataSourceRef");
    if (hasSource) {
      checkSource(source, leniency);
    }
    if (hasRef) {
      checkSource(ref, leniency);
      if (!ref.text("namespace").isEmpty()) {
        ref.invalid("namespace", Names.dnsLabelErrors(ref.text("namespace")));
      }
    }
    if (hasRef && !ref.text("namespace").isEmpty()) {
      if (hasSource) {
        // Upstream shows a path as the value, which has no fields that are printed.
        spec.error(FieldError.invalidPrinted(
            spec.path(), "{}", "may not be specified when dataSourceRef.namespace is specified"));
      }
    } else if (hasSource && hasRef && !isSame(source, ref)) {
      spec.error(FieldError.invalidPrinted(spec.path(), "{}", "must match dataSourceRef"));
    }
  }

  private static boolean isSame(Part source, Part ref) {
    return source.has("apiGroup") == ref.has("apiGroup")
        && source.text("apiGroup").equals(ref.text("apiGroup"))
        && source.text("kind").equals(ref.text("kind"))
        && source.text("name").equals(ref.text("name"));
  }

  private static void checkSource(Part source, Leniency leniency) {
    for (String field : List.of("name", "kind")) {
      if (source.text(field).isEmpty()) {
        source.required(field, "");
      }
    }
    String group = source.text("apiGroup");
    if (group.isEmpty() && !source.text("kind").equals(CLAIM)) {
      source.error(FieldError.invalid(
          source.path(),
          source.text("kind"),
          "must be 'PersistentVolumeClaim' when referencing the default apiGroup"));
    }
    if (!group.isEmpty() && !leniency.apiGroups()) {
      source.invalid("apiGroup", Names.dnsSubdomainErrors(group));
    }
  }

  /** Returns what is remarked of a spec: {@code GetWarningsForPersistentVolumeClaimSpec}. */
  public static List<String> warnings(FieldPath path, Part spec) {
    List<String> warnings = new ArrayList<>();
    for (String field : List.of("requests", "limits")) {
      Quantity storage = spec.object("resources").quantities(field).get("storage");
      if (storage != null && !storage.isWholeInMillis()) {
        warnings.add(
            path.field("resources").field(field).key("storage") + ": fractional byte value "
                + GoText.quote(storage.toString()) + " is invalid, must be an integer");
      }
    }
    return warnings;
  }

  /**
   * Returns a spec whose two fields for the source of data agree: {@code DropDisabledFields}, {@code
   * EnforceDataSourceBackwardsCompatibility} and {@code NormalizeDataSources}.
   *
   * @param oldSpec the spec it replaces; an empty one if there is none
   */
  static MappingValue withSources(MappingValue spec, MappingValue oldSpec) {
    Draft old = Draft.of(oldSpec);
    return Draft.edit(spec, draft -> {
      boolean elsewhere =
          !Draft.of(draft.object("dataSourceRef")).text("namespace").isEmpty();
      if (elsewhere && !old.has("dataSourceRef")) {
        draft.remove("dataSourceRef");
      }
      boolean inUse = old.has("dataSource") || old.has("dataSourceRef");
      if (!inUse && !draft.has("dataSourceRef") && !isClaimOrSnapshot(draft.object("dataSource"))) {
        draft.remove("dataSource");
      }
      normalize(draft);
    });
  }

  /** Fills in one of the two fields for the source of data from the other. */
  static void normalize(Draft spec) {
    if (spec.has("dataSource") && !spec.has("dataSourceRef")) {
      spec.set("dataSourceRef", spec.object("dataSource"));
    } else if (spec.has("dataSourceRef") && !spec.has("dataSource")) {
      MappingValue ref = spec.object("dataSourceRef");
      if (Draft.of(ref).text("namespace").isEmpty()) {
        spec.set("dataSource", ref.without("namespace"));
      }
    }
  }

  private static boolean isClaimOrSnapshot(MappingValue source) {
    Draft draft = Draft.of(source);
    String group = draft.text("apiGroup");
    return draft.text("kind").equals(CLAIM)
        ? group.isEmpty()
        : draft.text("kind").equals("VolumeSnapshot") && group.equals("snapshot.storage.k8s.io");
  }
}
