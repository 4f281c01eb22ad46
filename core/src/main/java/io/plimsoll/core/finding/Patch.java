package io.plimsoll.core.finding;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.Source;
import io.plimsoll.core.manifest.Value;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A change of a tree as a list of operations, in order. Mirrors JSON Patch (RFC 6902).
 *
 * <p>Applying a patch makes a new tree that shares with the old one, places in the text included, whatever the patch does not
 * touch. A path means what the tree makes of it: a number finds an item of a list and an entry of a mapping, and {@code -} is
 * the end of a list.
 *
 * @param operations what to do, one after the other
 */
public record Patch(List<Operation> operations) {

  /** The patch that changes nothing. */
  public static final Patch NONE = new Patch(List.of());

  public Patch {
    operations = List.copyOf(operations);
  }

  /** One step of a patch. Paths address values by field, map key or index; the index after the last appends. */
  public sealed interface Operation {

    /** Returns the place it is about. */
    FieldPath path();

    /** Returns its name in JSON: {@code add}, {@code remove}, {@code replace}, {@code move}, {@code copy} or {@code test}. */
    String op();

    /** Sets a field, or inserts an item before the one at the index. */
    record Add(FieldPath path, Value value) implements Operation {
      @Override
      public String op() {
        return "add";
      }

      @Override
      public String toString() {
        return "add " + path.toJsonPointer() + " " + value;
      }
    }

    /** Takes a field or an item away; it must be there. */
    record Remove(FieldPath path) implements Operation {
      @Override
      public String op() {
        return "remove";
      }

      @Override
      public String toString() {
        return "remove " + path.toJsonPointer();
      }
    }

    /** Puts another value in place of one that must be there. */
    record Replace(FieldPath path, Value value) implements Operation {
      @Override
      public String op() {
        return "replace";
      }

      @Override
      public String toString() {
        return "replace " + path.toJsonPointer() + " " + value;
      }
    }

    /** Takes a value away and adds it elsewhere, but not within itself. */
    record Move(FieldPath from, FieldPath path) implements Operation {
      @Override
      public String op() {
        return "move";
      }

      @Override
      public String toString() {
        return "move " + from.toJsonPointer() + " to " + path.toJsonPointer();
      }
    }

    /** Adds a value elsewhere as well. */
    record Copy(FieldPath from, FieldPath path) implements Operation {
      @Override
      public String op() {
        return "copy";
      }

      @Override
      public String toString() {
        return "copy " + from.toJsonPointer() + " to " + path.toJsonPointer();
      }
    }

    /** Fails the patch unless the value is equal. */
    record Test(FieldPath path, Value value) implements Operation {
      @Override
      public String op() {
        return "test";
      }

      @Override
      public String toString() {
        return "test " + path.toJsonPointer() + " " + value;
      }
    }
  }

  /** Returns a patch of these operations. */
  public static Patch of(Operation... operations) {
    return new Patch(List.of(operations));
  }

  /**
   * Returns a patch that makes one tree of another: small and readable, though not always the smallest.
   *
   * <p>Items of lists are told apart by their {@code name}, or else by all they are; what stays in order is not touched.
   */
  public static Patch diff(Value from, Value to) {
    return new PatchDiff().between(from, to);
  }

  /**
   * Reads a JSON Patch. Values in it stand in a source that is named {@code patch}.
   *
   * @throws IllegalArgumentException if it is none; the message names the operation
   */
  public static Patch parse(String json) {
    return from(Value.parseJson(Source.of("patch", json)));
  }

  /**
   * Reads a JSON Patch from its tree. Members that an operation does not have are left out of account.
   *
   * @throws IllegalArgumentException if it is none; the message names the operation
   */
  public static Patch from(Value tree) {
    return PatchTree.read(tree);
  }

  /** Returns whether the patch does nothing. */
  public boolean isEmpty() {
    return operations.isEmpty();
  }

  /**
   * Returns the tree with all operations done.
   *
   * @throws PatchException if one of them cannot be done
   */
  public Value apply(Value tree) {
    return new PatchRun(tree).run(operations).result();
  }

  /**
   * Returns the patch that undoes this one: applied to what this patch makes of the tree, it makes an equal tree again.
   *
   * @throws PatchException if this patch cannot be applied to the tree
   */
  public Patch inverse(Value before) {
    return new Patch(new PatchRun(before).run(operations).undo());
  }

  /** Returns the JSON Patch as a tree. */
  public Value toTree() {
    return PatchTree.write(this);
  }

  /** Returns the JSON Patch without any white space. */
  public String toJson() {
    return toTree().toString();
  }

  /** Returns the operations, one a line. */
  @Override
  public String toString() {
    return operations.stream().map(Operation::toString).collect(Collectors.joining("\n"));
  }
}
