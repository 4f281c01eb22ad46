package io.plimsoll.core.registry.volume;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.registry.KindStrategy;
import io.plimsoll.core.registry.Messages;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.validation.Draft;
import io.plimsoll.core.validation.FieldError;
import io.plimsoll.core.validation.NameRule;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * CSIDrivers. Mirrors {@code pkg/registry/storage/csidriver/strategy.go}, {@code SetDefaults_CSIDriver} and {@code
 * ValidateCSIDriver} of {@code pkg/apis/storage}.
 */
final class CsiDriverStrategy extends KindStrategy {

  private static final List<String> OFF_BY_DEFAULT = List.of(
      "podInfoOnMount",
      "storageCapacity",
      "requiresRepublish",
      "seLinuxMount",
      "preventPodSchedulingIfMissing");
  private static final List<String> GROUP_POLICIES =
      List.of("File", "None", "ReadWriteOnceWithFSType");
  private static final List<String> LIFECYCLES = List.of("Persistent", "Ephemeral");
  private static final String MODES = "volumeLifecycleModes";
  private static final String ATTACH = "attachRequired";
  private static final String TOKENS = "tokenRequests";
  private static final String IN_SECRETS = "serviceAccountTokenInSecrets";
  private static final long SHORTEST_TOKEN = 600;
  private static final long LONGEST_TOKEN = 1L << 32;
  private static final String RECOMMENDED =
      "spec.serviceAccountTokenInSecrets is unset; if supported by this CSI driver, set to true to prevent"
          + " possible logging of tokens in volume attributes";

  CsiDriverStrategy() {
    super("storage.k8s.io/v1", "CSIDriver", false, NameRule.DNS_SUBDOMAIN);
  }

  @Override
  public MappingValue withDefaults(MappingValue object) {
    return Draft.edit(
        object,
        draft -> draft.editOrCreate("spec", spec -> {
          spec.setDefault(ATTACH, ScalarValue.of(true));
          OFF_BY_DEFAULT.forEach(field -> spec.setDefault(field, ScalarValue.of(false)));
          spec.setDefault("fsGroupPolicy", ScalarValue.of("ReadWriteOnceWithFSType"));
          if (spec.items(MODES).isEmpty()) {
            spec.set(MODES, SequenceValue.of(List.of(ScalarValue.of("Persistent"))));
          }
        }));
  }

  @Override
  public MappingValue prepareForUpdate(MappingValue object, MappingValue old) {
    return withGeneration("spec", object, old);
  }

  @Override
  public List<FieldError> validate(MappingValue object) {
    Part part = part(object);
    checkMetadata(part);
    check(part.object("spec"));
    return part.errors();
  }

  @Override
  public List<FieldError> validateUpdate(MappingValue object, MappingValue old) {
    Part part = part(object);
    checkMetadataUpdate(part, old);
    Part spec = part.object("spec");
    check(spec);
    MappingValue before = part(old).object("spec").tree();
    if (!spec.isSame(ATTACH, before)) {
      // Upstream's name of the field is another than the API's.
      spec.error(FieldError.invalidPrinted(
          spec.at("attachedRequired"), spec.json(ATTACH), Messages.IMMUTABLE));
    }
    spec.immutable(MODES, before);
    return part.errors();
  }

  private static void check(Part spec) {
    if (spec.has("fsGroupPolicy") && !GROUP_POLICIES.contains(spec.text("fsGroupPolicy"))) {
      spec.notSupported("fsGroupPolicy", GROUP_POLICIES);
    }
    checkTokens(spec);
    for (String mode : spec.strings(MODES)) {
      if (!LIFECYCLES.contains(mode)) {
        spec.error(FieldError.notSupportedPrinted(spec.at(MODES), GoText.quote(mode), LIFECYCLES));
      }
    }
    String period = "nodeAllocatableUpdatePeriodSeconds";
    if (spec.has(period) && spec.number(period) < 10) {
      spec.invalid(period, "must be greater than or equal to 10 seconds");
    }
    if (spec.has(IN_SECRETS) && spec.list(TOKENS).isEmpty()) {
      spec.invalid(
          IN_SECRETS, "serviceAccountTokenInSecrets is set but no tokenRequests are specified");
    }
  }

  private static void checkTokens(Part spec) {
    Set<String> audiences = new HashSet<>();
    for (Part token : spec.list(TOKENS)) {
      FieldPath path = token.at("audience");
      if (!audiences.add(token.text("audience"))) {
        token.error(FieldError.duplicate(path, token.text("audience")));
      } else if (token.has("expirationSeconds")) {
        long seconds = token.number("expirationSeconds");
        if (seconds < SHORTEST_TOKEN) {
          token.invalid("expirationSeconds", "may not specify a duration less than 10 minutes");
        } else if (seconds > LONGEST_TOKEN) {
          token.invalid("expirationSeconds", "may not specify a duration larger than 2^32 seconds");
        }
      }
    }
  }

  @Override
  public List<String> warningsOnCreate(MappingValue object) {
    Part spec = part(object).object("spec");
    return !spec.list(TOKENS).isEmpty() && !spec.has(IN_SECRETS) ? List.of(RECOMMENDED) : List.of();
  }

  @Override
  public List<String> warningsOnUpdate(MappingValue object, MappingValue old) {
    Part spec = part(object).object("spec");
    return spec.isSame(TOKENS, part(old).object("spec").tree())
        ? List.of()
        : warningsOnCreate(object);
  }

  @Override
  public boolean allowsUnconditionalUpdate() {
    return false;
  }
}
