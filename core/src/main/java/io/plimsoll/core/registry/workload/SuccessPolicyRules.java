package io.plimsoll.core.registry.workload;

import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.validation.FieldError;
import java.util.List;
import java.util.OptionalLong;

/** When an indexed Job is done. Mirrors {@code validateSuccessPolicy} of {@code pkg/apis/batch/validation}. */
final class SuccessPolicyRules {

  private static final int MOST_RULES = 20;
  private static final int LONGEST_INDEXES = 64 * 1024;

  private final Part spec;
  private final long completions;

  SuccessPolicyRules(Part spec) {
    this.spec = spec;
    this.completions = spec.number("completions");
  }

  void check() {
    Part policy = spec.object("successPolicy");
    List<Part> rules = policy.list("rules");
    if (rules.isEmpty()) {
      policy.required(
          "rules", "at least one rules must be specified when the successPolicy is specified");
    }
    if (rules.size() > MOST_RULES) {
      policy.error(FieldError.tooMany(policy.at("rules"), rules.size(), MOST_RULES));
    }
    rules.forEach(this::checkRule);
  }

  private void checkRule(Part rule) {
    boolean counted = rule.has("succeededCount");
    boolean indexed = rule.has("succeededIndexes");
    if (!counted && !indexed) {
      rule.error(FieldError.required(
          rule.path(), "at least one of succeededCount or succeededIndexes must be specified"));
    }
    long total = indexed ? checkIndexes(rule) : 0;
    if (counted) {
      rule.nonNegative("succeededCount");
      long count = rule.number("succeededCount");
      if (count > completions) {
        rule.invalid(
            "succeededCount",
            "must be less than or equal to " + completions
                + " (the number of specified completions)");
      }
      if (indexed && count > total) {
        rule.invalid(
            "succeededCount",
            "must be less than or equal to " + total
                + " (the number of indexes in the specified succeededIndexes field)");
      }
    }
  }

  /** Returns how many indexes there are; 0 if they are malformed. */
  private long checkIndexes(Part rule) {
    String text = rule.text("succeededIndexes");
    if (GoText.length(text) > LONGEST_INDEXES) {
      rule.error(FieldError.tooLong(rule.at("succeededIndexes"), LONGEST_INDEXES));
    }
    try {
      return count(text);
    } catch (IllegalArgumentException malformed) {
      rule.invalid(
          "succeededIndexes", List.of("error parsing succeededIndexes: " + malformed.getMessage()));
      return 0;
    }
  }

  /** Mirrors {@code validateIndexesFormat}. */
  private long count(String text) {
    long total = 0;
    long last = -1;
    boolean first = true;
    for (String interval : text.isEmpty() ? new String[0] : text.split(",", -1)) {
      String[] parts = interval.split("-", -1);
      if (parts.length > 2) {
        throw new IllegalArgumentException(
            "the fragment " + GoText.quote(interval)
                + " violates the requirement that an index interval can have at most two parts separated by '-'");
      }
      long start = index(parts[0]);
      long end = parts.length > 1 ? index(parts[1]) : start;
      if (parts.length > 1 && start >= end) {
        throw notIncreasing(start, end);
      }
      if (!first && last >= start) {
        throw notIncreasing(last, start);
      }
      first = false;
      total += end - start + 1;
      last = end;
    }
    return total;
  }

  private static IllegalArgumentException notIncreasing(long previous, long current) {
    return new IllegalArgumentException(
        "non-increasing order, previous: " + previous + ", current: " + current);
  }

  private long index(String text) {
    OptionalLong number = GoText.parseInt64(text);
    if (number.isEmpty()) {
      throw new IllegalArgumentException(
          "cannot convert string to integer for index: " + GoText.quote(text));
    }
    if (number.getAsLong() >= completions) {
      throw new IllegalArgumentException("too large index: " + GoText.quote(text));
    }
    return number.getAsLong();
  }
}
