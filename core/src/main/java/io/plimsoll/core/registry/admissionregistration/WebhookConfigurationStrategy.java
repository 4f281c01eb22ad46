package io.plimsoll.core.registry.admissionregistration;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.registry.KindStrategy;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.registry.StatusRules;
import io.plimsoll.core.validation.Draft;
import io.plimsoll.core.validation.FieldError;
import io.plimsoll.core.validation.NameRule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * ValidatingWebhookConfigurations and MutatingWebhookConfigurations. Mirrors {@code strategy.go} of {@code
 * pkg/registry/admissionregistration/validatingwebhookconfiguration} and {@code mutatingwebhookconfiguration}, {@code
 * pkg/apis/admissionregistration/v1/defaults.go} and {@code validateValidatingWebhookConfiguration} of {@code
 * pkg/apis/admissionregistration/validation}; the expressions of match conditions are not compiled.
 */
final class WebhookConfigurationStrategy extends KindStrategy {

  private static final String WEBHOOKS = "webhooks";
  private static final long TIMEOUT = 10;
  private static final long HTTPS = 443;

  private final boolean mutating;

  WebhookConfigurationStrategy(String kind, boolean mutating) {
    super("admissionregistration.k8s.io/v1", kind, false, NameRule.DNS_SUBDOMAIN);
    this.mutating = mutating;
  }

  @Override
  protected boolean hasStandardFinalizers() {
    return false;
  }

  @Override
  public MappingValue withDefaults(MappingValue object) {
    return Draft.edit(object, draft -> draft.editEach(WEBHOOKS, this::setDefaults));
  }

  private void setDefaults(Draft webhook) {
    webhook.setDefault("failurePolicy", ScalarValue.of("Fail"));
    MatchResourcesRules.setDefaults(webhook);
    webhook.setDefault("timeoutSeconds", ScalarValue.of(TIMEOUT));
    if (mutating) {
      webhook.setDefault("reinvocationPolicy", ScalarValue.of("Never"));
    }
    webhook.editEach("rules", OperationRules::setDefaults);
    webhook.edit(
        "clientConfig",
        client ->
            client.edit("service", service -> service.setDefault("port", ScalarValue.of(HTTPS))));
  }

  @Override
  public MappingValue prepareForCreate(MappingValue object) {
    return StatusRules.firstGeneration(object);
  }

  @Override
  public MappingValue prepareForUpdate(MappingValue object, MappingValue old) {
    return same(WEBHOOKS, object, old) ? object : StatusRules.nextGeneration(object, old);
  }

  @Override
  public List<FieldError> validate(MappingValue object) {
    Part part = check(object, WebhookRules.Leniency.NONE);
    StaticNames.check(part);
    return part.errors();
  }

  @Override
  public List<FieldError> validateUpdate(MappingValue object, MappingValue old) {
    return check(object, WebhookRules.Leniency.of(part(old).list(WEBHOOKS))).errors();
  }

  private Part check(MappingValue object, WebhookRules.Leniency leniency) {
    Part part = part(object);
    checkMetadata(part);
    Set<String> names = new HashSet<>();
    for (Part webhook : part.list(WEBHOOKS)) {
      new WebhookRules(webhook, leniency, mutating).check();
      String name = webhook.text("name");
      if (!leniency.sameNames() && !name.isEmpty() && !names.add(name)) {
        webhook.error(FieldError.duplicate(webhook.at("name"), name));
      }
    }
    return part;
  }

  @Override
  public List<String> warningsOnCreate(MappingValue object) {
    return ruleWarnings(part(object));
  }

  @Override
  public List<String> warningsOnUpdate(MappingValue object, MappingValue old) {
    Part part = part(object);
    List<String> warnings = new ArrayList<>(StaticNames.warnings(part));
    warnings.addAll(ruleWarnings(part));
    return warnings;
  }

  private static List<String> ruleWarnings(Part part) {
    List<String> warnings = new ArrayList<>();
    for (Part webhook : part.list(WEBHOOKS)) {
      webhook.list("rules").forEach(rule -> warnings.addAll(OperationRules.warnings(rule)));
    }
    return warnings;
  }

  @Override
  public Optional<String> unvalidated() {
    return Optional.of("expressions of match conditions are not compiled");
  }

  @Override
  public boolean allowsUnconditionalUpdate() {
    return false;
  }
}
