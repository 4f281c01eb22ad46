package io.plimsoll.core.finding;

import io.plimsoll.core.finding.Patch.Operation;
import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The form of a patch that RFC 6902 defines: a list of mappings. */
final class PatchTree {

  private PatchTree() {}

  static Value write(Patch patch) {
    return SequenceValue.of(patch.operations().stream().map(PatchTree::write).toList());
  }

  private static Value write(Operation operation) {
    Map<String, Value> members = new LinkedHashMap<>();
    members.put("op", ScalarValue.of(operation.op()));
    if (operation instanceof Operation.Move move) {
      members.put("from", pointer(move.from()));
    } else if (operation instanceof Operation.Copy copy) {
      members.put("from", pointer(copy.from()));
    }
    members.put("path", pointer(operation.path()));
    if (operation instanceof Operation.Add add) {
      members.put("value", add.value());
    } else if (operation instanceof Operation.Replace replace) {
      members.put("value", replace.value());
    } else if (operation instanceof Operation.Test test) {
      members.put("value", test.value());
    }
    return MappingValue.of(members);
  }

  private static Value pointer(FieldPath path) {
    return ScalarValue.of(path.toJsonPointer());
  }

  static Patch read(Value tree) {
    if (!(tree instanceof SequenceValue list)) {
      throw new IllegalArgumentException(
          "not a JSON patch, it must be an array: \"" + tree.typeName() + "\"");
    }
    List<Operation> operations = new ArrayList<>();
    for (Value item : list.items()) {
      operations.add(new Reader(operations.size(), item).read());
    }
    return new Patch(operations);
  }

  /** The reader of one operation. */
  private record Reader(int index, Value item) {

    Operation read() {
      if (!(item instanceof MappingValue)) {
        throw invalid("it must be an object, and is of type \"" + item.typeName() + "\"");
      }
      String op = text("op");
      return switch (op) {
        case "add" -> new Operation.Add(path("path"), value());
        case "remove" -> new Operation.Remove(path("path"));
        case "replace" -> new Operation.Replace(path("path"), value());
        case "move" -> new Operation.Move(path("from"), path("path"));
        case "copy" -> new Operation.Copy(path("from"), path("path"));
        case "test" -> new Operation.Test(path("path"), value());
        default -> throw invalid("there is no operation \"" + op + "\"");
      };
    }

    private Value member(String name) {
      Value member = item instanceof MappingValue map ? map.get(name) : null;
      if (member == null) {
        throw invalid("\"" + name + "\" is missing");
      }
      return member;
    }

    private Value value() {
      return member("value");
    }

    private String text(String name) {
      if (!(member(name) instanceof ScalarValue scalar) || !scalar.isString()) {
        throw invalid("\"" + name + "\" must be a string");
      }
      return scalar.text();
    }

    private FieldPath path(String name) {
      String pointer = text(name);
      try {
        return FieldPath.fromJsonPointer(pointer);
      } catch (IllegalArgumentException e) {
        throw invalid(String.valueOf(e.getMessage()));
      }
    }

    private IllegalArgumentException invalid(String reason) {
      return new IllegalArgumentException("operation " + index + " is invalid: " + reason);
    }
  }
}
