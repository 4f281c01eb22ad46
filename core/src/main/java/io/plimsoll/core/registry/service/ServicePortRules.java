package io.plimsoll.core.registry.service;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.model.LabelSyntax;
import io.plimsoll.core.model.Names;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.registry.Syntax;
import io.plimsoll.core.schema.InternalForm;
import io.plimsoll.core.schema.Schema;
import io.plimsoll.core.validation.FieldError;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The ports of a Service: each one, and all together. Mirrors {@code validateServicePort} of {@code pkg/apis/core/validation} and its caller. */
final class ServicePortRules {

  static final List<String> PROTOCOLS = List.of("SCTP", "TCP", "UDP");

  private final Part spec;
  private final List<Part> ports;

  ServicePortRules(Part spec) {
    this.spec = spec;
    this.ports = spec.list("ports");
  }

  void checkEach() {
    Set<String> names = new HashSet<>();
    for (Part port : ports) {
      checkName(port, names);
      Syntax.portErrors(port.number("port")).forEach(detail -> port.invalid("port", detail));
      String protocol = port.text("protocol");
      if (protocol.isEmpty()) {
        port.required("protocol", "");
      } else if (!PROTOCOLS.contains(protocol)) {
        port.notSupported("protocol", PROTOCOLS);
      }
      checkTarget(port);
      if (port.has("appProtocol")) {
        port.invalid("appProtocol", LabelSyntax.keyErrors(port.text("appProtocol")));
      }
    }
  }

  private void checkName(Part port, Set<String> names) {
    String name = port.text("name");
    if (!name.isEmpty()) {
      port.invalid("name", Names.dnsLabelErrors(name));
      if (!names.add(name)) {
        port.error(FieldError.duplicate(port.at("name"), name));
      }
    } else if (ports.size() > 1) {
      port.required("name", "");
    }
  }

  private static void checkTarget(Part port) {
    if (port.value("targetPort") instanceof ScalarValue target && target.isString()) {
      Syntax.portNameErrors(target.text())
          .forEach(detail ->
              port.error(FieldError.invalid(port.at("targetPort"), target.text(), detail)));
    } else {
      Syntax.portErrors(port.number("targetPort"))
          .forEach(detail -> port.invalid("targetPort", detail));
    }
  }

  void checkTogether() {
    if (spec.text("type").equals(ServiceView.CLUSTER_IP)) {
      for (Part port : ports) {
        if (port.number("nodePort") != 0) {
          port.forbidden("nodePort", "may not be used when `type` is 'ClusterIP'");
        }
      }
    }
    Set<String> seen = new HashSet<>();
    for (Part port : ports) {
      long nodePort = port.number("nodePort");
      if (nodePort != 0 && !seen.add(port.text("protocol") + "/" + nodePort)) {
        port.duplicate("nodePort");
      }
    }
    seen.clear();
    for (Part port : ports) {
      if (!seen.add(port.text("protocol") + "/" + port.number("port"))) {
        port.error(new FieldError(FieldError.Type.DUPLICATE, port.path(), printed(port), ""));
      }
    }
  }

  /** Returns a port with nothing but its protocol and number, as upstream prints it. */
  private static String printed(Part port) {
    Map<String, ScalarValue> key = new LinkedHashMap<>();
    key.put("protocol", ScalarValue.of(port.text("protocol")));
    key.put("port", ScalarValue.of(port.number("port")));
    return InternalForm.json(
        MappingValue.of(key), Schema.kubernetes().type("core.v1.ServicePort").orElseThrow());
  }
}
