package io.plimsoll.core.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.manifest.Documents;
import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.Limits;
import io.plimsoll.core.manifest.Source;
import io.plimsoll.core.model.Fields;
import java.util.List;
import org.junit.jupiter.api.Test;

class ObjectMetaRulesTest {

  private static final FieldPath METADATA = FieldPath.of("metadata");

  private static Fields metadata(String yaml) {
    return Fields.of(
        Documents.read(Source.of("test", yaml), Limits.DEFAULT).roots().get(0));
  }

  private static List<String> errors(String yaml) {
    return texts(ObjectMetaRules.validate(METADATA, metadata(yaml), true, NameRule.DNS_SUBDOMAIN));
  }

  private static List<String> updateErrors(String yaml, String old) {
    return texts(ObjectMetaRules.validateUpdate(METADATA, metadata(yaml), metadata(old)));
  }

  private static List<String> texts(List<FieldError> errors) {
    return errors.stream()
        .map(error -> error.toString().replaceFirst(" \\(e\\.g\\. .*", ""))
        .toList();
  }

  @Test
  void namesAndNamespaces() {
    String name = "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric"
        + " characters, '-' or '.', and must start and end with an alphanumeric character";
    assertThat(errors("{name: a.b, namespace: shop, generateName: a-}")).isEmpty();
    assertThat(errors("{}"))
        .containsExactly(
            "metadata.name: Required value: name or generateName is required",
            "metadata.namespace: Required value");
    assertThat(errors("{name: A, namespace: a.b, generateName: B-x-, generation: -1}"))
        .containsExactly(
            "metadata.generateName: Invalid value: \"B-x-\": " + name,
            "metadata.name: Invalid value: \"A\": " + name,
            "metadata.namespace: Invalid value: \"a.b\": must not contain dots",
            "metadata.generation: Invalid value: -1: must be greater than or equal to 0");
    assertThat(texts(ObjectMetaRules.validate(
            METADATA, metadata("{name: a, namespace: b}"), false, NameRule.DNS_LABEL)))
        .containsExactly("metadata.namespace: Forbidden: not allowed on this type");
  }

  @Test
  void labelsAnnotationsAndFinalizers() {
    String half = "x".repeat(128 * 1024 - 1);
    assertThat(errors("{name: a, namespace: b, annotations: {a: " + half + ", B: " + half + "}}"))
        .isEmpty();
    assertThat(errors("{name: a, namespace: b, annotations: {a: " + half + ", B: " + half + "x}}"))
        .containsExactly("metadata.annotations: Too long: may not be more than 262144 bytes");
    assertThat(errors("{name: a, namespace: b, labels: {b: 'c d', 'a/': x}, annotations: {'-': x},"
            + " finalizers: [a.b/c, orphan, foregroundDeletion, '-']}"))
        .containsExactly(
            "metadata.labels: Invalid value: \"a/\": name part must be non-empty",
            "metadata.labels: Invalid value: \"a/\": name part must consist of alphanumeric"
                + " characters, '-', '_' or '.', and must start and end with an alphanumeric character",
            "metadata.labels: Invalid value: \"c d\": a valid label must be an empty string or consist"
                + " of alphanumeric characters, '-', '_' or '.', and must start and end with an"
                + " alphanumeric character",
            "metadata.annotations: Invalid value: \"-\": name part must consist of alphanumeric"
                + " characters, '-', '_' or '.', and must start and end with an alphanumeric character",
            "metadata.finalizers: Invalid value: \"-\": name part must consist of alphanumeric"
                + " characters, '-', '_' or '.', and must start and end with an alphanumeric character",
            "metadata.finalizers: Invalid value: [\"a.b/c\",\"orphan\",\"foregroundDeletion\",\"-\"]:"
                + " finalizer orphan and foregroundDeletion cannot be both set");
  }

