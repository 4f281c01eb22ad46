package io.plimsoll.core.finding;

import io.plimsoll.core.finding.Patch.Operation;
import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.Value;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** One application of a patch: the tree so far, and what would undo it. */
final class PatchRun {

  private final Deque<Operation> undo = new ArrayDeque<>();
  private Value tree;

  PatchRun(Value tree) {
    this.tree = tree;
  }

  PatchRun run(List<Operation> operations) {
    for (int i = 0; i < operations.size(); i++) {
      try {
        run(operations.get(i));
      } catch (PlaceException e) {
        throw new PatchException(i, operations.get(i), e.reason());
      }
    }
    return this;
  }

  Value result() {
    return tree;
  }

  /** Returns the operations that undo those that were run. */
  List<Operation> undo() {
    return List.copyOf(undo);
  }

  private void run(Operation operation) throws PlaceException {
    if (operation instanceof Operation.Add add) {
      add(add.path(), add.value());
    } else if (operation instanceof Operation.Remove remove) {
      remove(remove.path());
    } else if (operation instanceof Operation.Replace replace) {
      replace(replace.path(), replace.value());
    } else if (operation instanceof Operation.Move move) {
      move(move.from(), move.path());
    } else if (operation instanceof Operation.Copy copy) {
      add(copy.path(), Place.find(tree, copy.from()).value());
    } else if (operation instanceof Operation.Test test) {
      Value actual = Place.find(tree, test.path()).value();
      if (!actual.equals(test.value())) {
        throw new PlaceException("the value is " + actual);
      }
    }
  }

  private void add(FieldPath path, Value value) throws PlaceException {
    if (path.isRoot()) {
      replace(path, value);
      return;
    }
    Place place = Place.forNew(tree, path);
    undo.addFirst(
        place.isFree()
            ? new Operation.Remove(place.path())
            : new Operation.Replace(place.path(), place.value()));
    tree = place.insert(value);
  }

  private void remove(FieldPath path) throws PlaceException {
    if (path.isRoot()) {
      throw new PlaceException("the whole document cannot be taken away");
    }
    Place place = Place.find(tree, path);
    undo.addFirst(new Operation.Add(place.path(), place.value()));
    tree = place.delete();
  }

  private void replace(FieldPath path, Value value) throws PlaceException {
    Place place = Place.find(tree, path);
    undo.addFirst(new Operation.Replace(place.path(), place.value()));
    tree = place.replace(value);
  }

  private void move(FieldPath from, FieldPath to) throws PlaceException {
    if (Place.isWithin(to, from)) {
      throw new PlaceException("a value cannot be moved into itself");
    }
    Value value = Place.find(tree, from).value();
    if (from.equals(to)) {
      return;
    }
    remove(from);
    Operation putBack = undo.getFirst();
    add(to, value);
    // Where nothing was replaced, one move undoes both.
    if (undo.getFirst() instanceof Operation.Remove remove
        && !Place.isWithin(putBack.path(), remove.path())) {
      undo.removeFirst();
      undo.removeFirst();
      undo.addFirst(new Operation.Move(remove.path(), putBack.path()));
    }
  }
}
