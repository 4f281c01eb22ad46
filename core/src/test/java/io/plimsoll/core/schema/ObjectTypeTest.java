package io.plimsoll.core.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.manifest.Keys;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ObjectTypeTest {

  private static final ObjectType TYPE = ObjectType.ofStrings("test.v1.Thing", List.of("name-1"));

  @Test
  void fieldsStandAlongTheNames() {
    Keys keys = keys("name-1");

    assertThat(TYPE.along(keys).field(0)).isEqualTo(TYPE.find("name-1")).isNotNull();
    assertThat(TYPE.along(keys("name-2")).field(0)).isNull();
  }

  @Test
  void whatIsKnownOfTwoThatAreAskedForInTurnStays() {
    List<Keys> shapes = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      shapes.add(keys("name-" + i));
      TYPE.along(shapes.get(i));
    }
    for (Keys one : shapes) {
      for (Keys other : shapes) {
        TYPE.along(one);
        TYPE.along(other);
        FieldsAlong known = TYPE.along(one);
        FieldsAlong otherKnown = TYPE.along(other);

        assertThat(TYPE.along(one)).isSameAs(known);
        assertThat(TYPE.along(other)).isSameAs(otherKnown);
      }
    }
  }

  private static Keys keys(String name) {
    return MappingValue.of(Map.of(name, ScalarValue.of("x"))).keys();
  }
}
