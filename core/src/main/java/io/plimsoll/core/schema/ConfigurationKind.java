package io.plimsoll.core.schema;

import io.plimsoll.core.manifest.Documents;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.Limits;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Problem;
import io.plimsoll.core.manifest.Severity;
import io.plimsoll.core.manifest.Source;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import java.util.ArrayList;
import java.util.List;

/**
 * A kind of file that a server of Kubernetes is configured with, such as {@code AuthenticationConfiguration}, and how it is
 * decoded strictly. Mirrors {@code k8s.io/apimachinery/pkg/runtime/serializer/json} and {@code sigs.k8s.io/json}.
 *
 * @param kind the kind
 * @param apiVersions the versions of it that are decoded, such as {@code apiserver.config.k8s.io/v1}; they have the same fields
 * @param type the fields; the name of each type in it is that of its Go type
 */
public record ConfigurationKind(String kind, List<String> apiVersions, ObjectType type) {

  /** The place in which upstream's scheme was made is its name. */
  private static final String SCHEME = "pkg/runtime/scheme.go:111";

  private static final String JSON_ERROR = "couldn't get version/kind; json parse error: ";

  public ConfigurationKind {
    apiVersions = List.copyOf(apiVersions);
  }

  /**
   * Decodes a file.
   *
   * @param name the name of the file, which the places of problems show
   * @param text YAML or JSON
   */
  public ConfigurationDecoding decode(String name, String text) {
    Documents read = Documents.readOne(Source.of(name, text), Limits.DEFAULT);
    List<Problem> losses = new ArrayList<>();
    for (Problem problem : read.problems()) {
      if (problem.severity() == Severity.ERROR) {
        return refused(
            JSON_ERROR + "error converting YAML to JSON: yaml: " + problem.message(), problem);
      }
      if (problem.code().endsWith("-key")) {
        losses.add(problem);
      }
    }
    Value tree = read.roots().isEmpty() ? Value.from(null) : read.roots().get(0);
    return decode(tree).with(losses);
  }

  /** Decodes a tree. */
  public ConfigurationDecoding decode(Value tree) {
    Fields fields = Fields.of(tree);
    String misfit = tree instanceof MappingValue || tree.isNull()
        ? kindError(tree, fields)
        : JSON_ERROR + "json: cannot unmarshal " + tree.typeName()
            + " into Go value of type struct { APIVersion string \"json:\\\"apiVersion,omitempty\\\"\";"
            + " Kind string \"json:\\\"kind,omitempty\\\"\" }";
    return misfit.isEmpty()
        ? ConfigurationFields.check(fields.tree(), type, fields.text("apiVersion"))
        : refused(misfit, Problem.error("unknown-kind", tree.location(), misfit));
  }

  private static ConfigurationDecoding refused(String message, Problem problem) {
    return new ConfigurationDecoding(message, List.of(problem), MappingValue.empty());
  }

  private String kindError(Value tree, Fields fields) {
    for (String field : List.of("apiVersion", "kind")) {
      Value value = fields.value(field);
      if (value != null && fields.string(field) == null) {
        return JSON_ERROR + "json: cannot unmarshal " + value.typeName() + " into Go struct field ."
            + field + " of type string";
      }
    }
    String apiVersion = fields.text("apiVersion");
    String found = fields.text("kind");
    if (apiVersion.indexOf('/') != apiVersion.lastIndexOf('/')) {
      return "unexpected GroupVersion string: " + apiVersion;
    }
    if (found.isEmpty()) {
      return "Object 'Kind' is missing in '" + tree + "'";
    }
    if (apiVersion.isEmpty() || apiVersion.endsWith("/")) {
      return "Object 'apiVersion' is missing in '" + tree + "'";
    }
    if (found.equals(kind) && apiVersions.contains(apiVersion)) {
      return "";
    }
    String groupVersion = apiVersion.startsWith("/") ? apiVersion.substring(1) : apiVersion;
    return "no kind " + GoText.quote(found) + " is registered for version "
        + GoText.quote(groupVersion) + " in scheme " + GoText.quote(SCHEME);
  }
}
