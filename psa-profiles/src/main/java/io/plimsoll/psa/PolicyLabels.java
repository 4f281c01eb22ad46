package io.plimsoll.psa;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.Problem;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.KubeObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the labels of a namespace mean: a policy, always, and what is wrong with the labels.
 *
 * <p>A label that is not set leaves the default. A level that is none enforces {@code restricted}, and audits and warns about
 * nothing; a version that is none is {@code latest}; the other half of the mode keeps its meaning. If the labels enforce a level
 * stricter than the one that is warned about by default, and none says what to warn about, that level is warned about too.
 *
 * <p>Mirrors {@code PolicyToEvaluate} of {@code api/helpers.go}.
 *
 * @param policy what holds in the namespace
 * @param errors the labels with a value that is none, in the order enforce, audit, warn, the level before the version; path and
 *     message joined by a colon are upstream's text; they have no location
 */
public record PolicyLabels(Policy policy, List<Problem> errors) {

  static final FieldPath PATH = FieldPath.of("metadata", "labels");

  public PolicyLabels {
    errors = List.copyOf(errors);
  }

  /** Reads labels; what they do not set is taken from the defaults. */
  public static PolicyLabels of(Map<String, String> labels, Policy defaults) {
    return labels.isEmpty()
        ? new PolicyLabels(defaults, List.of())
        : new Reader(labels).read(defaults);
  }

  /**
   * Returns everything that is wrong with the labels of a namespace, with its place: an error for each text that the API server
   * refuses, and a warning for each key below {@code pod-security.kubernetes.io/} that it ignores, such as {@code enfroce}. The
   * errors come first, then the warnings in the order of the labels. A value that is no text is for who reads the manifest.
   */
  public static List<Problem> check(KubeObject namespace) {
    Map<String, String> labels = namespace.metadata().labels();
    List<Problem> problems = new ArrayList<>(of(labels, Policy.PRIVILEGED).errors());
    problems.removeIf(problem -> !isText(problem.path().in(namespace.tree())));
    problems.addAll(UnknownLabels.in(labels));
    return problems.stream()
        .map(problem -> FieldErrors.locate(problem.in(namespace.ref()), namespace.tree()))
        .toList();
  }

  private static boolean isText(@Nullable Value value) {
    return value == null
        || (value instanceof ScalarValue scalar && (scalar.isString() || scalar.isNull()));
  }

  /** Returns whether the namespace's labels set this mode's level or version, if only to a value that is none. */
  static boolean mention(Map<String, String> labels, Mode mode) {
    return labels.containsKey(mode.levelLabel()) || labels.containsKey(mode.versionLabel());
  }

  private static final class Reader {

    private final Map<String, String> labels;
    private final List<Problem> errors = new ArrayList<>();

    Reader(Map<String, String> labels) {
      this.labels = labels;
    }

    PolicyLabels read(Policy defaults) {
      LevelVersion enforce = read(Mode.ENFORCE, defaults.enforce(), Level.RESTRICTED);
      LevelVersion audit = read(Mode.AUDIT, defaults.audit(), Level.PRIVILEGED);
      LevelVersion warn = read(Mode.WARN, defaults.warn(), Level.PRIVILEGED);
      return new PolicyLabels(new Policy(enforce, audit, orEnforced(warn, enforce)), errors);
    }

    private LevelVersion read(Mode mode, LevelVersion absent, Level invalid) {
      return new LevelVersion(
          level(mode.levelLabel(), absent.level(), invalid),
          version(mode.versionLabel(), absent.version()));
    }

    private Level level(String key, Level absent, Level invalid) {
      String value = value(key);
      if (value == null) {
        return absent;
      }
      Optional<Level> level = Level.tryParse(value);
      if (level.isEmpty()) {
        errors.add(FieldErrors.level(PATH.key(key), value));
        return invalid;
      }
      return level.get();
    }

    private Version version(String key, Version absent) {
      String value = value(key);
      if (value == null) {
        return absent;
      }
      Optional<Version> version = Version.tryParse(value);
      if (version.isEmpty()) {
        errors.add(FieldErrors.version(PATH.key(key), value));
        return Version.LATEST;
      }
      return version.get();
    }

    /** Whoever tightens what is enforced should hear about it, unless he said what he wants to hear about. */
    private LevelVersion orEnforced(LevelVersion warn, LevelVersion enforce) {
      String enforced = value(Mode.ENFORCE.levelLabel());
      if (enforced == null
          || labels.containsKey(Mode.WARN.levelLabel())
          || enforce.level().compareTo(warn.level()) <= 0
          || Level.tryParse(enforced).isEmpty()) {
        return warn;
      }
      return labels.containsKey(Mode.WARN.versionLabel())
          ? new LevelVersion(enforce.level(), warn.version())
          : enforce;
    }

    /** A label that is null is one that is empty. */
    private @Nullable String value(String key) {
      String value = labels.get(key);
      return value == null && labels.containsKey(key) ? "" : value;
    }
  }
}
