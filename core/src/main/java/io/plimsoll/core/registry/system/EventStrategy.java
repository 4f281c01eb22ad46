package io.plimsoll.core.registry.system;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.model.LabelSyntax;
import io.plimsoll.core.registry.KindStrategy;
import io.plimsoll.core.registry.Messages;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.validation.FieldError;
import io.plimsoll.core.validation.NameRule;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Events. Mirrors {@code pkg/registry/core/event/strategy.go} and {@code pkg/apis/core/validation/events.go}. */
final class EventStrategy extends KindStrategy {

  private static final int LONGEST_NAME = 128;
  private static final int LONGEST_MESSAGE = 1024;
  private static final String UNSET = "needs to be unset";

  private final EventFields fields;

  EventStrategy(EventFields fields) {
    super(fields.apiVersion(), "Event", true, NameRule.DNS_SUBDOMAIN);
    this.fields = fields;
  }

  @Override
  public List<FieldError> validate(MappingValue object) {
    Part event = part(object);
    checkLegacy(event);
    if (fields.strict()) {
      checkMetadata(event);
      checkSeries(event);
      checkNew(event);
    }
    return event.errors();
  }

  private void checkLegacy(Part event) {
    String namespace = event.object("metadata").text("namespace");
    String about = event.object(fields.involvedObject()).text("namespace");
    if (!event.has("eventTime")) {
      boolean fits = about.isEmpty()
          ? namespace.isEmpty() || namespace.equals("default")
          : namespace.equals(about);
      checkNamespace(event, about, fits);
      return;
    }
    boolean known = namespace.equals("default") || namespace.equals("kube-system");
    checkNamespace(event, about, !about.isEmpty() || known);
    String controller = event.text(fields.reportingController());
    FieldPath path = FieldPath.of(fields.reportingController());
    if (controller.isEmpty()) {
      event.error(FieldError.required(path, ""));
    }
    LabelSyntax.keyErrors(controller)
        .forEach(detail -> event.error(FieldError.invalid(path, controller, detail)));
    checkText(event, "reportingInstance");
    checkText(event, "action");
    checkText(event, "reason");
    checkLength(event, "message", event.text(fields.message()), LONGEST_MESSAGE);
  }

  private static void checkNamespace(Part event, String namespace, boolean fits) {
    if (!fits) {
      event.error(FieldError.invalid(
          FieldPath.of("involvedObject", "namespace"),
          namespace,
          "does not match event.namespace"));
    }
  }

  private static void checkText(Part event, String field) {
    if (event.text(field).isEmpty()) {
      event.required(field, "");
    }
    checkLength(event, field, event.text(field), LONGEST_NAME);
  }

  private static void checkLength(Part event, String name, String text, int most) {
    if (GoText.length(text) > most) {
      invalid(event, name, "can have at most " + most + " characters");
    }
  }

  /** Upstream shows no value. */
  private static void invalid(Part event, String name, String detail) {
    event.error(FieldError.invalid(FieldPath.of(name), "", detail));
  }

  private static void checkSeries(Part event) {
    if (!event.has("series")) {
      return;
    }
    Part series = event.object("series");
    if (series.number("count") < 2) {
      event.error(FieldError.invalid(series.at("count"), "", "should be at least 2"));
    }
    if (!series.has("lastObservedTime")) {
      series.required("lastObservedTime", "");
    }
  }

  private void checkNew(Part event) {
    if (!event.has("eventTime")) {
      event.required("eventTime", "");
    }
    String type = event.text("type");
    if (!type.equals("Normal") && !type.equals("Warning")) {
      invalid(event, "type", "has invalid value: " + type);
    }
    if (event.has(fields.firstTimestamp())) {
      invalid(event, "firstTimestamp", UNSET);
    }
    if (event.has(fields.lastTimestamp())) {
      invalid(event, "lastTimestamp", UNSET);
    }
    if (event.number(fields.count()) != 0) {
      invalid(event, "count", UNSET);
    }
    Part source = event.object(fields.source());
    if (!source.text("component").isEmpty() || !source.text("host").isEmpty()) {
      invalid(event, "source", UNSET);
    }
  }

  @Override
  public List<FieldError> validateUpdate(MappingValue object, MappingValue old) {
    Part event = part(object);
    checkLegacy(event);
    if (fields.strict()) {
      checkMetadataUpdate(event, old);
      if (!event.isSame("series", old)) {
        checkSeries(event);
      }
      checkUnchanged(event, old);
    }
    return event.errors();
  }

  private void checkUnchanged(Part event, MappingValue old) {
    immutable(event, old, fields.involvedObject(), "involvedObject");
    event.immutable("reason", old);
    immutable(event, old, fields.message(), "message");
    immutable(event, old, fields.source(), "source");
    immutable(event, old, fields.firstTimestamp(), "firstTimestamp");
    immutable(event, old, fields.lastTimestamp(), "lastTimestamp");
    immutable(event, old, fields.count(), "count");
    event.immutable("reason", old);
    event.immutable("type", old);
    if (!micros(event).equals(micros(part(old)))) {
      event.immutable("eventTime", old);
    }
    event.immutable("action", old);
    event.immutable("related", old);
    immutable(event, old, fields.reportingController(), "reportingController");
    event.immutable("reportingInstance", old);
  }

  private static void immutable(Part event, MappingValue old, String field, String name) {
    if (!event.isSame(field, old)) {
      event.error(
          FieldError.invalidPrinted(FieldPath.of(name), event.json(field), Messages.IMMUTABLE));
    }
  }

  private static Optional<Instant> micros(Part event) {
    return GoText.time(event.text("eventTime")).map(time -> time.truncatedTo(ChronoUnit.MICROS));
  }

  @Override
  public boolean allowsCreateOnUpdate() {
    return true;
  }
}
