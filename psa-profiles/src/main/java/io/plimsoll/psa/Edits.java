package io.plimsoll.psa;

import io.plimsoll.core.finding.Patch;
import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Changes of one pod, put in an order in which they hold together.
 *
 * <p>Fields are set first, each missing object around them once; then fields go, and last items of lists, from the back, so
 * that no index moves. An object that is null, or of a wrong type, is missing.
 */
final class Edits {

  private final FieldPath root;
  private final Value outline;
  private final Set<FieldPath> made = new HashSet<>();
  private final List<Patch.Operation> operations = new ArrayList<>();

  private Edits(Subject pod) {
    this.root = pod.root();
    this.outline = Outline.of(pod.written());
  }

  /** Returns what would mend these violations, which are about one pod. */
  static Fixes fixes(List<Violation> violations) {
    List<Violation> byHand = violations.stream().filter(v -> !v.isMendable()).toList();
    List<Edit> edits = violations.stream().flatMap(v -> v.edits().stream()).toList();
    Patch patch = edits.isEmpty() ? Patch.of() : patch(violations.get(0).subject(), edits);
    return new Fixes(patch, byHand);
  }

  /** Returns the operations on the whole object that make these changes of its pod. */
  static Patch patch(Subject pod, List<Edit> edits) {
    Map<FieldPath, Edit> unique = new LinkedHashMap<>();
    edits.forEach(edit -> unique.putIfAbsent(edit.path(), edit));
    Edits patch = new Edits(pod);
    List<FieldPath> fields = new ArrayList<>();
    List<FieldPath> items = new ArrayList<>();
    for (Edit edit : unique.values()) {
      if (edit instanceof Edit.Set set) {
        patch.set(set);
      } else {
        (isItem(edit.path()) ? items : fields).add(edit.path());
      }
    }
    fields.forEach(patch::remove);
    items.sort(Comparator.reverseOrder());
    items.forEach(patch::remove);
    return new Patch(patch.operations);
  }

  private static boolean isItem(FieldPath path) {
    List<FieldPath.Step> steps = path.steps();
    return steps.get(steps.size() - 1) instanceof FieldPath.Step.Index;
  }

  private void set(Edit.Set edit) {
    make(edit.path().parent());
    operations.add(new Patch.Operation.Add(root.then(edit.path()), edit.value()));
  }

  private void remove(FieldPath path) {
    operations.add(new Patch.Operation.Remove(root.then(path)));
  }

  /** Makes the objects on the way that are not there yet. */
  private void make(FieldPath object) {
    if (object.isRoot() || made.contains(object)) {
      return;
    }
    make(object.parent());
    Value there = object.in(outline);
    if (there == null || there.isNull()) {
      FieldPath path = root.then(object);
      // To add an item of a list would move the others.
      operations.add(
          isItem(object)
              ? new Patch.Operation.Replace(path, MappingValue.empty())
              : new Patch.Operation.Add(path, MappingValue.empty()));
    }
    made.add(object);
  }
}
