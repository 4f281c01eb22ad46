package io.plimsoll.core.schema;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.schema.FieldType.ListOf;
import io.plimsoll.core.schema.FieldType.MapOf;
import io.plimsoll.core.schema.FieldType.Scalar;

/** One walk over an object that tells whether it fits its type, and whether a server holds it just as it is. */
final class Fit {

  private boolean heldForm = true;

  /** Returns whether all that was asked of is what {@link WireForm#decode} makes of it. */
  boolean isHeldForm() {
    return heldForm;
  }

  /** Returns whether all fields in a value are known and have the right types. */
  boolean fits(Value value, FieldType type) {
    if (value instanceof ScalarValue scalar) {
      return fits(scalar, type);
    }
    if (value instanceof SequenceValue list) {
      return type == Scalar.ANY
          || (type instanceof ListOf of && fitAll(list, of.items()))
          || (type == Scalar.BYTES && areBytes(list));
    }
    MappingValue object = (MappingValue) value;
    return type == Scalar.ANY
        || (type instanceof ObjectType of && fieldsFit(object, of.along(object.keys())))
        || (type instanceof MapOf of && valuesFit(object, of.values()));
  }

  @SuppressWarnings("ReferenceEquality") // decoding returns what stays as it is
  private boolean fits(ScalarValue scalar, FieldType type) {
    if (scalar.isNull()) {
      heldForm = false;
      return !(type instanceof Scalar of) || of.accepts(scalar);
    }
    if (!(type instanceof Scalar of) || !of.accepts(scalar)) {
      return false;
    }
    heldForm &= WireForm.decodedScalar(scalar, of) == scalar;
    return true;
  }

  private boolean areBytes(SequenceValue list) {
    heldForm = false;
    return list.items().stream().allMatch(FieldCheck::isByte);
  }

  private boolean fieldsFit(MappingValue object, FieldsAlong fields) {
    for (int i = 0; i < object.size(); i++) {
      Field field = fields.field(i);
      if (field == null || !fits(object.value(i), field.type())) {
        return false;
      }
    }
    return true;
  }

  private boolean valuesFit(MappingValue map, FieldType type) {
    for (int i = 0; i < map.size(); i++) {
      if (!fits(map.value(i), type)) {
        return false;
      }
    }
    return true;
  }

  private boolean fitAll(SequenceValue list, FieldType type) {
    for (int i = 0; i < list.size(); i++) {
      if (!fits(list.get(i), type)) {
        return false;
      }
    }
    return true;
  }
}
