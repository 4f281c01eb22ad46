package io.plimsoll.core.registry.pod;

import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.validation.FieldError;
import java.util.List;
import java.util.regex.Pattern;

/** Volumes of iSCSI. Mirrors {@code validateISCSIVolumeSource}. */
final class IscsiRules {

  private static final Pattern IQN =
      Pattern.compile("iqn\\.[0-9]{4}-[0-9]{2}\\.[A-Za-z0-9.-]+:[^,;*&$|\\t\\n\\f\\r ]+\\z");
  private static final Pattern EUI = Pattern.compile("eui[^\\n][A-Za-z0-9]{16}");
  private static final Pattern NAA = Pattern.compile("naa[^\\n][A-Za-z0-9]{32}");

  private static final String UNKNOWN = "must be valid format starting with iqn, eui, or naa";
  private static final String MALFORMED = "must be valid format";

  private IscsiRules() {}

  static void check(Part source) {
    VolumeSourceRules.required(source, "targetPortal", "iqn");
    String iqn = source.text("iqn");
    if (!iqn.isEmpty()) {
      name(source, "iqn", iqn);
    }
    VolumeSourceRules.lun(source);
    boolean authenticates = source.flag("chapAuthDiscovery") || source.flag("chapAuthSession");
    if (authenticates && !source.has("secretRef")) {
      source.required("secretRef", "");
    }
    if (source.has("initiatorName")) {
      name(source, "initiatorname", source.text("initiatorName"));
    }
  }

  private static void name(Part source, String place, String name) {
    String detail = "";
    if (name.startsWith("iqn")) {
      detail = IQN.matcher(name).find() ? "" : MALFORMED;
    } else if (name.startsWith("eui")) {
      detail = EUI.matcher(name).matches() ? "" : MALFORMED;
    } else if (name.startsWith("naa")) {
      detail = NAA.matcher(name).matches() ? "" : MALFORMED;
    } else {
      detail = UNKNOWN;
    }
    if (!detail.isEmpty()) {
      source.error(FieldError.invalid(source.at(place), name, detail));
    }
  }

  /** Kubelets put the names of the volume and the portal into one that may not be long. */
  static void checkName(Part volume) {
    Part source = volume.object("iscsi");
    String name = volume.text("name");
    if (source.has("initiatorName")
        && GoText.length(name + ":" + source.text("targetPortal")) > 64) {
      volume.invalid(
          "name",
          List.of(
              "Total length of <volume name>:<iscsi.targetPortal> must be under 64 characters if"
                  + " iscsi.initiatorName is specified."));
    }
  }
}
