package io.plimsoll.core.registry.workload;

import io.plimsoll.core.manifest.GoDuration;
import io.plimsoll.core.manifest.GoText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What keeps a text from being a schedule. Mirrors {@code ParseStandard} of {@code github.com/robfig/cron/v3}, which Kubernetes
 * uses, and {@code ParseCronScheduleWithPanicRecovery} of {@code pkg/util/parsers}.
 */
final class CronSchedule {

  private static final Set<String> DESCRIPTORS =
      Set.of("@yearly", "@annually", "@monthly", "@weekly", "@daily", "@midnight", "@hourly");
  private static final String EVERY = "@every ";
  private static final String WHITE_SPACE = "[\\s\\u0085\\p{Z}]+";

  private static final Map<String, Integer> MONTHS = numbered(
      1, "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final Map<String, Integer> DAYS =
      numbered(0, "sun", "mon", "tue", "wed", "thu", "fri", "sat");

  private record Bounds(int min, int max, Map<String, Integer> names) {}

  private static final List<Bounds> FIELDS = List.of(
      new Bounds(0, 59, Map.of()),
      new Bounds(0, 23, Map.of()),
      new Bounds(1, 31, Map.of()),
      new Bounds(1, 12, MONTHS),
      new Bounds(0, 6, DAYS));

  private CronSchedule() {}

  private static Map<String, Integer> numbered(int first, String... names) {
    Map<String, Integer> numbered = new HashMap<>();
    for (int i = 0; i < names.length; i++) {
      numbered.put(names[i], first + i);
    }
    return Map.copyOf(numbered);
  }

  /** Returns what is wrong with a schedule; the empty text if nothing is. */
  static String error(String schedule) {
    try {
      check(schedule);
      return "";
    } catch (IllegalArgumentException wrong) {
      return String.valueOf(wrong.getMessage());
    }
  }

  private static void check(String schedule) {
    if (schedule.isEmpty()) {
      throw new IllegalArgumentException("empty spec string");
    }
    String rest = schedule;
    if (schedule.startsWith("TZ=") || schedule.startsWith("CRON_TZ=")) {
      int blank = schedule.indexOf(' ');
      if (blank < 0) {
        throw new IllegalArgumentException(
            "invalid schedule format: runtime error: slice bounds out of range [:-1]");
      }
      String zone = schedule.substring(schedule.indexOf('=') + 1, blank);
      String error = TimeZones.error(zone);
      if (!error.isEmpty()) {
        throw new IllegalArgumentException("provided bad location " + zone + ": " + error);
      }
      rest = schedule.substring(blank).strip();
    }
    if (rest.startsWith("@")) {
      checkDescriptor(rest);
      return;
    }
    List<String> fields = new ArrayList<>(List.of(rest.split(WHITE_SPACE)));
    fields.removeIf(String::isEmpty);
    if (fields.size() != FIELDS.size()) {
      throw new IllegalArgumentException("expected exactly " + FIELDS.size() + " fields, found "
          + fields.size() + ": [" + String.join(" ", fields) + "]");
    }
    for (int i = 0; i < FIELDS.size(); i++) {
      for (String range : fields.get(i).split(",", -1)) {
        if (!range.isEmpty()) {
          checkRange(range, FIELDS.get(i));
        }
      }
    }
  }

  private static void checkDescriptor(String descriptor) {
    if (DESCRIPTORS.contains(descriptor)) {
      return;
    }
    if (!descriptor.startsWith(EVERY)) {
      throw new IllegalArgumentException("unrecognized descriptor: " + descriptor);
    }
    String error = GoDuration.error(descriptor.substring(EVERY.length()));
    if (!error.isEmpty()) {
      throw new IllegalArgumentException("failed to parse duration " + descriptor + ": " + error);
    }
  }

  private static void checkRange(String range, Bounds bounds) {
    String[] rangeAndStep = range.split("/", -1);
    String[] lowAndHigh = rangeAndStep[0].split("-", -1);
    long start = bounds.min();
    long end = bounds.max();
    if (!lowAndHigh[0].equals("*") && !lowAndHigh[0].equals("?")) {
      start = number(lowAndHigh[0], bounds.names());
      end = start;
      if (lowAndHigh.length == 2) {
        end = number(lowAndHigh[1], bounds.names());
      } else if (lowAndHigh.length > 2) {
        throw new IllegalArgumentException("too many hyphens: " + range);
      }
    }
    long step = 1;
    if (rangeAndStep.length == 2) {
      step = number(rangeAndStep[1], Map.of());
      end = lowAndHigh.length == 1 ? bounds.max() : end;
    } else if (rangeAndStep.length > 2) {
      throw new IllegalArgumentException("too many slashes: " + range);
    }
    if (start < bounds.min()) {
      throw new IllegalArgumentException(
          "beginning of range (" + start + ") below minimum (" + bounds.min() + "): " + range);
    }
    if (end > bounds.max()) {
      throw new IllegalArgumentException(
          "end of range (" + end + ") above maximum (" + bounds.max() + "): " + range);
    }
    if (start > end) {
      throw new IllegalArgumentException(
          "beginning of range (" + start + ") beyond end of range (" + end + "): " + range);
    }
    if (step == 0) {
      throw new IllegalArgumentException("step of range should be a positive number: " + range);
    }
  }

  private static long number(String text, Map<String, Integer> names) {
    Integer named = names.get(text.toLowerCase(Locale.ROOT));
    if (named != null) {
      return named;
    }
    Optional<String> error = GoText.atoiError(text);
    if (error.isPresent()) {
      throw new IllegalArgumentException("failed to parse int from " + text + ": " + error.get());
    }
    long number = GoText.parseInt64(text).orElseThrow();
    if (number < 0) {
      throw new IllegalArgumentException("negative number (" + number + ") not allowed: " + text);
    }
    return number;
  }
}
