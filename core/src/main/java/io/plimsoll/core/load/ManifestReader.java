package io.plimsoll.core.load;

import io.plimsoll.core.manifest.Documents;
import io.plimsoll.core.manifest.Location;
import io.plimsoll.core.manifest.Problem;
import io.plimsoll.core.manifest.Severity;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.schema.FieldValidation;
import io.plimsoll.core.schema.StrictCheck;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Takes documents apart into objects, checks them, and collects what is wrong. */
final class ManifestReader {

  /** Nobody reads more about one stream. */
  private static final int MOST_PROBLEMS = 10_000;

  private static final String DUPLICATE_KEY = "duplicate-key";

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

  /** Says so where there is nothing at all: who reads manifests expects to find some. */
  void reportNothing(String name) {
    if (objects.isEmpty() && problems.isEmpty()) {
      report(Problem.warning("no-manifests", null, "\"" + name + "\": there are no objects in it"));
    }
  }

  Manifests manifests() {
    return new Manifests(objects, problems);
  }

  /** Reads the documents of one stream. */
  void read(Documents documents) {
    ListItems items = new ListItems(check);
    for (Value root : documents.roots()) {
      items.add(root);
    }
    List<Problem> found = new ArrayList<>();
    for (Problem problem : documents.problems()) {
      Problem placed = items.placed(problem);
      if (problem.code().equals(DUPLICATE_KEY)) {
        add(found, placed);
      } else {
        found.add(placed);
      }
    }
    for (Problem problem : items.problems()) {
      add(found, problem);
    }
    int unlisted = 0;
    for (Item item : items.items()) {
      List<Problem> wrong = take(item);
      int listed = Math.max(0, Math.min(wrong.size(), MOST_PROBLEMS - found.size()));
      found.addAll(wrong.subList(0, listed));
      unlisted += wrong.size() - listed;
    }
    // Most manifests have no problems, and to set up a comparator takes long in a fresh JVM.
    if (!found.isEmpty()) {
      found.sort(Comparator.comparingInt(Problem::startOffset));
    }
    problems.addAll(found);
    if (unlisted > 0) {
      problems.add(
          Problem.error("limit-problems", null, unlisted + " more problems are not listed"));
    }
  }

  /** Adds the object that an item is, and returns what is wrong with it. */
  private List<Problem> take(Item item) {
    Location place = item.value().location();
    int most = options.limits().documentSize();
    if (!item.path().isRoot() && place != null && place.endOffset() - place.startOffset() > most) {
      return List.of(Problem.error(
              "limit-document-size",
              place,
              "the item has " + (place.endOffset() - place.startOffset())
                  + " characters, more than " + most)
          .at(item.path()));
    }
    Optional<KubeObject> object = item.object();
    if (object.isPresent()) {
      objects.add(object.get());
    }
    List<Problem> wrong = new ArrayList<>();
    for (Problem problem : check.check(item.value())) {
      // What is no object has no name; its place in the document must do.
      add(wrong, problem.object() == null ? problem.at(item.path().then(problem.path())) : problem);
    }
    return wrong;
  }

  /** Adds a problem with fields, as grave as the options say it is. */
  private void add(List<Problem> found, Problem problem) {
    FieldValidation validation = options.fieldValidation();
    if (validation == FieldValidation.WARN && problem.severity() == Severity.ERROR) {
      found.add(problem.withSeverity(Severity.WARNING));
    } else if (validation != FieldValidation.IGNORE) {
      found.add(problem);
    }
  }
}
