package io.plimsoll.core.apiserver;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.FieldSelector;
import io.plimsoll.core.request.Status;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The fields that lists can be narrowed by, by kind. Mirrors the {@code AddFieldLabelConversionFunc} calls of {@code
 * pkg/apis/.../conversion.go}; of other kinds, only the name and the namespace.
 */
final class SelectableFields {

  private static final List<String> COMMON = List.of("metadata.name", "metadata.namespace");

  private static final Map<String, List<String>> BY_KIND = Map.of(
      "v1 Pod",
      List.of(
          "metadata.name",
          "metadata.namespace",
          "spec.nodeName",
          "spec.restartPolicy",
          "spec.schedulerName",
          "spec.serviceAccountName",
          "spec.hostNetwork",
          "status.phase",
          "status.podIP",
          "status.nominatedNodeName"),
      "v1 Node",
      List.of("metadata.name", "spec.unschedulable"),
      "v1 ReplicationController",
      List.of("metadata.name", "metadata.namespace", "status.replicas"),
      "v1 Namespace",
      List.of("metadata.name", "status.phase"),
      "v1 Secret",
      List.of("metadata.name", "metadata.namespace", "type"),
      "v1 Service",
      List.of("metadata.name", "metadata.namespace", "spec.clusterIP", "spec.type"),
      "v1 Event",
      List.of(
          "metadata.name",
          "metadata.namespace",
          "involvedObject.kind",
          "involvedObject.namespace",
          "involvedObject.name",
          "involvedObject.uid",
          "involvedObject.apiVersion",
          "involvedObject.resourceVersion",
          "involvedObject.fieldPath",
          "reason",
          "reportingComponent",
          "source",
          "type"),
      "certificates.k8s.io/v1 CertificateSigningRequest",
      List.of("metadata.name", "spec.signerName"),
      "batch/v1 Job",
      List.of("metadata.name", "metadata.namespace", "status.successful"));

  private SelectableFields() {}

  /** Reads a field selector for a kind; refuses one that is none or asks for a field that lists cannot be narrowed by. */
  static FieldSelector parse(Scope scope, String query) throws Refusal {
    if (query.isEmpty()) {
      return FieldSelector.EVERYTHING;
    }
    FieldSelector selector;
    try {
      selector = FieldSelector.parse(query);
    } catch (IllegalArgumentException invalid) {
      throw Refusal.of(Status.badRequest(
          "unable to parse requirement: " + String.valueOf(invalid.getMessage())));
    }
    List<String> known = known(scope);
    for (FieldSelector.Term term : selector.terms()) {
      if (!known.contains(term.field())) {
        throw Refusal.of(Status.badRequest(unknown(scope, term.field())));
      }
    }
    return selector;
  }

  private static String unknown(Scope scope, String field) {
    return BY_KIND.containsKey(key(scope))
        ? "field label not supported: " + field
        : "\"" + field
            + "\" is not a known field selector: only \"metadata.name\", \"metadata.namespace\"";
  }

  private static List<String> known(Scope scope) {
    return BY_KIND.getOrDefault(key(scope), COMMON);
  }

  private static String key(Scope scope) {
    return scope.resource().apiVersion() + " " + scope.resource().kind();
  }

  /** Returns the values of the fields that an object's kind can be narrowed by. */
  static Map<String, String> of(Scope scope, MappingValue object) {
    Map<String, String> values = new HashMap<>();
    for (String field : known(scope)) {
      Value value = FieldPath.of(field.split("\\.", -1)).in(object);
      values.put(field, value instanceof ScalarValue scalar ? scalar.text() : absent(field));
    }
    return values;
  }

  private static String absent(String field) {
    return switch (field) {
      case "spec.hostNetwork", "spec.unschedulable" -> "false";
      case "status.replicas", "status.successful" -> "0";
      default -> "";
    };
  }
}
