package io.plimsoll.core.registry.extension;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.model.Names;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.validation.FieldError;
import java.util.List;
import java.util.Map;

/** Whose requests, for what, are in a flow. Mirrors {@code ValidateFlowSchemaPolicyRulesWithSubjects} of {@code pkg/apis/flowcontrol/validation}. */
final class FlowRules {

  private static final String ALL = "*";
  private static final List<String> VERBS = List.of(
      "create", "delete", "deletecollection", "get", "list", "patch", "proxy", "update", "watch");

  /** The field of each kind of subject, in the order in which the others are forbidden. */
  private static final Map<String, String> FIELDS =
      Map.of("ServiceAccount", "serviceAccount", "User", "user", "Group", "group");

  private static final List<String> KINDS = List.of("Group", "ServiceAccount", "User");
  private static final List<String> ORDER = List.of("ServiceAccount", "User", "Group");

  private FlowRules() {}

  static void check(Part rule) {
    List<Part> subjects = rule.list("subjects");
    if (subjects.isEmpty()) {
      rule.required("subjects", "subjects must contain at least one value");
    }
    subjects.forEach(FlowRules::checkSubject);
    List<Part> resources = rule.list("resourceRules");
    List<Part> others = rule.list("nonResourceRules");
    if (resources.isEmpty() && others.isEmpty()) {
      rule.error(FieldError.required(
          rule.path(), "at least one of resourceRules and nonResourceRules has to be non-empty"));
    }
    resources.forEach(FlowRules::checkResources);
    others.forEach(FlowRules::checkPaths);
  }

  private static void checkSubject(Part subject) {
    String kind = subject.text("kind");
    String field = FIELDS.get(kind);
    if (field == null) {
      subject.notSupported("kind", KINDS);
      return;
    }
    if (subject.has(field)) {
      checkName(subject.object(field), kind.equals("ServiceAccount"));
    } else {
      subject.required(field, field + " is required when subject kind is '" + kind + "'");
    }
    for (String other : ORDER) {
      String otherField = FIELDS.getOrDefault(other, "");
      if (!other.equals(kind) && subject.has(otherField)) {
        subject.forbidden(
            otherField, otherField + " is forbidden when subject kind is not '" + other + "'");
      }
    }
  }

  private static void checkName(Part subject, boolean account) {
    String name = subject.text("name");
    if (name.isEmpty()) {
      subject.required("name", "");
    } else if (account && !name.equals(ALL)) {
      subject.invalid("name", Names.dnsSubdomainErrors(name));
    }
    if (!account) {
      return;
    }
    String namespace = subject.text("namespace");
    if (namespace.isEmpty()) {
      subject.required("namespace", "must specify namespace for service account");
    } else {
      subject.invalid("namespace", Names.dnsLabelErrors(namespace));
    }
  }

  private static void checkVerbs(Part rule) {
    List<String> verbs = rule.strings("verbs");
    if (verbs.isEmpty()) {
      rule.required("verbs", "verbs must contain at least one value");
    } else if (verbs.contains(ALL)) {
      checkAlone(rule, "verbs", "verbs");
    } else if (!VERBS.containsAll(verbs)) {
      rule.notSupported("verbs", VERBS);
    }
  }

  private static void checkAlone(Part rule, String field, String what) {
    if (rule.strings(field).contains(ALL) && rule.strings(field).size() > 1) {
      rule.invalid(field, "if '*' is present, must not specify other " + what);
    }
  }

  private static void checkResources(Part rule) {
    checkVerbs(rule);
    checkFilled(rule, "apiGroups", "api group", "api groups");
    checkFilled(rule, "resources", "resource", "resources");
    List<String> namespaces = rule.strings("namespaces");
    FieldPath path = rule.at("namespaces");
    if (namespaces.isEmpty() && !rule.flag("clusterScope")) {
      rule.error(FieldError.required(
          path, "resource rules that are not cluster scoped must supply at least one namespace"));
    } else if (namespaces.contains(ALL)) {
      checkAlone(rule, "namespaces", "namespaces");
    } else {
      for (int i = 0; i < namespaces.size(); i++) {
        for (String detail : Names.dnsLabelErrors(namespaces.get(i))) {
          rule.error(FieldError.invalid(
              path.index(i),
              namespaces.get(i),
              "each member of this list must be '*' or a DNS-1123 label; ".concat(detail)));
        }
      }
    }
  }

  private static void checkFilled(Part rule, String field, String one, String many) {
    if (rule.strings(field).isEmpty()) {
      rule.required(field, "resource rules must supply at least one " + one);
    } else {
      checkAlone(rule, field, many);
    }
  }

  private static void checkPaths(Part rule) {
    checkVerbs(rule);
    List<String> urls = rule.strings("nonResourceURLs");
    if (urls.isEmpty()) {
      rule.required("nonResourceURLs", "nonResourceURLs must contain at least one value");
    } else if (urls.contains(ALL)) {
      checkAlone(rule, "nonResourceURLs", "non-resource URLs");
    } else {
      for (int i = 0; i < urls.size(); i++) {
        String error = pathError(urls.get(i));
        if (!error.isEmpty()) {
          rule.error(FieldError.invalid(rule.at("nonResourceURLs").index(i), urls.get(i), error));
        }
      }
    }
  }

  private static String pathError(String path) {
    if (path.isEmpty()) {
      return "must not be empty";
    }
    if (!path.startsWith("/")) {
      return "must start with slash";
    }
    if (path.contains(" ")) {
      return "must not contain white-space";
    }
    if (path.contains("//")) {
      return "must not contain double slash";
    }
    int star = path.indexOf('*');
    return star < 0 || (star == path.length() - 1 && path.endsWith("/*"))
        ? ""
        : "wildcard can only do suffix matching";
  }
}