  @Test
  void owners() {
    String start = "metadata.ownerReferences";
    assertThat(
            errors("{name: a, namespace: b, ownerReferences: [{}, {apiVersion: a/b/c, kind: Event,"
                + " name: web, uid: u}, {apiVersion: a/, kind: K, name: web, uid: u},"
                + " {apiVersion: v1, kind: Event, name: web, uid: u, blockOwnerDeletion: false}]}"))
        .containsExactly(
            start + "[0].apiVersion: Required value: must not be empty",
            start + "[0].kind: Required value: must not be empty",
            start + "[0].name: Required value: must not be empty",
            start + "[0].uid: Required value: must not be empty",
            start
                + "[1].apiVersion: Invalid value: \"a/b/c\": must be <group>/<version> or <version>",
            start + "[2].apiVersion: Invalid value: \"a/\": must be <group>/<version> or <version>",
            start
                + "[3]: Invalid value: {\"apiVersion\":\"v1\",\"kind\":\"Event\",\"name\":\"web\","
                + "\"uid\":\"u\",\"blockOwnerDeletion\":false}: /v1, Kind=Event is disallowed from"
                + " being an owner");
    assertThat(
            errors("{name: a, namespace: b, ownerReferences: [{apiVersion: v1, kind: K, name: web,"
                + " uid: u, controller: true}, {apiVersion: v1, kind: L, name: m, uid: v,"
                + " controller: true}]}"))
        .containsExactly(start
            + ": Invalid value: [{\"apiVersion\":\"v1\",\"kind\":\"K\",\"name\":\"web\",\"uid\":\"u\","
            + "\"controller\":true},{\"apiVersion\":\"v1\",\"kind\":\"L\",\"name\":\"m\",\"uid\":\"v\","
            + "\"controller\":true}]: Only one reference can have Controller set to true. Found"
            + " \"true\" in references for K/web and L/m");
  }

  @Test
  void managedFields() {
    String start = "metadata.managedFields";
    assertThat(errors("{name: a, namespace: b, managedFields: [{operation: Apply, manager: m,"
            + " fieldsType: FieldsV1}, {manager: \"é\\u0001\", subresource: "
            + "s".repeat(257) + "}, {operation: Delete, fieldsType: V2, manager: "
            + "m".repeat(129) + "}]}"))
        .containsExactly(
            start + "[1].operation: Required value: must not be empty",
            start
                + "[1].manager: Invalid value: \"é\\x01\": invalid character U+0001 (at position 2)",
            start + "[1].subresource: Too long: may not be more than 256 bytes",
            start
                + "[2].operation: Unsupported value: \"Delete\": supported values: \"Apply\", \"Update\"",
            start + "[2].fieldsType: Invalid value: \"V2\": must be `FieldsV1`",
            start + "[2].manager: Too long: may not be more than 128 bytes");
  }

  @Test
  void updates() {
    String old = "{name: a, namespace: b, uid: u, resourceVersion: '1', generation: 3,"
        + " creationTimestamp: '2026-01-01T00:00:00Z'}";
    assertThat(updateErrors(old, old)).isEmpty();
    assertThat(updateErrors(
            "{name: c, namespace: d, uid: v, generation: 2, deletionGracePeriodSeconds: 1,"
                + " labels: {'': x}}",
            old))
        .containsExactly(
            "metadata.resourceVersion: Invalid value: \"\": must be specified for an update",
            "metadata.generation: Invalid value: 2: must not be decremented",
            "metadata.name: Invalid value: \"c\": field is immutable",
            "metadata.namespace: Invalid value: \"d\": field is immutable",
            "metadata.uid: Invalid value: \"v\": field is immutable",
            "metadata.creationTimestamp: Invalid value: null: field is immutable",
            "metadata.deletionGracePeriodSeconds: Invalid value: 1: field is immutable",
            "metadata.labels: Invalid value: \"\": name part must be non-empty",
            "metadata.labels: Invalid value: \"\": name part must consist of alphanumeric"
                + " characters, '-', '_' or '.', and must start and end with an alphanumeric character");
    String deleted = "{name: a, resourceVersion: '1', deletionTimestamp: '2026-01-01T00:00:00Z',"
        + " finalizers: [a/b, a/c]}";
    assertThat(updateErrors(deleted.replace("[a/b, a/c]", "[a/z, a/c, a/y]"), deleted))
        .containsExactly(
            "metadata.finalizers: Forbidden: no new finalizers can be added if the object is"
                + " being deleted, found new finalizers []string{\"a/y\", \"a/z\"}");
  }
}
