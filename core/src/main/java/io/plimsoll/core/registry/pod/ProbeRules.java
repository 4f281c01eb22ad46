package io.plimsoll.core.registry.pod;

import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.registry.Messages;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.registry.Syntax;
import io.plimsoll.core.validation.FieldError;
import java.util.List;

/** Probes, and what runs when a container starts and stops. Mirrors {@code validateProbe} and {@code validateHandler}. */
final class ProbeRules {

  private static final List<String> SCHEMES = List.of("HTTP", "HTTPS");
  private static final List<String> PROTOCOLS = List.of("HTTP1", "HTTP2");
  private static final List<String> MODES = List.of("Plaintext", "TLS");
  private static final List<String> HANDLERS =
      List.of("exec", "httpGet", "tcpSocket", "grpc", "sleep");
  private static final List<String> NUMBERS = List.of(
      "initialDelaySeconds",
      "timeoutSeconds",
      "periodSeconds",
      "successThreshold",
      "failureThreshold");

  static final List<String> PROBES = List.of("livenessProbe", "readinessProbe", "startupProbe");

  private ProbeRules() {}

  /** What a container that keeps running may have. */
  static void check(Part container, PodContext pod) {
    if (container.has("lifecycle")) {
      lifecycle(container.object("lifecycle"), pod);
    }
    for (String field : PROBES) {
      Part probe = container.find(field);
      if (probe != null) {
        probe(probe, field.equals("readinessProbe"), pod);
      }
    }
  }

  private static void probe(Part probe, boolean readiness, PodContext pod) {
    handler(probe, pod);
    for (String field : NUMBERS) {
      if (probe.number(field) < 0) {
        probe.invalid(field, Messages.NEGATIVE);
      }
    }
    String period = "terminationGracePeriodSeconds";
    if (probe.has(period)) {
      if (probe.number(period) <= 0) {
        probe.invalid(period, "must be greater than 0");
      }
      if (readiness) {
        probe.invalid(period, "must not be set for readinessProbes");
      }
    }
    if (!readiness && probe.number("successThreshold") != 1) {
      probe.invalid("successThreshold", "must be 1");
    }
  }

  private static void lifecycle(Part lifecycle, PodContext pod) {
    for (String field : List.of("postStart", "preStop")) {
      if (lifecycle.has(field)) {
        handler(lifecycle.object(field), pod);
      }
    }
    if (lifecycle.has("stopSignal")) {
      StopSignals.check(lifecycle, pod.os());
    }
  }

  private static void handler(Part handler, PodContext pod) {
    int count = 0;
    for (String field : HANDLERS) {
      Part action = handler.find(field);
      if (action == null) {
        continue;
      }
      if (count > 0) {
        handler.forbidden(field, "may not specify more than 1 handler type");
        continue;
      }
      count++;
      action(field, action, pod);
    }
    if (count == 0) {
      handler.error(FieldError.required(handler.path(), "must specify a handler type"));
    }
  }

  private static void action(String field, Part action, PodContext pod) {
    switch (field) {
      case "exec" -> {
        if (action.strings("command").isEmpty()) {
          action.required("command", "");
        }
      }
      case "httpGet" -> httpGet(action);
      case "grpc" -> {
        port(action);
        if (action.has("mode") && !MODES.contains(action.text("mode"))) {
          action.notSupported("mode", MODES);
        }
      }
      case "sleep" -> sleep(action, pod.spec());
      default -> port(action);
    }
  }

  private static void httpGet(Part action) {
    if (action.text("path").isEmpty()) {
      action.required("path", "");
    }
    port(action);
    String scheme = action.text("scheme");
    if (!SCHEMES.contains(scheme)) {
      action.notSupported("scheme", SCHEMES);
    }
    for (Part header : action.list("httpHeaders")) {
      for (String detail : PodSyntax.headerNameErrors(header.text("name"))) {
        action.error(FieldError.invalid(action.at("httpHeaders"), header.text("name"), detail));
      }
    }
    if (action.has("protocol")) {
      boolean h2 = action.text("protocol").equals("HTTP2");
      if (!PROTOCOLS.contains(action.text("protocol"))) {
        action.notSupported("protocol", PROTOCOLS);
      } else if (h2 && !scheme.equals("HTTP")) {
        action.invalid("protocol", "is only supported with HTTP (H2C)");
      } else if (h2 && !action.text("host").isEmpty()) {
        action.invalid("host", List.of("must be empty when `protocol` is \"HTTP2\""));
      }
    }
  }

  /** A number or the name of a port: {@code ValidatePortNumOrName}. */
  private static void port(Part action) {
    boolean name = action.value("port") instanceof ScalarValue port && port.isString();
    List<String> details = name
        ? Syntax.portNameErrors(action.text("port"))
        : Syntax.portErrors(action.number("port"));
    for (String detail : details) {
      if (name) {
        action.error(FieldError.invalid(action.at("port"), action.text("port"), detail));
      } else {
        action.error(FieldError.invalid(action.at("port"), action.number("port"), detail));
      }
    }
  }

  private static void sleep(Part action, Part spec) {
    long seconds = action.number("seconds");
    String period = "terminationGracePeriodSeconds";
    if (spec.has(period) && (seconds < 0 || seconds > spec.number(period))) {
      action.error(FieldError.invalid(
          action.path(),
          seconds,
          "must be non-negative and less than terminationGracePeriodSeconds (" + spec.number(period)
              + ")"));
    }
  }
}
