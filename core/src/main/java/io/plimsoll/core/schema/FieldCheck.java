package io.plimsoll.core.schema;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.schema.FieldType.ListOf;
import io.plimsoll.core.schema.FieldType.MapOf;
import io.plimsoll.core.schema.FieldType.Scalar;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The walk through a tree along its type, which reports fields that the type does not know and values of wrong types.
 *
 * <p>It keeps its own stack, so that depth costs memory only, and makes paths only when there is a problem to name one.
 */
final class FieldCheck {

  private static final int BYTE_MAX = 255;

  /** Enough for a plain pod. */
  private static final int FRAMES = 8;

  private final ProblemList problems;

  // What is open: a mapping or list, its type, the entry that comes next, and its path if it was
  // needed already.
  private Value[] values = new Value[FRAMES];
  private FieldType[] types = new FieldType[FRAMES];
  private int[] next = new int[FRAMES];
  private @Nullable FieldPath[] paths = new FieldPath[FRAMES];
  private @Nullable FieldsAlong[] along = new FieldsAlong[FRAMES];
  private int depth;

  FieldCheck(ProblemList problems) {
    this.problems = problems;
  }

  /** Checks the value that is at the path. */
  void check(Value value, FieldType type, FieldPath path) {
    if (!accepts(value, type)) {
      problems.wrongType(value, type, path);
    } else if (!(value instanceof ScalarValue) && type != Scalar.ANY) {
      open(value, type);
      paths[0] = path;
    }
    while (depth > 0) {
      int top = depth - 1;
      int at = next[top]++;
      if (values[top] instanceof MappingValue mapping && at < mapping.size()) {
        entry(mapping, at, types[top]);
      } else if (values[top] instanceof SequenceValue list && at < list.size()) {
        item(list.get(at), types[top]);
      } else {
        depth--;
      }
    }
  }

  private void entry(MappingValue mapping, int at, FieldType type) {
    if (type instanceof MapOf map) {
      enter(mapping.value(at), map.values());
    } else if (type instanceof ObjectType object) {
      FieldsAlong fields = along[depth - 1];
      Field field = fields == null ? null : fields.field(at);
      if (field == null) {
        problems.unknownField(mapping, at, object, path(depth));
      } else {
        enter(mapping.value(at), field.type());
      }
    }
  }

  private void item(Value value, FieldType type) {
    if (type instanceof ListOf list) {
      enter(value, list.items());
    } else if (!isByte(value)) {
      problems.wrongByte(value, path(depth));
    }
  }

  /** Go reads a list of small numbers as bytes, too. */
  static boolean isByte(Value value) {
    return value instanceof ScalarValue scalar
        && (scalar.isNull() || scalar.isInteger(0, BYTE_MAX));
  }

  private void enter(Value value, FieldType type) {
    if (!accepts(value, type)) {
      problems.wrongType(value, type, path(depth));
    } else if (!(value instanceof ScalarValue) && type != Scalar.ANY) {
      open(value, type);
    }
  }

  private static boolean accepts(Value value, FieldType type) {
    if (value instanceof ScalarValue scalar) {
      return type instanceof Scalar of ? of.accepts(scalar) : scalar.isNull();
    }
    if (value instanceof MappingValue) {
      return type instanceof ObjectType || type instanceof MapOf || type == Scalar.ANY;
    }
    return type instanceof ListOf || type == Scalar.BYTES || type == Scalar.ANY;
  }

  private void open(Value value, FieldType type) {
    if (depth == values.length) {
      values = Arrays.copyOf(values, 2 * depth);
      types = Arrays.copyOf(types, 2 * depth);
      next = Arrays.copyOf(next, 2 * depth);
      paths = Arrays.copyOf(paths, 2 * depth);
      along = Arrays.copyOf(along, 2 * depth);
    }
    values[depth] = value;
    types[depth] = type;
    next[depth] = 0;
    paths[depth] = null;
    along[depth] = value instanceof MappingValue mapping && type instanceof ObjectType object
        ? object.along(mapping.keys())
        : null;
    depth++;
  }

  /** Returns the path of what the frame of that number is or would be. Each open frame's is made once. */
  private FieldPath path(int frame) {
    int known = Math.min(frame, depth - 1);
    FieldPath path = paths[known];
    while (path == null) {
      path = paths[--known];
    }
    for (; known < frame; known++) {
      path = step(path, known);
      if (known + 1 < depth) {
        paths[known + 1] = path;
      }
    }
    return path;
  }

  private FieldPath step(FieldPath path, int frame) {
    int at = next[frame] - 1;
    if (!(values[frame] instanceof MappingValue mapping)) {
      return path.index(at);
    }
    return types[frame] instanceof ObjectType
        ? path.field(mapping.key(at))
        : path.key(mapping.key(at));
  }
}
