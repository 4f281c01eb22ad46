package io.plimsoll.core.admission.plugin;

import io.plimsoll.core.admission.quota.LimitedResource;
import io.plimsoll.core.decode.ConfigurationDecoding;
import io.plimsoll.core.decode.ConfigurationKind;
import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.registry.pod.TolerationRules;
import io.plimsoll.core.schema.Field;
import io.plimsoll.core.schema.FieldType;
import io.plimsoll.core.schema.ObjectType;
import io.plimsoll.core.validation.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The configurations of plug-ins, read and checked as upstream does when a server starts. */
final class PluginConfigurations {

  private static final String API_VERSION = "apiVersion";
  private static final String DEFAULT = "default";
  private static final String WHITELIST = "whitelist";
  private static final List<String> LIMIT_TYPES =
      List.of("Namespace", "Server", "SourceAndObject", "User");

  private static final ConfigurationKind EVENT_RATE_LIMIT = kind(
      "Configuration",
      List.of("eventratelimit.admission.k8s.io/v1alpha1"),
      Field.of(
          "limits",
          new FieldType.ListOf(ObjectType.of(
              "Limit",
              List.of(
                  Field.of("type", FieldType.Scalar.STRING),
                  Field.of("qps", FieldType.Scalar.INT32),
                  Field.of("burst", FieldType.Scalar.INT32),
                  Field.of("cacheSize", FieldType.Scalar.INT32))))));

  private static final ConfigurationKind TOLERATIONS = kind(
      "Configuration",
      List.of("podtolerationrestriction.admission.k8s.io/v1alpha1"),
      Field.of(DEFAULT, TolerationList.TYPE),
      Field.of(WHITELIST, TolerationList.TYPE));

  private static final FieldType LIMITED_RESOURCES = new FieldType.ListOf(ObjectType.of(
      "LimitedResource",
      List.of(
          Field.of("apiGroup", FieldType.Scalar.STRING),
          Field.of("resource", FieldType.Scalar.STRING),
          Field.of("matchContains", new FieldType.ListOf(FieldType.Scalar.STRING)),
          Field.of(
              "matchScopes",
              new FieldType.ListOf(ObjectType.of(
                  "ScopedResourceSelectorRequirement",
                  List.of(
                      Field.of("scopeName", FieldType.Scalar.STRING),
                      Field.of("operator", FieldType.Scalar.STRING),
                      Field.of("values", new FieldType.ListOf(FieldType.Scalar.STRING)))))))));

  private static final ConfigurationKind QUOTA = kind(
      "ResourceQuotaConfiguration",
      List.of("apiserver.config.k8s.io/v1"),
      Field.of("limitedResources", LIMITED_RESOURCES));

  private static final ConfigurationKind OLD_QUOTA = kind(
      "Configuration",
      List.of("resourcequota.admission.k8s.io/v1beta1", "resourcequota.admission.k8s.io/v1alpha1"),
      Field.of("limitedResources", LIMITED_RESOURCES));

  private static final ConfigurationKind WEBHOOKS = kind(
      "WebhookAdmissionConfiguration",
      List.of("apiserver.config.k8s.io/v1"),
      Field.of("kubeConfigFile", FieldType.Scalar.STRING),
      Field.of("staticManifestsDir", FieldType.Scalar.STRING));

  private PluginConfigurations() {}

  private static ConfigurationKind kind(String kind, List<String> versions, Field... fields) {
    List<Field> all = new ArrayList<>(List.of(
        Field.of(API_VERSION, FieldType.Scalar.STRING), Field.of("kind", FieldType.Scalar.STRING)));
    all.addAll(List.of(fields));
    return new ConfigurationKind(kind, versions, ObjectType.of(kind, all));
  }

  private static Fields decode(
      ConfigurationKind kind, Optional<Value> configuration, boolean strict) throws StartFailure {
    if (configuration.isEmpty()) {
      return Fields.of(null);
    }
    ConfigurationDecoding decoding = kind.decode(configuration.get());
    boolean onlyStrict = decoding.message().startsWith("strict decoding error: ");
    if (!decoding.isFine() && (strict || !onlyStrict)) {
      throw StartFailure.ofMaking(decoding.message());
    }
    return Fields.of(onlyStrict ? configuration.get() : decoding.tree());
  }

  /** Returns the limits of events. Mirrors {@code ValidateConfiguration} of {@code plugin/pkg/admission/eventratelimit}. */
  static EventRateLimit eventRateLimit(Optional<Value> configuration) throws StartFailure {
    Fields fields = decode(EVENT_RATE_LIMIT, configuration, false);
    FieldPath path = FieldPath.of("limits");
    List<EventRateLimit.Limit> limits = fields.list("limits", PluginConfigurations::limit);
    List<FieldError> errors = new ArrayList<>();
    if (limits.isEmpty()) {
      errors.add(FieldError.invalidPrinted(
          path, fields.has("limits") ? "[]" : "null", "must not be empty"));
    }
    for (int i = 0; i < limits.size(); i++) {
      check(limits.get(i), path.index(i), errors);
    }
    if (!errors.isEmpty()) {
      throw StartFailure.ofMaking(FieldError.aggregate(errors));
    }
    return new EventRateLimit(limits);
  }

