package io.plimsoll.psa;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What checks must be like to make an evaluator. Mirrors {@code validateChecks} of {@code policy/registry.go}, texts included. */
final class CheckRules {

  private CheckRules() {}

  static void validate(List<Check> checks) {
    Map<String, Level> levels = new HashMap<>();
    for (Check check : checks) {
      if (levels.put(check.id(), check.level()) != null) {
        throw new IllegalArgumentException("multiple checks registered for ID " + check.id());
      }
      if (check.level() == Level.PRIVILEGED) {
        throw invalid(check, "invalid level " + check.level());
      }
      validateVersions(check);
    }
    for (Check check : checks) {
      for (Check.Revision revision : check.revisions()) {
        validateOverrides(check, revision.overrides(), levels);
      }
    }
  }

  private static void validateVersions(Check check) {
    if (check.revisions().isEmpty()) {
      throw invalid(check, "empty");
    }
    Version last = null;
    for (Check.Revision revision : check.revisions()) {
      if (revision.since().isEmpty()) {
        throw invalid(check, "undefined version found");
      }
      Version version = revision.since().get();
      if (version.isLatest()) {
        throw invalid(check, "version cannot be 'latest'");
      }
      if (last != null && last.equals(version)) {
        throw invalid(check, "duplicate version " + version);
      }
      if (last != null && last.compareTo(version) > 0) {
        throw invalid(check, "versions must be strictly increasing");
      }
      last = version;
    }
  }

  private static void validateOverrides(
      Check check, List<String> overrides, Map<String, Level> levels) {
    if (!overrides.isEmpty() && check.level() != Level.RESTRICTED) {
      throw invalid(check, "only restricted checks may set overrides");
    }
    for (String overridden : overrides) {
      Level level = levels.getOrDefault(overridden, Level.BASELINE);
      if (level != Level.BASELINE) {
        throw invalid(check, "overrides " + level + " check " + overridden);
      }
    }
  }

  private static IllegalArgumentException invalid(Check check, String why) {
    return new IllegalArgumentException("check " + check.id() + ": " + why);
  }
}
