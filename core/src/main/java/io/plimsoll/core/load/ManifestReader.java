package io.plimsoll.core.load;

import io.plimsoll.core.manifest.Documents;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Problem;
import io.plimsoll.core.manifest.Severity;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.schema.StrictCheck;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Takes documents apart into objects, checks them, and collects what is wrong. */
final class ManifestReader {

  private static final Comparator<Problem> BY_OFFSET = Comparator.comparingInt(
      problem -> problem.location() == null ? -1 : problem.location().startOffset());

  private final ReadOptions options;
  private final StrictCheck check = StrictCheck.kubernetes();
  private final List<KubeObject> objects = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  ManifestReader(ReadOptions options) {
    this.options = options;
  }

  /** Adds a problem of the input as a whole. */
  void report(Problem problem) {
    problems.add(problem);
  }

  Manifests manifests() {
    return new Manifests(objects, problems);
  }

  /** Reads the documents of one stream. */
  void read(Documents documents) {
    ListItems items = new ListItems();
    documents.roots().forEach(items::add);
    List<Problem> found = new ArrayList<>(items.problems());
    for (Problem problem : documents.problems()) {
      found.add(problem.code().equals("duplicate-key") ? graded(items.placed(problem)) : problem);
    }
    for (Value item : items.values()) {
      for (Problem problem : check.check(item)) {
        found.add(graded(problem));
      }
      if (item instanceof MappingValue tree) {
        KubeObject object = KubeObject.of(tree);
        if (!object.ref().kind().isEmpty()) {
          objects.add(object);
        }
      }
    }
    found.sort(BY_OFFSET);
    problems.addAll(found);
  }

  private Problem graded(Problem problem) {
    return options.fieldValidation() == FieldValidation.WARN && problem.severity() == Severity.ERROR
        ? problem.withSeverity(Severity.WARNING)
        : problem;
  }
}