  private static EventRateLimit.Limit limit(Fields fields) {
    return new EventRateLimit.Limit(
        fields.text("type"),
        number(fields, "qps"),
        number(fields, "burst"),
        number(fields, "cacheSize"));
  }

  private static int number(Fields fields, String name) {
    Integer number = fields.int32(name);
    return number == null ? 0 : number;
  }

  private static void check(EventRateLimit.Limit limit, FieldPath path, List<FieldError> errors) {
    if (!LIMIT_TYPES.contains(limit.type())) {
      errors.add(FieldError.notSupported(path.field("type"), limit.type(), LIMIT_TYPES));
    }
    if (limit.burst() <= 0) {
      errors.add(FieldError.invalid(path.field("burst"), limit.burst(), "must be positive"));
    }
    if (limit.qps() <= 0) {
      errors.add(FieldError.invalid(path.field("qps"), limit.qps(), "must be positive"));
    }
    if (!limit.type().equals("Server") && limit.cacheSize() < 0) {
      errors.add(
          FieldError.invalid(path.field("cacheSize"), limit.cacheSize(), "must not be negative"));
    }
  }

  /**
   * Returns the tolerations of a cluster. Mirrors {@code ValidateConfiguration} of {@code
   * plugin/pkg/admission/podtolerationrestriction}.
   */
  static PodTolerationRestriction tolerations(Optional<Value> configuration) throws StartFailure {
    Fields fields = decode(TOLERATIONS, configuration, false);
    Part whole =
        Part.of(fields.tree(), TOLERATIONS.type()).under(FieldPath.of("podtolerationrestriction"));
    whole.list(DEFAULT).forEach(TolerationRules::check);
    whole.list(WHITELIST).forEach(TolerationRules::check);
    if (!whole.errors().isEmpty()) {
      throw StartFailure.ofMaking("invalid config: "
          + whole.errors().stream()
              .map(FieldError::toString)
              .collect(Collectors.joining(" ", "[", "]")));
    }
    return new PodTolerationRestriction(
        fields.list(DEFAULT, Fields::tree), fields.list(WHITELIST, Fields::tree));
  }

  /** Returns the node selectors of namespaces; a configuration that cannot be read says nothing. */
  static PodNodeSelector nodeSelectors(Optional<Value> configuration) {
    Fields fields = Fields.of(configuration.orElseGet(MappingValue::empty));
    return new PodNodeSelector(fields.names().stream()
        .filter(name -> name.equalsIgnoreCase("podNodeSelectorPluginConfig"))
        .findFirst()
        .map(fields::stringMap)
        .orElse(Map.of()));
  }

  /** Returns what nobody may have without a quota. */
  static List<LimitedResource> limitedResources(Optional<Value> configuration) throws StartFailure {
    boolean old = configuration
        .map(value -> Fields.of(value).text(API_VERSION).startsWith("resourcequota."))
        .orElse(false);
    Fields fields = decode(old ? OLD_QUOTA : QUOTA, configuration, true);
    List<LimitedResource> limited = fields.list("limitedResources", LimitedResource::from);
    List<FieldError> errors = new ArrayList<>();
    for (int i = 0; i < limited.size(); i++) {
      if (limited.get(i).resource().isEmpty()) {
        errors.add(
            FieldError.required(FieldPath.of("limitedResources").index(i).field("resource"), ""));
      }
    }
    if (!errors.isEmpty()) {
      throw StartFailure.ofMaking(FieldError.aggregate(errors));
    }
    return limited;
  }

  /** Checks what a server is told about how to reach webhooks, which functions stand in the place of. */
  static void checkWebhooks(Optional<Value> configuration) throws StartFailure {
    Fields fields = decode(WEBHOOKS, configuration, true);
    String file = fields.text("kubeConfigFile");
    if (!file.isEmpty() && !file.startsWith("/")) {
      throw StartFailure.ofMaking(
          FieldError.invalid(FieldPath.of("kubeConfigFile"), file, "must be an absolute file path")
              .toString());
    }
    String manifests = fields.text("staticManifestsDir");
    if (!manifests.isEmpty()) {
      throw StartFailure.ofInitialization("static webhook manifests dir " + GoText.quote(manifests)
          + " configured but ManifestBasedAdmissionControlConfig feature gate is not enabled");
    }
  }
}
