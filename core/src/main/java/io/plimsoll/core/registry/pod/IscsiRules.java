package io.plimsoll.core.registry.pod;

import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.validation.FieldError;
import java.util.List;
import java.util.regex.Pattern;

/** Volumes of iSCSI. Mirrors {@code validateISCSIVolumeSource}. */
public final class IscsiRules {

  private static final Pattern IQN =
      Pattern.compile("iqn\\.[0-9]{4}-[0-9]{2}\\.[A-Za-z0-9.-]+:[^,;*&$|\\t\\n\\f\\r ]+\\z");
  private static final Pattern EUI = Pattern.compile("eui[^\\n][A-Za-z0-9]{16}");
  private static final Pattern NAA = Pattern.compile("naa[^\\n][A-Za-z0-9]{32}");

  private static final String UNKNOWN = "must be valid format starting with iqn, eui, or naa";
  private static final String LONG =
      "Total length of <volume name>:<iscsi.targetPortal> must be under 64 characters if"
          + " iscsi.initiatorName is specified.";
  private static final String MALFORMED = "must be valid format";

  private IscsiRules() {}

  /** Adds what is wrong with a volume. */
  public static void check(Part source) {
    check(source, UNKNOWN);
  }

  /** Adds what is wrong with a persistent volume, of which upstream says less. */
  public static void checkPersistent(Part source, String volume) {
    checkPortal(source, volume);
    check(source, MALFORMED);
  }

  private static void check(Part source, String unknown) {
    VolumeSourceRules.required(source, "targetPortal", "iqn");
    String iqn = source.text("iqn");
    if (!iqn.isEmpty()) {
      name(source, "iqn", iqn, unknown);
    }
    VolumeSourceRules.lun(source);
    boolean authenticates = source.flag("chapAuthDiscovery") || source.flag("chapAuthSession");
    if (authenticates && !source.has("secretRef")) {
      source.required("secretRef", "");
    }
    if (source.has("initiatorName")) {
      name(source, "initiatorname", source.text("initiatorName"), unknown);
    }
  }

  private static void name(Part source, String place, String name, String unknown) {
    String detail = "";
    if (name.startsWith("iqn")) {
      detail = IQN.matcher(name).find() ? "" : MALFORMED;
    } else if (name.startsWith("eui")) {
      detail = EUI.matcher(name).matches() ? "" : MALFORMED;
    } else if (name.startsWith("naa")) {
      detail = NAA.matcher(name).matches() ? "" : MALFORMED;
    } else {
      detail = unknown;
    }
    if (!detail.isEmpty()) {
      source.error(FieldError.invalid(source.at(place), name, detail));
    }
  }

  /** Kubelets put the names of the volume and the portal into one that may not be long. */
  static void checkName(Part volume) {
    if (isLong(volume.object("iscsi"), volume.text("name"))) {
      volume.invalid("name", List.of(LONG));
    }
  }

  private static void checkPortal(Part source, String volume) {
    if (isLong(source, volume)) {
      source.error(
          FieldError.invalid(source.at("targetportal"), source.text("targetPortal"), LONG));
    }
  }

  private static boolean isLong(Part source, String volume) {
    return source.has("initiatorName")
        && GoText.length(volume + ":" + source.text("targetPortal")) > 64;
  }
}
