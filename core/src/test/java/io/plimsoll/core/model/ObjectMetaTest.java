package io.plimsoll.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.plimsoll.core.manifest.Source;
import io.plimsoll.core.manifest.Value;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ObjectMetaTest {

  private static final String JSON = """
      {"name": "web", "generateName": "web-", "namespace": "shop", "uid": "u", "resourceVersion": "5",
       "generation": 3, "creationTimestamp": "2026-01-01T00:00:00Z",
       "deletionTimestamp": "2026-01-02T00:00:00Z", "deletionGracePeriodSeconds": 30,
       "labels": {"z": "1", "a": "2"}, "annotations": {"note": "x"}, "finalizers": ["f"],
       "ownerReferences": [
         {"apiVersion": "v1", "kind": "ConfigMap", "name": "c", "uid": "1"},
         {"apiVersion": "apps/v1", "kind": "ReplicaSet", "name": "rs", "uid": "2", "controller": true,
          "blockOwnerDeletion": false}]}
      """;

  private final ObjectMeta metadata =
      ObjectMeta.from(Fields.of(Value.parseJson(Source.of("t", JSON))));

  @Test
  void everyFieldIsRead() {
    OwnerReference configMap = new OwnerReference("c", "v1", "ConfigMap", "1", null, null);
    OwnerReference replicaSet = new OwnerReference("rs", "apps/v1", "ReplicaSet", "2", false, true);

    assertThat(metadata)
        .isEqualTo(ObjectMeta.builder()
            .name("web")
            .generateName("web-")
            .namespace("shop")
            .uid("u")
            .resourceVersion("5")
            .generation(3L)
            .creationTimestamp(Instant.parse("2026-01-01T00:00:00Z"))
            .deletionTimestamp(Instant.parse("2026-01-02T00:00:00Z"))
            .deletionGracePeriodSeconds(30L)
            .labels(Map.of("a", "2", "z", "1"))
            .annotations(Map.of("note", "x"))
            .ownerReferences(configMap, replicaSet)
            .finalizers("f")
            .build());
    assertThat(metadata.controller()).contains(replicaSet);
  }

  @Test
  void labelsKeepTheirOrder() {
    assertThat(metadata.labels().keySet()).containsExactly("z", "a");
    assertThat(metadata.toBuilder().build().labels().keySet()).containsExactly("z", "a");
  }

  @Test
  void aBuilderStartsWithAllParts() {
    assertThat(metadata.toBuilder().build()).isEqualTo(metadata);
    assertThat(metadata.toBuilder().name("db").build().name()).isEqualTo("db");
    assertThat(metadata.name()).isEqualTo("web");
  }

  @Test
  void absentPartsAreEmpty() {
    assertThat(ObjectMeta.EMPTY).isEqualTo(ObjectMeta.from(Fields.of(null)));
    assertThat(ObjectMeta.EMPTY.name()).isNull();
    assertThat(ObjectMeta.EMPTY.nameOrEmpty()).isEmpty();
    assertThat(ObjectMeta.EMPTY.namespaceOrEmpty()).isEmpty();
    assertThat(ObjectMeta.EMPTY.controller()).isEmpty();
  }

  @Test
  void collectionsAreCopiedAndCannotBeChanged() {
    Map<String, String> labels = new HashMap<>(Map.of("a", "1"));
    ObjectMeta copied = ObjectMeta.builder().labels(labels).build();

    labels.put("b", "2");

    assertThat(copied.labels()).isEqualTo(Map.of("a", "1"));
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> copied.labels().put("c", "3"));
    assertThat(ObjectMeta.builder().finalizers(List.of("x")).build().finalizers())
        .containsExactly("x");
  }
}
