package io.plimsoll.core.registry.service;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.model.IpText;
import io.plimsoll.core.model.Names;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.registry.Syntax;
import io.plimsoll.core.validation.FieldError;
import io.plimsoll.core.validation.NameRule;
import java.util.List;

/** What the spec of an Ingress must be like. Mirrors {@code ValidateIngressSpec} of {@code pkg/apis/networking/validation}. */
final class IngressRules {

  private static final List<String> PATH_TYPES =
      List.of("Exact", "ImplementationSpecific", "Prefix");
  private static final List<String> BAD_SEQUENCES = List.of("//", "/./", "/../", "%2f", "%2F");
  private static final List<String> BAD_ENDS = List.of("/..", "/.");

  private final Part spec;
  private final boolean anySecretName;
  private final boolean anyWildcardRule;

  IngressRules(Part spec, boolean anySecretName, boolean anyWildcardRule) {
    this.spec = spec;
    this.anySecretName = anySecretName;
    this.anyWildcardRule = anyWildcardRule;
  }

  void check() {
    List<Part> rules = spec.list("rules");
    if (rules.isEmpty() && !spec.has("defaultBackend")) {
      spec.error(FieldError.invalidPrinted(
          spec.path(), spec.json("rules"), "either `defaultBackend` or `rules` must be specified"));
    }
    if (spec.has("defaultBackend")) {
      checkBackend(spec.object("defaultBackend"), NameRule.DNS_LABEL);
    }
    rules.forEach(this::checkRule);
    spec.list("tls").forEach(this::checkTls);
    if (spec.has("ingressClassName")) {
      spec.invalid("ingressClassName", Names.dnsSubdomainErrors(spec.text("ingressClassName")));
    }
  }

  private void checkRule(Part rule) {
    String host = rule.text("host");
    if (IpText.parse(host).isPresent()) {
      rule.invalid("host", List.of("must be a DNS name, not an IP address"));
    }
    boolean wildcard = host.indexOf('*') >= 0;
    if (!host.isEmpty()) {
      rule.invalid("host", hostErrors(host));
    }
    if (!wildcard || !anyWildcardRule) {
      checkHttp(rule, NameRule.DNS_LABEL);
    }
  }

  private static List<String> hostErrors(String host) {
    return host.indexOf('*') >= 0 ? Syntax.wildcardErrors(host) : Names.dnsSubdomainErrors(host);
  }

  /** Returns whether a spec has a rule for many hosts that would be refused: {@code allowInvalidWildcardHostRule}. */
  static boolean hasInvalidWildcard(Part spec) {
    for (Part rule : spec.list("rules")) {
      int before = rule.errors().size();
      if (rule.text("host").indexOf('*') >= 0) {
        checkHttp(rule, NameRule.DNS_1035_LABEL);
      }
      if (rule.errors().size() > before) {
        return true;
      }
    }
    return false;
  }

  private static void checkHttp(Part rule, NameRule serviceNames) {
    if (!rule.has("http")) {
      return;
    }
    Part http = rule.object("http");
    List<Part> paths = http.list("paths");
    if (paths.isEmpty()) {
      http.required("paths", "");
    }
    paths.forEach(path -> checkPath(path, serviceNames));
  }

  private static void checkPath(Part path, NameRule serviceNames) {
    if (!path.has("pathType")) {
      path.required("pathType", "pathType must be specified");
      return;
    }
    String text = path.text("path");
    switch (path.text("pathType")) {
      case "Exact", "Prefix" -> {
        if (!text.startsWith("/")) {
          path.invalid("path", List.of("must be an absolute path"));
        }
        for (String bad : BAD_SEQUENCES) {
          if (text.contains(bad)) {
            path.invalid("path", List.of("must not contain '" + bad + "'"));
          }
        }
        for (String bad : BAD_ENDS) {
          if (text.endsWith(bad)) {
            path.invalid("path", List.of("cannot end with '" + bad + "'"));
          }
        }
      }
      case "ImplementationSpecific" -> {
        if (!text.isEmpty() && !text.startsWith("/")) {
          path.invalid("path", List.of("must be an absolute path"));
        }
      }
      default -> path.notSupported("pathType", PATH_TYPES);
    }
    checkBackend(path.object("backend"), serviceNames);
  }

  private static void checkBackend(Part backend, NameRule serviceNames) {
    boolean resource = backend.has("resource");
    boolean service = backend.has("service");
    if (resource && service) {
      invalid(backend, "cannot set both resource and service backends");
    } else if (resource) {
      checkResource(backend.object("resource"));
    } else if (service) {
      checkService(backend, backend.object("service"), serviceNames);
    } else {
      invalid(backend, "resource or service backend is required");
    }
  }

  private static void invalid(Part part, String detail) {
    part.error(FieldError.invalid(part.path(), "", detail));
  }

  private static void checkService(Part backend, Part service, NameRule serviceNames) {
    String name = service.text("name");
    if (name.isEmpty()) {
      service.required("name", "");
    } else {
      service.invalid("name", serviceNames.errors(name, false));
    }
    Part port = service.object("port");
    String portName = port.text("name");
    long number = port.number("number");
    if (!portName.isEmpty() && number != 0) {
      invalid(backend, "cannot set both port name & port number");
    } else if (!portName.isEmpty()) {
      port.invalid("name", Syntax.portNameErrors(portName));
    } else if (number != 0) {
      Syntax.portErrors(number).forEach(detail -> port.invalid("number", detail));
    } else {
      backend.error(FieldError.required(backend.path(), "port name or number is required"));
    }
  }

  private static void checkResource(Part resource) {
    if (resource.has("apiGroup")) {
      resource.invalid("apiGroup", Names.dnsSubdomainErrors(resource.text("apiGroup")));
    }
    for (String field : List.of("kind", "name")) {
      if (resource.text(field).isEmpty()) {
        resource.required(field, "");
      } else {
        resource.invalid(field, Names.pathSegmentErrors(resource.text(field)));
      }
    }
  }

  private void checkTls(Part tls) {
    List<String> hosts = tls.strings("hosts");
    for (int i = 0; i < hosts.size(); i++) {
      FieldPath path = tls.at("hosts").index(i);
      String host = hosts.get(i);
      hostErrors(host).forEach(detail -> tls.error(FieldError.invalid(path, host, detail)));
    }
    String secret = tls.text("secretName");
    if (!anySecretName && !secret.isEmpty()) {
      tls.invalid("secretName", Names.dnsSubdomainErrors(secret));
    }
  }
}
