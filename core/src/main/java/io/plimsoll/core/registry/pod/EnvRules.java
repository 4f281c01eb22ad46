package io.plimsoll.core.registry.pod;

import io.plimsoll.core.model.Names;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.registry.Syntax;
import io.plimsoll.core.validation.FieldError;
import io.plimsoll.core.validation.NameRule;
import java.util.List;

/** The variables of a container. Mirrors {@code ValidateEnv} and {@code ValidateEnvFrom}. */
final class EnvRules {

  private static final String ONE_OF =
      "must specify one of: `fieldRef`, `resourceFieldRef`, `configMapKeyRef`, `secretKeyRef` or `fileKeyRef`";
  private static final String ONLY_ONE = "may not have more than one field specified at a time";

  private static final List<String> SOURCES =
      List.of("fieldRef", "resourceFieldRef", "configMapKeyRef", "secretKeyRef", "fileKeyRef");

  private EnvRules() {}

  static void check(Part container, PodContext pod) {
    for (Part variable : container.list("env")) {
      String name = variable.text("name");
      if (name.isEmpty()) {
        variable.required("name", "");
      } else {
        variable.invalid("name", PodSyntax.variableNameErrors(name));
      }
      Part source = variable.find("valueFrom");
      if (source != null) {
        valueFrom(source, !variable.text("value").isEmpty(), pod);
      }
    }
    for (Part from : container.list("envFrom")) {
      from(from, container);
    }
  }

  private static void valueFrom(Part source, boolean hasValue, PodContext pod) {
    int count = 0;
    if (source.tree().size() == 1 && SOURCES.contains(source.tree().key(0))) {
      count += valueFrom(source, source.tree().key(0), pod) ? 1 : 0;
    } else {
      for (String kind : SOURCES) {
        count += valueFrom(source, kind, pod) ? 1 : 0;
      }
    }
    String problem = "";
    if (count == 0) {
      problem = ONE_OF;
    } else if (hasValue) {
      problem = "may not be specified when `value` is not empty";
    } else if (count > 1) {
      problem = ONLY_ONE;
    }
    if (!problem.isEmpty()) {
      source.error(FieldError.invalid(source.path(), "", problem));
    }
  }

  /** Checks what a source has of a kind; returns whether it has anything. */
  private static boolean valueFrom(Part source, String kind, PodContext pod) {
    Part content = source.find(kind);
    if (content == null) {
      return false;
    }
    switch (kind) {
      case "fieldRef" -> SelectorFieldRules.fieldRef(content, SelectorFieldRules.VARIABLE_FIELDS);
      case "resourceFieldRef" -> SelectorFieldRules.resourceFieldRef(content, false);
      case "fileKeyRef" -> {
        fileKey(content);
        pod.setReadsFiles();
      }
      default -> key(content);
    }
    return true;
  }

  private static void key(Part selector) {
    selector.invalid("name", Names.dnsSubdomainErrors(selector.text("name")));
    if (selector.text("key").isEmpty()) {
      selector.required("key", "");
    } else {
      selector.invalid("key", Syntax.dataKeyErrors(selector.text("key")));
    }
  }

  private static void fileKey(Part selector) {
    if (selector.text("key").isEmpty()) {
      selector.required("key", "");
    } else {
      selector.invalid("key", PodSyntax.variableNameErrors(selector.text("key")));
    }
    if (selector.text("volumeName").isEmpty()) {
      selector.required("volumeName", "");
    } else {
      selector.invalid("volumeName", Names.dnsLabelErrors(selector.text("volumeName")));
    }
    if (selector.text("path").isEmpty()) {
      selector.required("path", "");
    } else {
      FileRules.noBacksteps(selector.errors(), selector.at("path"), selector.text("path"));
    }
  }

  private static void from(Part source, Part container) {
    String prefix = source.text("prefix");
    if (!prefix.isEmpty()) {
      source.invalid("prefix", PodSyntax.variableNameErrors(prefix));
    }
    int count = 0;
    for (String field : List.of("configMapRef", "secretRef")) {
      if (source.has(field)) {
        count++;
        name(source.object(field));
      }
    }
    if (count != 1) {
      String problem = count == 0 ? "must specify one of: `configMapRef` or `secretRef`" : ONLY_ONE;
      container.error(FieldError.invalid(container.at("envFrom"), "", problem));
    }
  }

  /** Upstream takes the name for the start of one. */
  private static void name(Part source) {
    if (source.text("name").isEmpty()) {
      source.required("name", "");
    } else {
      source.invalid("name", NameRule.DNS_SUBDOMAIN.errors(source.text("name"), true));
    }
  }

  /** Files that variables are read from are in volumes of the right kind: {@code validateFileKeyRefVolumes}. */
  static void checkFileVolumes(PodContext pod) {
    for (Part container : pod.allContainers()) {
      for (Part variable : container.list("env")) {
        if (variable.has("valueFrom") && variable.object("valueFrom").has("fileKeyRef")) {
          fileVolume(pod, variable.object("valueFrom").object("fileKeyRef"));
        }
      }
    }
  }

  private static void fileVolume(PodContext pod, Part selector) {
    String name = selector.text("volumeName");
    Part found = null;
    for (Part volume : pod.spec().list("volumes")) {
      found = volume.text("name").equals(name) ? volume : found;
    }
    if (found == null) {
      selector.error(FieldError.notFound(selector.at("volumeName"), name));
    } else if (!found.has("emptyDir")) {
      selector.invalid("volumeName", List.of("referenced volume must be of type emptyDir"));
    }
  }
}
