package io.plimsoll.core.registry.extension;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.Names;
import io.plimsoll.core.registry.KindStrategy;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.registry.StatusRules;
import io.plimsoll.core.registry.Syntax;
import io.plimsoll.core.validation.Draft;
import io.plimsoll.core.validation.FieldError;
import io.plimsoll.core.validation.NameRule;
import io.plimsoll.core.validation.ObjectMetaRules;
import java.util.List;
import java.util.Map;

/**
 * APIServices. Mirrors {@code pkg/registry/apiservice/strategy.go}, {@code SetDefaults_ServiceReference} and {@code
 * ValidateAPIService} of {@code k8s.io/kube-aggregator}.
 */
final class ApiServiceStrategy extends KindStrategy {

  private static final FieldPath METADATA = FieldPath.of("metadata");
  private static final ScalarValue HTTPS = ScalarValue.of(443);
  private static final int MOST_GROUP_PRIORITY = 20_000;
  private static final int MOST_VERSION_PRIORITY = 1_000;
  private static final String INSECURE = "insecureSkipTLSVerify";

  ApiServiceStrategy() {
    super("apiregistration.k8s.io/v1", "APIService", false, NameRule.PATH_SEGMENT);
  }

  @Override
  protected boolean hasStandardFinalizers() {
    return false;
  }

  @Override
  public MappingValue withDefaults(MappingValue object) {
    return Draft.edit(
        object,
        draft -> draft.edit(
            "spec", spec -> spec.edit("service", service -> service.setDefault("port", HTTPS))));
  }

  /** What the server itself serves is there at once. */
  @Override
  public MappingValue prepareForCreate(MappingValue object) {
    MappingValue created = StatusRules.reset(object);
    if (Draft.of(Draft.of(object).object("spec")).has("service")) {
      return created;
    }
    Map<String, String> condition = Map.of(
        "type",
        "Available",
        "status",
        "True",
        "lastTransitionTime",
        Fields.of(object.get("metadata")).text("creationTimestamp"),
        "reason",
        "Local",
        "message",
        "Local APIServices are always available");
    return created.with("status", Value.from(Map.of("conditions", List.of(condition))));
  }

  @Override
  public MappingValue prepareForUpdate(MappingValue object, MappingValue old) {
    return StatusRules.keep(object, old);
  }

  @Override
  public List<FieldError> validate(MappingValue object) {
    Part part = part(object);
    check(part);
    return part.errors();
  }

  @Override
  public List<FieldError> validateUpdate(MappingValue object, MappingValue old) {
    Part part = part(object);
    checkMetadataUpdate(part, old);
    check(part);
    return part.errors();
  }

  private static void check(Part part) {
    Part spec = part.object("spec");
    String group = spec.text("group");
    String version = spec.text("version");
    String required = version + "." + group;
    NameRule names = (name, prefix) -> {
      List<String> minimal = Names.pathSegmentErrors(name);
      return minimal.isEmpty() && !name.equals(required)
          ? List.of("must be `spec.version+\".\"+spec.group`: " + GoText.quote(required))
          : minimal;
    };
    Fields metadata = Fields.of(part.value("metadata"));
    part.errors().addAll(ObjectMetaRules.validate(METADATA, metadata, false, names));
    if (group.isEmpty() && !version.equals("v1")) {
      spec.required("group", "only v1 may have an empty group and it better be legacy kube");
    }
    if (!group.isEmpty()) {
      spec.invalid("group", Names.dnsSubdomainErrors(group));
    }
    spec.invalid("version", Names.dns1035LabelErrors(version));
    checkPriority(spec, "groupPriorityMinimum", MOST_GROUP_PRIORITY);
    checkPriority(spec, "versionPriority", MOST_VERSION_PRIORITY);
    if (spec.has("service")) {
      checkService(spec, spec.object("service"));
    } else {
      checkLocal(spec);
    }
  }

  private static void checkPriority(Part spec, String field, int most) {
    if (spec.number(field) <= 0 || spec.number(field) > most) {
      spec.error(FieldError.invalid(
          spec.at(field), spec.number(field), "must be positive and less than " + most));
    }
  }

  private static void checkLocal(Part spec) {
    int size = GoText.base64(spec.text("caBundle")).map(bytes -> bytes.length).orElse(0);
    if (size > 0) {
      spec.error(FieldError.invalid(
          spec.at("caBundle"), size + " bytes", "local APIServices may not have a caBundle"));
    }
    if (spec.flag(INSECURE)) {
      spec.invalid(INSECURE, "local APIServices may not have insecureSkipTLSVerify");
    }
  }

  private static void checkService(Part spec, Part service) {
    for (String field : List.of("namespace", "name")) {
      if (service.text(field).isEmpty()) {
        service.required(field, "");
      }
    }
    List<String> port = Syntax.portErrors(service.number("port"));
    if (!port.isEmpty()) {
      service.error(FieldError.invalid(
          service.at("port"),
          service.number("port"),
          "port is not valid: " + String.join(", ", port)));
    }
    if (spec.flag(INSECURE) && !spec.text("caBundle").isEmpty()) {
      spec.invalid(INSECURE, "may not be true if caBundle is present");
    }
  }

  @Override
  public boolean allowsUnconditionalUpdate() {
    return false;
  }
}
