package io.plimsoll.core.apiserver;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.FieldSelector;
import io.plimsoll.core.request.Status;
import java.util.ArrayList;
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
          "status.podIPs",
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

  private static final String OLD_NODE_NAME = "spec.host";

  private SelectableFields() {}

  /** Reads a field selector; refuses one that is none. */
  static FieldSelector read(String query) throws Refusal {
    try {
      return query.isEmpty() ? FieldSelector.EVERYTHING : FieldSelector.parse(query);
    } catch (IllegalArgumentException invalid) {
      throw Refusal.of(Status.badRequest(String.valueOf(invalid.getMessage())));
    }
  }

  /** Returns a field selector with the names that fields have now; refuses one for fields that lists cannot be narrowed by. */
  static FieldSelector known(Scope scope, FieldSelector selector) throws Refusal {
    List<String> known = known(scope);
    List<FieldSelector.Term> terms = new ArrayList<>();
    for (FieldSelector.Term each : selector.terms()) {
      FieldSelector.Term term = renamed(scope, each);
      if (!known.contains(term.field())) {
        throw Refusal.of(Status.badRequest(unknown(scope, term.field())));
      }
      terms.add(term);
    }
    return new FieldSelector(terms);
  }

  /** The first name of a pod's node still works. */
  private static FieldSelector.Term renamed(Scope scope, FieldSelector.Term term) {
    return scope.is("", "pods") && term.field().equals(OLD_NODE_NAME)
        ? new FieldSelector.Term("spec.nodeName", term.negated(), term.value())
        : term;
  }

  private static String unknown(Scope scope, String field) {
    if (scope.is("batch", "jobs")) {
      return "field label " + GoText.quote(field) + " not supported for Job";
    }
    return BY_KIND.containsKey(key(scope))
        ? "field label not supported: " + field
        : GoText.quote(field)
            + " is not a known field selector: only \"metadata.name\", \"metadata.namespace\"";
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
      Value value = path(field).in(object);
      values.put(field, value instanceof ScalarValue scalar ? scalar.text() : absent(field));
    }
    return values;
  }

  /** Returns where a field is; a pod's address is the first of its addresses, and all of them are never compared. */
  private static FieldPath path(String field) {
    return switch (field) {
      case "status.podIP" -> FieldPath.of("status", "podIPs").index(0).field("ip");
      default -> FieldPath.of(field.split("\\.", -1));
    };
  }

  private static String absent(String field) {
    return switch (field) {
      case "spec.hostNetwork", "spec.unschedulable" -> "false";
      case "status.replicas", "status.successful" -> "0";
      default -> "";
    };
  }
}
