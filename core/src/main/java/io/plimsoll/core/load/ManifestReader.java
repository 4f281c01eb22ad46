package io.plimsoll.core.load;

import io.plimsoll.core.manifest.Documents;
import io.plimsoll.core.manifest.Location;
import io.plimsoll.core.manifest.Problem;
import io.plimsoll.core.manifest.Severity;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.schema.CustomResources;
import io.plimsoll.core.schema.FieldValidation;
import io.plimsoll.core.schema.StrictCheck;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Takes documents apart into objects, checks them, and collects what is wrong. */
final class ManifestReader {

  /** Nobody reads more about one stream. */
  private static final int MOST_PROBLEMS = 10_000;

  private static final String DUPLICATE_KEY = "duplicate-key";

  private final ReadOptions options;
  private final List<KubeObject> objects = new ArrayList<>();
  private final List<Part> parts = new ArrayList<>();

  ManifestReader(ReadOptions options) {
    this.options = options;
  }

  /**
   * A stream, or what is wrong with the input as a whole.
   *
   * @param problems what is wrong with it, but for what the check of its items finds
   * @param items what is in it
   */
  private record Part(List<Problem> problems, List<Item> items) {}

  /** Adds a problem of the input as a whole. */
  void report(Problem problem) {
    parts.add(new Part(List.of(problem), List.of()));
  }

  /** Returns what was read, and says so where there is nothing at all: who reads manifests expects to find some. */
  Manifests manifests(String name) {
    Manifests all = manifests();
    return all.objects().isEmpty() && all.problems().isEmpty()
        ? new Manifests(
            List.of(),
            List.of(Problem.warning(
                "no-manifests", null, "\"" + name + "\": there are no objects in it")))
        : all;
  }

  /** Returns what was read. Only now are the objects checked, since any may define what others are. */
  Manifests manifests() {
    StrictCheck check = StrictCheck.kubernetes().with(CustomResources.of(objects));
    List<Problem> problems = new ArrayList<>();
    for (Part part : parts) {
      check(part, check, problems);
    }
    return new Manifests(objects, problems);
  }

  private void check(Part part, StrictCheck check, List<Problem> problems) {
    List<Problem> found = new ArrayList<>(part.problems);
    int unlisted = 0;
    for (Item item : part.items) {
      List<Problem> wrong = check(item, check);
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

  /** Reads the documents of one stream. */
  void read(Documents documents) {
    ListItems items = new ListItems(StrictCheck.kubernetes());
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
    parts.add(new Part(found, items.items()));
    for (Item item : items.items()) {
      if (!isTooLarge(item)) {
        item.object().ifPresent(objects::add);
      }
    }
  }

  private boolean isTooLarge(Item item) {
    Location place = item.value().location();
    return !item.path().isRoot()
        && place != null
        && length(place) > options.limits().documentSize();
  }

  private static int length(Location place) {
    return place.endOffset() - place.startOffset();
  }

  /** Returns what is wrong with an item. */
  private List<Problem> check(Item item, StrictCheck check) {
    Location place = item.value().location();
    if (place != null && isTooLarge(item)) {
      return List.of(Problem.error(
              "limit-document-size",
              place,
              "the item has " + length(place) + " characters, more than "
                  + options.limits().documentSize())
          .at(item.path()));
    }
    List<Problem> wrong = new ArrayList<>();
    for (Problem problem : check.check(item.value())) {
      // What is no object has no name; its place in the document must do.
      add(wrong, problem.object() == null ? problem.at(item.path().then(problem.path())) : problem);
    }
    return wrong;
  }

  /** Adds a problem with fields, as grave as the options say it is; nobody forgives a wrong type in silence. */
  private void add(List<Problem> found, Problem problem) {
    FieldValidation validation = options.fieldValidation();
    boolean strict = validation == FieldValidation.STRICT;
    if (!strict && problem.severity() == Severity.ERROR) {
      if (validation == FieldValidation.WARN || StrictCheck.isAboutType(problem)) {
        found.add(problem.withSeverity(Severity.WARNING));
      }
    } else if (validation != FieldValidation.IGNORE) {
      found.add(problem);
    }
  }
}
