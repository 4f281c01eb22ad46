package io.plimsoll.psa;

import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.Problem;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import java.util.List;
import java.util.Set;

/**
 * What upstream's strict decoder says about the tree of a configuration.
 *
 * <p>A kind that is not its own comes first, then the first field of a wrong type, then all unknown fields. Mirrors {@code
 * admission/api/load/load.go} and {@code k8s.io/apimachinery/pkg/runtime/serializer/json}.
 *
 * @param message upstream's text, empty if nothing is wrong
 * @param problems everything that is wrong, in the order of the tree
 */
record ConfigurationDecoding(String message, List<Problem> problems) {

  private static final String GROUP = "pod-security.admission.config.k8s.io";
  private static final Set<String> API_VERSIONS =
      Set.of(GROUP + "/v1", GROUP + "/v1beta1", GROUP + "/v1alpha1");

  /** The place in which upstream's scheme was made is its name. */
  private static final String SCHEME = "pkg/runtime/scheme.go:111";

  private static final String JSON_ERROR = "couldn't get version/kind; json parse error: ";

  static ConfigurationDecoding of(Value tree) {
    String misfit = Fields.of(tree).tree() == tree || tree.isNull()
        ? kindError(tree, Fields.of(tree))
        : JSON_ERROR + "json: cannot unmarshal " + tree.typeName()
            + " into Go value of type struct { APIVersion string \"json:\\\"apiVersion,omitempty\\\"\";"
            + " Kind string \"json:\\\"kind,omitempty\\\"\" }";
    return misfit.isEmpty()
        ? ConfigurationFields.check(tree)
        : new ConfigurationDecoding(
            misfit, List.of(Problem.error("unknown-kind", tree.location(), misfit)));
  }

  private static String kindError(Value tree, Fields fields) {
    for (String field : List.of("apiVersion", "kind")) {
      Value value = fields.value(field);
      if (value != null && fields.string(field) == null) {
        return JSON_ERROR + "json: cannot unmarshal " + value.typeName() + " into Go struct field ."
            + field + " of type string";
      }
    }
    String apiVersion = fields.text("apiVersion");
    String kind = fields.text("kind");
    if (apiVersion.indexOf('/') != apiVersion.lastIndexOf('/')) {
      return "unexpected GroupVersion string: " + apiVersion;
    }
    if (kind.isEmpty()) {
      return "Object 'Kind' is missing in '" + tree + "'";
    }
    if (apiVersion.isEmpty() || apiVersion.endsWith("/")) {
      return "Object 'apiVersion' is missing in '" + tree + "'";
    }
    if (kind.equals("PodSecurityConfiguration") && API_VERSIONS.contains(apiVersion)) {
      return "";
    }
    String groupVersion = apiVersion.startsWith("/") ? apiVersion.substring(1) : apiVersion;
    return "no kind " + GoText.quote(kind) + " is registered for version "
        + GoText.quote(groupVersion) + " in scheme " + GoText.quote(SCHEME);
  }
}
