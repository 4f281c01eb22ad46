package io.plimsoll.core.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.manifest.Documents;
import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.Limits;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WritesTest {

  private static final FieldPath SIZE = FieldPath.of("spec", "size");

  /** Boxes: their size must not be {@code bad}, and is not {@code declared} or {@code covered} either. */
  private static class Boxes implements Strategy {

    final List<String> steps = new ArrayList<>();

    @Override
    public String apiVersion() {
      return "example.com/v1";
    }

    @Override
    public String kind() {
      return "Box";
    }

    private static String size(MappingValue box) {
      return Draft.of(Draft.of(box).object("spec")).text("size");
    }

    @Override
    public List<String> warningsOfPreparation(MappingValue object) {
      return List.of("prepared");
    }

    @Override
    public MappingValue prepareForCreate(MappingValue object) {
      steps.add("prepare");
      return object.with("status", ScalarValue.of("new"));
    }

    @Override
    public MappingValue prepareForUpdate(MappingValue object, MappingValue old) {
      steps.add("prepare");
      return object;
    }

    @Override
    public List<FieldError> validate(MappingValue object) {
      steps.add("validate");
      FieldError error = FieldError.invalid(SIZE, size(object), "must be good");
      return switch (size(object)) {
        case "bad" -> List.of(error, error);
        case "covered" -> List.of(error.asCovered());
        default -> List.of();
      };
    }

    @Override
    public List<FieldError> validateDeclaratively(MappingValue object) {
      steps.add("declared");
      return List.of("declared", "covered").contains(size(object))
          ? List.of(FieldError.invalid(SIZE, size(object), "is declared otherwise"))
          : List.of();
    }

    @Override
    public List<FieldError> validateUpdate(MappingValue object, MappingValue old) {
      return validate(object);
    }

    @Override
    public List<String> warningsOnCreate(MappingValue object) {
      return List.of("prepared", "created");
    }

    @Override
    public List<String> warningsOnUpdate(MappingValue object, MappingValue old) {
      return List.of("updated", "updated");
    }

    @Override
    public MappingValue canonicalize(MappingValue object) {
      return object.with("stored", ScalarValue.of(true));
    }
  }

  private final Boxes boxes = new Boxes();

  private static MappingValue tree(String yaml) {
    return (MappingValue)
        Documents.read(Source.of("test", yaml), Limits.DEFAULT).roots().get(0);
  }

  private static MappingValue box(String metadata, String size) {
    return tree("{apiVersion: example.com/v1, kind: Box, metadata: {" + metadata
        + "}, spec: {size: " + size + "}}");
  }

  private WriteOutcome create(MappingValue box) {
    Instant time = Instant.parse("2026-01-02T03:04:05.678Z");
    return Writes.create(boxes, box, new Creation("shop", "u-1", time, () -> "abcde"));
  }

  private WriteOutcome update(String metadata, String size, String old) {
    return Writes.update(boxes, box(metadata, size), box(old, "good"), "shop");
  }

  private static String said(WriteOutcome outcome) {
    if (outcome instanceof WriteOutcome.Accepted accepted) {
      return accepted.object().get("metadata") + " " + accepted.warnings();
    }
    if (outcome instanceof WriteOutcome.Invalid invalid) {
      return invalid.name() + " " + invalid.errors() + " " + invalid.warnings();
    }
    return ((WriteOutcome.BadRequest) outcome).message();
  }

  @Test
  void newObjectsAreCompletedThenPreparedThenValidated() {
    WriteOutcome outcome = create(box("name: a", "good"));

    assertThat(said(outcome))
        .isEqualTo("{\"name\":\"a\",\"uid\":\"u-1\",\"creationTimestamp\":\"2026-01-02T03:04:05Z\","
            + "\"namespace\":\"shop\"} [prepared, created]");
    assertThat(boxes.steps).containsExactly("prepare", "validate", "declared");
    assertThat(((WriteOutcome.Accepted) outcome).object().keys()).contains("status", "stored");
  }

  @Test
  void namesAreMadeFromTheirStart() {
    assertThat(said(create(box("generateName: a-", "good")))).contains("\"name\":\"a-abcde\"");
    assertThat(said(create(box("generateName: a-, name: b", "good")))).contains("\"name\":\"b\"");
    String start = "x".repeat(58);
    assertThat(said(create(box("generateName: " + start + "yz", "good"))))
        .contains("\"name\":\"" + start + "abcde\"");
  }

  @Test
  void metadataAreLookedAtOnlyIfTheKindFindsNothing() {
    assertThat(said(create(box("name: a/b", "bad"))))
        .isEqualTo("a/b [spec.size: Invalid value: \"bad\": must be good] [prepared]");
    assertThat(said(create(box("name: a/b", "declared"))))
        .isEqualTo("a/b [metadata.name: Invalid value: \"a/b\": may not contain '/',"
            + " spec.size: Invalid value: \"declared\": is declared otherwise] [prepared]");
    assertThat(said(create(box("name: a", "covered"))))
        .isEqualTo("a [spec.size: Invalid value: \"covered\": is declared otherwise] [prepared]");
  }

  @Test
  void namespacesMustMatch() {
    String message =
        "the namespace of the provided object does not match the namespace sent on the request";
    assertThat(said(create(box("name: a, namespace: other", "good")))).isEqualTo(message);
    assertThat(said(update("name: a, namespace: other", "good", "name: a"))).isEqualTo(message);
    assertThat(said(create(box("name: a, namespace: shop", "good")))).contains("\"shop\"");
    assertThat(boxes.steps).containsExactly("prepare", "validate", "declared");
  }

  @Test
  void updatesKeepWhatOnlyTheServerSets() {
    String old = "name: a, namespace: shop, resourceVersion: '1', uid: u-1, generation: 3,"
        + " creationTimestamp: '2026-01-01T00:00:00Z', deletionTimestamp: '2026-01-01T00:00:01Z',"
        + " deletionGracePeriodSeconds: 5";
    WriteOutcome outcome = update(
        "name: a, resourceVersion: '1', generation: 9, creationTimestamp: null", "good", old);

    assertThat(said(outcome))
        .isEqualTo(
            "{\"name\":\"a\",\"resourceVersion\":\"1\",\"generation\":3,"
                + "\"creationTimestamp\":\"2026-01-01T00:00:00Z\",\"namespace\":\"shop\",\"uid\":\"u-1\","
                + "\"deletionTimestamp\":\"2026-01-01T00:00:01Z\",\"deletionGracePeriodSeconds\":5} [updated]");
    assertThat(said(update("name: a, resourceVersion: '1', uid: u-2", "bad", old)))
        .isEqualTo("a [metadata.uid: Invalid value: \"u-2\": field is immutable,"
            + " spec.size: Invalid value: \"bad\": must be good] []");
  }

  @Test
  void clientsDoNotSetWhatTheSystemSets() {
    MappingValue box = box(
        "name: a, uid: u, creationTimestamp: x, deletionTimestamp: x,"
            + " deletionGracePeriodSeconds: 1, selfLink: /a",
        "good");
    assertThat(Writes.withoutSystemFields(box).get("metadata")).hasToString("{\"name\":\"a\"}");
    assertThat(Writes.withoutSystemFields(tree("{kind: Box}"))).hasToString("{\"kind\":\"Box\"}");
  }
}
