package io.plimsoll.core.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.manifest.Documents;
import io.plimsoll.core.manifest.Limits;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.Source;
import org.junit.jupiter.api.Test;

class DraftTest {

  private static final MappingValue OBJECT = (MappingValue) Documents.read(
          Source.of(
              "test",
              "{a: x, none: null, empty: '', zero: 0, sure: true, o: {b: 1}, l: [{c: 1}, 2, {c: 3}]}"),
          Limits.DEFAULT)
      .roots()
      .get(0);

  @Test
  void nothingChangedIsTheSameObject() {
    MappingValue same = Draft.edit(
        OBJECT,
        draft -> draft
            .setDefault("a", ScalarValue.of("y"))
            .setDefaultText("a", ScalarValue.of("y"))
            .remove("not there")
            .edit("o", o -> o.setDefault("b", ScalarValue.of(2)))
            .edit("a", a -> a.set("no", ScalarValue.of(1)))
            .editEach("l", item -> item.setDefault("c", ScalarValue.of(9)))
            .editEach("o", item -> item.set("no", ScalarValue.of(1))));

    assertThat(same).isSameAs(OBJECT);
  }

  @Test
  void whatIsNullIsAbsent() {
    Draft draft = Draft.of(OBJECT);

    assertThat(draft.has("none")).isFalse();
    assertThat(draft.setDefault("none", ScalarValue.of(1)).has("none")).isTrue();
    assertThat(draft.text("zero")).isEmpty();
    assertThat(draft.isTrue("sure")).isTrue();
    assertThat(draft.isTrue("a")).isFalse();
    assertThat(draft.object("a").size()).isZero();
    assertThat(draft.items("a")).isEmpty();
    assertThat(draft.remove("a").get("a")).isNull();
    assertThat(draft.fields()).contains("a");
  }

  @Test
  void changesAreSeenAtOnceAndKeepTheirPlaces() {
    MappingValue changed = Draft.edit(OBJECT, draft -> {
      draft.set("a", ScalarValue.of("y")).remove("none").remove("sure");
      draft.setDefaultText("empty", ScalarValue.of("full"));
      draft.setDefaultNumber("zero", ScalarValue.of(5)).setDefaultNumber("zero", ScalarValue.of(6));
      draft.edit("o", o -> o.remove("b")).edit("o", o -> o.set("d", ScalarValue.of(2)));
      draft.editEach("l", item -> item.setDefaultNumber("e", ScalarValue.of(7)));
      draft.editOrCreate("new", n -> n.set("f", ScalarValue.of(8)));
      draft.editOrCreate("new", n -> n.set("g", ScalarValue.of(9)));
    });

    assertThat(changed)
        .hasToString("{\"a\":\"y\",\"empty\":\"full\",\"zero\":5,\"o\":{\"d\":2},"
            + "\"l\":[{\"c\":1,\"e\":7},2,{\"c\":3,\"e\":7}],\"new\":{\"f\":8,\"g\":9}}");
  }
}
