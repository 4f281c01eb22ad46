package io.plimsoll.posture;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.schema.WireForm;
import io.plimsoll.core.validation.Draft;
import io.plimsoll.core.validation.Strategy;
import io.plimsoll.core.validation.Writes;
import io.plimsoll.testkit.Conformance;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("conformance")
class ObjectsConformanceTest {

  @Test
  void whatIsNotSaidIsFilledIn() {
    Conformance.suite("objects/defaults").lines(conformanceCase -> {
      ObjectCase c = new ObjectCase(conformanceCase);
      MappingValue object = c.decoded("object");
      c.same(c.object("defaulted"), WireForm.encode(object, ObjectCase.type(object)));
      MappingValue prepared =
          ObjectCase.strategy(object).prepareForCreate(withSystemFields(object));
      MappingValue stored = Draft.edit(
          prepared,
          draft -> draft.edit(
              "metadata", metadata -> metadata.remove("uid").remove("creationTimestamp")));
      c.same(
          c.object(c.fields().has("stored") ? "stored" : "defaulted"),
          WireForm.encode(stored, ObjectCase.type(object)));
    });
  }

  private static MappingValue withSystemFields(MappingValue object) {
    return Draft.edit(
        object,
        draft -> draft.editOrCreate(
            "metadata",
            metadata -> metadata
                .set("uid", ScalarValue.of(ObjectCase.UID))
                .set("creationTimestamp", ScalarValue.of(ObjectCase.TIME.toString()))));
  }

  @Test
  void newObjectsAreValidated() {
    Conformance.suite("objects/validation").lines(conformanceCase -> {
      ObjectCase c = new ObjectCase(conformanceCase);
      MappingValue object = c.decoded("object");
      Strategy strategy = ObjectCase.strategy(object);
      c.judge(strategy, Writes.create(strategy, object, ObjectCase.creation(object)));
    });
  }

  @Test
  void updatesAreValidated() {
    Conformance.suite("objects/update-validation").lines(conformanceCase -> {
      ObjectCase c = new ObjectCase(conformanceCase);
      MappingValue object = c.decoded("new");
      MappingValue old = c.decoded("old");
      Strategy strategy = ObjectCase.strategy(object);
      String said = Fields.of(object.get("metadata")).text("namespace");
      String namespace = said.isEmpty() ? Fields.of(old.get("metadata")).text("namespace") : said;
      c.judge(strategy, Writes.update(strategy, object, old, namespace));
    });
  }
}
