package io.plimsoll.core.patch;

import static io.plimsoll.core.patch.Patching.document;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.finding.Patch;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.schema.Field;
import io.plimsoll.core.schema.FieldType.MapOf;
import io.plimsoll.core.schema.FieldType.Scalar;
import io.plimsoll.core.schema.ObjectType;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PatchesProperties {

  @Property
  void aPatchOfOursIsOneOfKubernetes(@ForAll("objects") Value from, @ForAll("objects") Value to) {
    Patch patch = Patch.diff(from, to);

    assertThat(document(JsonPatch.apply(from, patch.toTree()))).isEqualTo(patch.apply(from));
  }

  @Property
  void mergingADifferenceMakesOneObjectOfTheOther(
      @ForAll("objects") MappingValue from, @ForAll("objects") MappingValue to) {
    MappingValue target = (MappingValue) withoutNulls(to);

    assertThat(document(JsonMergePatch.apply(withoutNulls(from), difference(from, target))))
        .isEqualTo(target);
  }

  @Property
  void aStrategicMergeOfObjectsWithoutListsIsAPlainOne(
      @ForAll("maps") MappingValue from, @ForAll("maps") MappingValue patch) {
    ObjectType any = recursive();

    assertThat(document(StrategicMergePatch.apply(from, patch, any)))
        .isEqualTo(document(JsonMergePatch.apply(from, patch)));
  }

  /** Returns a merge patch: what is gone is null, what is an object in both is compared, the rest is as it shall be. */
  private static MappingValue difference(MappingValue from, MappingValue to) {
    Map<String, Value> changes = new TreeMap<>();
    from.keys().forEach(key -> changes.put(key, ScalarValue.ofNull()));
    for (String key : to.keys()) {
      Value value = to.get(key);
      changes.put(
          key,
          from.get(key) instanceof MappingValue old && value instanceof MappingValue now
              ? difference(old, now)
              : value);
    }
    return MappingValue.of(changes);
  }

  private static Value withoutNulls(Value value) {
    if (value instanceof MappingValue mapping) {
      return mapping.map(child -> child.isNull() ? null : withoutNulls(child));
    }
    return value instanceof SequenceValue list ? list.map(PatchesProperties::withoutNulls) : value;
  }

  private static ObjectType recursive() {
    ObjectType leaf = ObjectType.of("test.v1.Leaf", fields(new MapOf(Scalar.STRING)));
    ObjectType middle = ObjectType.of("test.v1.Middle", fields(leaf));
    return ObjectType.of("test.v1.Root", fields(middle));
  }

  private static List<Field> fields(io.plimsoll.core.schema.FieldType type) {
    return List.of(Field.of("a", type), Field.of("b", type), Field.of("0", type));
  }

  @Provide
  Arbitrary<MappingValue> objects() {
    return mapping(value(3, true));
  }

  @Provide
  Arbitrary<MappingValue> maps() {
    return mapping(value(2, false));
  }

  private static Arbitrary<Value> value(int depth, boolean lists) {
    Arbitrary<Value> scalars = Arbitraries.of(
        ScalarValue.of(0), ScalarValue.of(1), ScalarValue.of("x"), ScalarValue.ofNull());
    if (depth == 0) {
      return scalars;
    }
    Arbitrary<Value> below = value(depth - 1, lists);
    Arbitrary<Value> mappings = mapping(below).map(mapping -> mapping);
    return lists
        ? Arbitraries.oneOf(scalars, mappings, below.list().ofMaxSize(4).map(SequenceValue::of))
        : Arbitraries.oneOf(scalars, mappings);
  }

  private static Arbitrary<MappingValue> mapping(Arbitrary<Value> values) {
    return Arbitraries.maps(Arbitraries.of("a", "b", "0"), values)
        .ofMaxSize(3)
        .map(MappingValue::of);
  }
}
