package io.plimsoll.psa;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.GoText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** The parts of upstream's sentences. Mirrors {@code policy/helpers.go}. */
final class Sentences {

  private Sentences() {}

  /** Returns {@code "a", "b"}; nothing is escaped. */
  static String quoted(Collection<String> items) {
    return items.isEmpty() ? "" : "\"" + String.join("\", \"", items) + "\"";
  }

  /** Returns the one word for one and the other for none or more. */
  static String plural(String singular, String plural, int count) {
    return count == 1 ? singular : plural;
  }

  /** Returns {@code container "a"} or {@code containers "a", "b"}: each container once, in the order of the pod. */
  static String containers(List<Found> findings) {
    List<String> names = containerNames(findings);
    return plural("container ", "containers ", names.size()) + quoted(names);
  }

  /** Returns the name of each container of the findings once; two containers of one name are two. */
  static List<String> containerNames(List<Found> findings) {
    List<String> names = new ArrayList<>();
    int last = -1;
    for (Found found : findings) {
      if (found.isInContainer() && found.position() != last) {
        names.add(found.owner());
        last = found.position();
      }
    }
    return names;
  }

  /** Returns {@code volume "a"} or {@code volumes "a", "b"}, in the order of the pod. */
  static String volumes(List<Found> findings) {
    List<String> names = findings.stream().map(Found::owner).toList();
    return plural("volume ", "volumes ", names.size()) + quoted(names);
  }

  /** Returns each annotation as {@code key="value"} once, in the order of Go. */
  static List<String> annotations(List<Found> findings) {
    List<String> annotations = new ArrayList<>();
    for (Found found : findings) {
      List<FieldPath.Step> steps = found.field().steps();
      FieldPath.Step.Key key = (FieldPath.Step.Key) steps.get(steps.size() - 1);
      annotations.add(key.key() + "=" + GoText.quote(found.text()));
    }
    return sorted(annotations);
  }

  /** Returns {@code pod}, {@code container "a"} or {@code pod and containers "a", "b"}: who set what was found. */
  static List<String> setters(List<Found> findings) {
    List<String> setters = new ArrayList<>();
    // The pod is looked at first.
    if (!findings.isEmpty() && !findings.get(0).isInContainer()) {
      setters.add("pod");
    }
    if (!findings.isEmpty() && findings.get(findings.size() - 1).isInContainer()) {
      setters.add(containers(findings));
    }
    return setters;
  }

  /** Returns who set what was found, in words. */
  static String settersText(List<Found> findings) {
    return String.join(" and ", setters(findings));
  }

  /** Returns the values that were found, each once, in the order of Go. */
  static List<String> values(List<Found> findings) {
    return sorted(findings.stream().map(Found::text).toList());
  }

  /** Returns each text once, in the order of Go. */
  static List<String> sorted(Collection<String> texts) {
    TreeSet<String> sorted = new TreeSet<>(GoText::compare);
    sorted.addAll(texts);
    return List.copyOf(sorted);
  }
}
