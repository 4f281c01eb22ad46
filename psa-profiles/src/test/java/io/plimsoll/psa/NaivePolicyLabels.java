package io.plimsoll.psa;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The meaning of labels, written down line by line from upstream's {@code PolicyToEvaluate}: slow, plain, and only for comparison. */
final class NaivePolicyLabels {

  private static final String PREFIX = "pod-security.kubernetes.io/";

  String enforceLevel;
  String enforceVersion;
  String auditLevel;
  String auditVersion;
  String warnLevel;
  String warnVersion;
  final List<String> errors = new ArrayList<>();

  NaivePolicyLabels(Map<String, String> labels, Policy defaults) {
    enforceLevel = defaults.enforce().level().toString();
    enforceVersion = defaults.enforce().version().toString();
    auditLevel = defaults.audit().level().toString();
    auditVersion = defaults.audit().version().toString();
    warnLevel = defaults.warn().level().toString();
    warnVersion = defaults.warn().version().toString();
    boolean hasEnforceLevel = false;
    boolean hasWarnLevel = false;
    boolean hasWarnVersion = false;

    String value = labels.get(PREFIX + "enforce");
    if (value != null) {
      hasEnforceLevel = isLevel(value);
      enforceLevel = hasEnforceLevel ? value : "restricted";
      checkLevel("enforce", value);
    }
    value = labels.get(PREFIX + "enforce-version");
    if (value != null) {
      enforceVersion = isVersion(value) ? value : "latest";
      checkVersion("enforce-version", value);
    }
    value = labels.get(PREFIX + "audit");
    if (value != null) {
      auditLevel = isLevel(value) ? value : "privileged";
      checkLevel("audit", value);
    }
    value = labels.get(PREFIX + "audit-version");
    if (value != null) {
      auditVersion = isVersion(value) ? value : "latest";
      checkVersion("audit-version", value);
    }
    value = labels.get(PREFIX + "warn");
    if (value != null) {
      hasWarnLevel = true;
      warnLevel = isLevel(value) ? value : "privileged";
      checkLevel("warn", value);
    }
    value = labels.get(PREFIX + "warn-version");
    if (value != null) {
      hasWarnVersion = true;
      warnVersion = isVersion(value) ? value : "latest";
      checkVersion("warn-version", value);
    }
    if (!hasWarnLevel && hasEnforceLevel && strictness(enforceLevel) > strictness(warnLevel)) {
      warnLevel = enforceLevel;
      if (!hasWarnVersion) {
        warnVersion = enforceVersion;
      }
    }
  }

  String policy() {
    return "enforce=" + enforceLevel + ":" + enforceVersion
        + ", audit=" + auditLevel + ":" + auditVersion
        + ", warn=" + warnLevel + ":" + warnVersion;
  }

  private void checkLevel(String label, String value) {
    if (!isLevel(value)) {
      error(label, value, "must be one of privileged, baseline, restricted");
    }
  }

  private void checkVersion(String label, String value) {
    if (!isVersion(value)) {
      error(label, value, "must be \"latest\" or \"v1.x\"");
    }
  }

  private void error(String label, String value, String detail) {
    errors.add(
        "metadata.labels[" + PREFIX + label + "]: Invalid value: \"" + value + "\": " + detail);
  }

  private static boolean isLevel(String value) {
    return strictness(value) >= 0;
  }

  private static int strictness(String level) {
    return List.of("privileged", "baseline", "restricted").indexOf(level);
  }

  private static boolean isVersion(String value) {
    return value.equals("latest")
        || (value.matches("v1\\.([0-9]|[1-9][0-9]*)") && value.length() < 15);
  }
}
