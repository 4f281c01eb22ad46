package io.plimsoll.psa;

import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.pod.PodSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The rules that run for each level and version. Mirrors {@code policy/registry.go}, but holds one plan for each version at
 * which something changes, not one for each version.
 */
final class Registry {

  private static final Plan NOTHING = new Plan(List.of());
  private static final Version FIRST = Version.of(0);

  private final Version[] starts;
  private final Plan[] baseline;
  private final Plan[] restricted;
  private final boolean standard;

  private Registry(List<Version> starts, List<Check> ordered) {
    this.starts = starts.toArray(new Version[0]);
    this.baseline = new Plan[starts.size()];
    this.restricted = new Plan[starts.size()];
    this.standard = areStandard(ordered);
    for (int i = 0; i < this.starts.length; i++) {
      List<Active> active = active(ordered, this.starts[i]);
      baseline[i] = new Plan(ofBaseline(active));
      restricted[i] = new Plan(withoutOverridden(active));
    }
  }

  /**
   * Returns the registry of these checks.
   *
   * @throws IllegalArgumentException if they do not fit together
   */
  static Registry of(List<Check> checks) {
    CheckRules.validate(checks);
    TreeSet<Version> starts = new TreeSet<>(Set.of(FIRST));
    for (Check check : checks) {
      for (Check.Revision revision : check.revisions()) {
        starts.add(revision.since().orElseThrow());
      }
    }
    List<Check> ordered = new ArrayList<>(checks);
    ordered.sort(Registry::compare);
    return new Registry(List.copyOf(starts), ordered);
  }

  private static int compare(Check a, Check b) {
    int order = a.level().compareTo(b.level());
    return order != 0 ? order : GoText.compare(a.id(), b.id());
  }

  private static boolean areStandard(List<Check> checks) {
    for (Check check : checks) {
      if (!StandardChecks.has(check)) {
        return false;
      }
    }
    return true;
  }

  /** Returns whether all checks are standard ones. */
  boolean isStandard() {
    return standard;
  }

  /** Returns the newest version at which something changes. */
  Version newest() {
    return starts[starts.length - 1];
  }

  /** Returns what runs for a level as of a version. */
  Plan plan(Level level, Version version) {
    if (level == Level.PRIVILEGED) {
      return NOTHING;
    }
    int at = starts.length - 1;
    while (at > 0 && starts[at].compareTo(version) > 0) {
      at--;
    }
    return level == Level.BASELINE ? baseline[at] : restricted[at];
  }

  private static List<Active> active(List<Check> ordered, Version version) {
    List<Active> active = new ArrayList<>();
    for (Check check : ordered) {
      Check.Revision current = null;
      for (Check.Revision revision : check.revisions()) {
        if (revision.since().orElseThrow().compareTo(version) <= 0) {
          current = revision;
        }
      }
      if (current != null) {
        active.add(new Active(check.id(), check.level(), current));
      }
    }
    return active;
  }

  private static List<Active> ofBaseline(List<Active> active) {
    // No stream: to set one up takes long in a fresh JVM, and a test starts with a registry.
    List<Active> baseline = new ArrayList<>();
    for (Active check : active) {
      if (check.level() == Level.BASELINE) {
        baseline.add(check);
      }
    }
    return baseline;
  }

  private static List<Active> withoutOverridden(List<Active> active) {
    Set<String> overridden = new HashSet<>();
    for (Active check : active) {
      overridden.addAll(check.revision().overrides());
    }
    List<Active> rest = new ArrayList<>();
    for (Active check : active) {
      if (check.level() == Level.RESTRICTED || !overridden.contains(check.id())) {
        rest.add(check);
      }
    }
    return rest;
  }

  /** A check in the revision that holds as of a version. */
  private record Active(String id, Level level, Check.Revision revision) {}

  /** What runs, in order. */
  static final class Plan {

    private final String[] ids;
    private final Check.Rule[] rules;

    /** The same for pods that no rule leaves alone, as nearly all are: one question less for each rule. */
    private final Check.Rule[] plain;

    private Plan(List<Active> active) {
      ids = new String[active.size()];
      rules = new Check.Rule[active.size()];
      plain = new Check.Rule[active.size()];
      for (int i = 0; i < active.size(); i++) {
        ids[i] = active.get(i).id();
        rules[i] = active.get(i).revision().rule();
        plain[i] = Exempt.withoutExemption(rules[i]);
      }
    }

    int size() {
      return rules.length;
    }

    String id(int at) {
      return ids[at];
    }

    /** Returns the rules for a pod; for reading only. */
    Check.Rule[] rules(PodSpec pod) {
      return Exempt.mayBe(pod) ? rules : plain;
    }
  }
}
