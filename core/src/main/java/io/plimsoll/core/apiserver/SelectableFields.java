package io.plimsoll.core.apiserver;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.model.FieldSelector;
import io.plimsoll.core.request.Status;
import io.plimsoll.core.schema.CustomResource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The fields that lists of a resource can be narrowed by. Mirrors the {@code AddFieldLabelConversionFunc} calls of {@code
 * pkg/apis/.../conversion.go}, and {@code ConvertFieldLabel} of {@code k8s.io/apiextensions-apiserver}; of other kinds, only the name
 * and the namespace.
 *
 * @param scope the resource
 * @param fields the fields
 * @param custom whether a definition says so
 */
record SelectableFields(Scope scope, List<String> fields, boolean custom) {

  private static final String NAME = "metadata.name";
  private static final String NAMESPACE = "metadata.namespace";
  private static final String SIGNER = "spec.signerName";
  private static final List<String> COMMON = List.of(NAME, NAMESPACE);

  private static final Map<String, List<String>> BY_KIND = Map.ofEntries(
      entry(
          "Pod",
          NAME,
          NAMESPACE,
          "spec.nodeName",
          "spec.restartPolicy",
          "spec.schedulerName",
          "spec.serviceAccountName",
          "spec.hostNetwork",
          "status.phase",
          "status.podIP",
          "status.podIPs",
          "status.nominatedNodeName"),
      entry("Node", NAME, "spec.unschedulable"),
      entry("ReplicationController", NAME, NAMESPACE, "status.replicas"),
      entry("Namespace", NAME, "status.phase"),
      entry("Secret", NAME, NAMESPACE, "type"),
      entry("Service", NAME, NAMESPACE, "spec.clusterIP", "spec.type"),
      entry(
          "Event",
          NAME,
          NAMESPACE,
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
      entry(
          "Event.events.k8s.io",
          NAME,
          NAMESPACE,
          "regarding.kind",
          "regarding.namespace",
          "regarding.name",
          "regarding.uid",
          "regarding.apiVersion",
          "regarding.resourceVersion",
          "regarding.fieldPath",
          "reason",
          "reportingController",
          "type"),
      entry("CertificateSigningRequest.certificates.k8s.io", NAME, SIGNER),
      entry("ClusterTrustBundle.certificates.k8s.io", NAME, SIGNER),
      entry(
          "PodCertificateRequest.certificates.k8s.io",
          NAME,
          SIGNER,
          "spec.podName",
          "spec.nodeName"),
      entry(
          "ResourceSlice.resource.k8s.io", NAME, "spec.nodeName", "spec.driver", "spec.pool.name"),
      entry("Job.batch", NAME, NAMESPACE, "status.successful"));

  private static final String OLD_NODE_NAME = "spec.host";

  /** Returns those of the resource of a request. */
  static SelectableFields of(Exchange exchange, Scope scope) {
    return CustomDefinitions.find(exchange, scope)
        .map(custom -> new SelectableFields(scope, fields(custom), true))
        .orElseGet(
            () -> new SelectableFields(scope, BY_KIND.getOrDefault(key(scope), COMMON), false));
  }

  private static List<String> fields(CustomResource custom) {
    List<String> fields = new ArrayList<>();
    fields.add(NAME);
    if (custom.resource().namespaced()) {
      fields.add(NAMESPACE);
    }
    fields.addAll(custom.selectableFields());
    return List.copyOf(fields);
  }

  private static Map.Entry<String, List<String>> entry(String kind, String... fields) {
    return Map.entry(kind, List.of(fields));
  }

  /** Reads a field selector; refuses one that is none. */
  static FieldSelector read(String query) throws Refusal {
    try {
      return query.isEmpty() ? FieldSelector.EVERYTHING : FieldSelector.parse(query);
    } catch (IllegalArgumentException invalid) {
      throw Refusal.of(Status.badRequest(String.valueOf(invalid.getMessage())));
    }
  }

  /** Returns a field selector with the names that fields have now; refuses one for fields that lists cannot be narrowed by. */
  FieldSelector known(FieldSelector selector) throws Refusal {
    List<FieldSelector.Term> terms = new ArrayList<>();
    for (FieldSelector.Term each : selector.terms()) {
      FieldSelector.Term term = renamed(each);
      if (!fields.contains(term.field())) {
        throw Refusal.of(Status.badRequest(unknown(term.field())));
      }
      terms.add(term);
    }
    return new FieldSelector(terms);
  }

  /** The first name of a pod's node still works. */
  private FieldSelector.Term renamed(FieldSelector.Term term) {
    return scope.is("", "pods") && term.field().equals(OLD_NODE_NAME)
        ? new FieldSelector.Term("spec.nodeName", term.negated(), term.value())
        : term;
  }

  private String unknown(String field) {
    String key = key(scope);
    if (!custom && !BY_KIND.containsKey(key)) {
      return GoText.quote(field) + " is not a known field selector: only " + GoText.quote(NAME)
          + ", " + GoText.quote(NAMESPACE);
    }
    return switch (key) {
      case "Job.batch" -> "field label " + GoText.quote(field) + " not supported for Job";
      case "ResourceSlice.resource.k8s.io" ->
        "field label not supported for " + scope.resource().apiVersion() + ", Kind=ResourceSlice: "
            + field;
      default -> "field label not supported: " + field;
    };
  }

  private static String key(Scope scope) {
    return Status.qualified(scope.resource().group(), scope.resource().kind());
  }

  /** Returns the values of the fields of an object. */
  Map<String, String> values(MappingValue object) {
    Map<String, String> values = new HashMap<>();
    for (String field : fields) {
      values.put(field, custom ? text(object, dotted(field)) : value(object, field));
    }
    return values;
  }

  private static String value(MappingValue object, String field) {
    if (field.equals("source")) {
      String component = text(object, FieldPath.of("source", "component"));
      return component.isEmpty() ? value(object, "reportingComponent") : component;
    }
    String text = text(object, path(field));
    return text.isEmpty() ? absent(field) : text;
  }

  private static String text(MappingValue object, FieldPath path) {
    return path.in(object) instanceof ScalarValue scalar && !scalar.isNull() ? scalar.text() : "";
  }

  /** Returns where a field is; a pod's address is the first of its addresses, and all of them are never compared. */
  private static FieldPath path(String field) {
    return switch (field) {
      case "status.podIP" -> FieldPath.of("status", "podIPs").index(0).field("ip");
      case "status.successful" -> FieldPath.of("status", "succeeded");
      default -> dotted(field);
    };
  }

  private static FieldPath dotted(String field) {
    return FieldPath.of(field.split("\\.", -1));
  }

  private static String absent(String field) {
    return switch (field) {
      case "spec.hostNetwork", "spec.unschedulable" -> "false";
      case "status.replicas", "status.successful" -> "0";
      default -> "";
    };
  }
}
