package io.plimsoll.core.authz;

import io.plimsoll.core.manifest.Documents;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.Limits;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Problem;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.Severity;
import io.plimsoll.core.manifest.Source;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.request.User;
import java.util.List;

/**
 * One line of a policy file, in either of its formats. Mirrors what the codecs of {@code pkg/apis/abac} make of it: JSON if it
 * starts with a brace, else YAML; fields that are not known are ignored; kind and version are found in whatever case they are
 * written, all other fields only as they are spelled.
 */
final class AbacLine {

  private static final String GROUP = "abac.authorization.kubernetes.io";
  private static final String V0 = GROUP + "/v0";
  private static final String V1BETA1 = GROUP + "/v1beta1";
  private static final String POLICY = "Policy";
  private static final String ALL = "*";

  private final MappingValue object;

  private AbacLine(MappingValue object) {
    this.object = object;
  }

  private static final String TYPE_META = "struct { APIVersion string"
      + " \"json:\\\"apiVersion,omitempty\\\"\"; Kind string \"json:\\\"kind,omitempty\\\"\" }";

  /** Reads a line; throws an {@link IllegalArgumentException} that says what is wrong with it. */
  static AbacPolicy parse(String line) {
    return new AbacLine(object(line)).policy();
  }

  private static MappingValue object(String line) {
    Source source = Source.of("policy", line);
    Documents documents = line.strip().startsWith("{")
        ? Documents.readJson(source, Limits.DEFAULT)
        : Documents.readOne(source, Limits.DEFAULT);
    List<Value> roots = documents.roots();
    if (roots.isEmpty()) {
      if (line.strip().startsWith("{")) {
        GoText.jsonSyntaxError(line.strip()).ifPresent(AbacLine::refuseType);
      }
      // A document that is null is left out, and stands for a policy that says nothing.
      documents.problems().stream()
          .filter(problem -> problem.severity() == Severity.ERROR)
          .findFirst()
          .map(Problem::message)
          .ifPresent(AbacLine::refuseType);
      return MappingValue.empty();
    }
    if (roots.get(0) instanceof MappingValue object) {
      return object;
    }
    if (!roots.get(0).isNull()) {
      refuseType("json: cannot unmarshal " + roots.get(0).typeName() + " into Go value of type "
          + TYPE_META);
    }
    return MappingValue.empty();
  }

  private static void refuseType(String why) {
    throw new IllegalArgumentException("couldn't get version/kind; json parse error: " + why);
  }

  private AbacPolicy policy() {
    String kind = header("kind");
    String apiVersion = header("apiVersion");
    if (apiVersion.chars().filter(c -> c == '/').count() > 1) {
      throw new IllegalArgumentException("unexpected GroupVersion string: " + apiVersion);
    }
    if (apiVersion.equals(V1BETA1) && kind.equals(POLICY)) {
      checkHeaders();
      return versioned();
    }
    // Without a kind or a version, the line is of the first format.
    String group = apiVersion.contains("/") ? apiVersion.substring(0, apiVersion.indexOf('/')) : "";
    String version = apiVersion.substring(apiVersion.indexOf('/') + 1);
    boolean first =
        version.isEmpty() ? group.isEmpty() || group.equals(GROUP) : apiVersion.equals(V0);
    if (first && (kind.isEmpty() || kind.equals(POLICY))) {
      checkHeaders();
      return unversioned();
    }
    throw new IllegalArgumentException(
        apiVersion.equals(V1BETA1) && kind.isEmpty()
            ? "converting (v1beta1.Policy) to (v0.Policy): unknown conversion"
            : "no kind \"" + (kind.isEmpty() ? POLICY : kind) + "\" is registered for version \""
                + apiVersion + "\"");
  }

  private AbacPolicy versioned() {
    Value given = object.get("spec");
    if (given != null && !given.isNull() && !(given instanceof MappingValue)) {
      throw wrongType("spec", given);
    }
    MappingValue spec = given instanceof MappingValue map ? map : MappingValue.empty();
    String user = text(spec, "user");
    String group = text(spec, "group");
    boolean everybody = user.equals(ALL) || group.equals(ALL);
    return new AbacPolicy(
        everybody ? "" : user,
        everybody ? User.AUTHENTICATED : group,
        bool(spec, "readonly"),
        text(spec, "apiGroup"),
        text(spec, "resource"),
        text(spec, "namespace"),
        text(spec, "nonResourcePath"));
  }

  private AbacPolicy unversioned() {
    String user = text(object, "user");
    String group = text(object, "group");
    String namespace = text(object, "namespace");
    String resource = text(object, "resource");
    boolean star = user.equals(ALL) || group.equals(ALL);
    boolean everybody = star || (user.isEmpty() && group.isEmpty());
    return new AbacPolicy(
        star ? "" : user,
        everybody ? User.AUTHENTICATED : group,
        bool(object, "readonly"),
        ALL,
        resource.isEmpty() ? ALL : resource,
        namespace.isEmpty() ? ALL : namespace,
        resource.isEmpty() && namespace.isEmpty() ? ALL : "");
  }

  /** Returns kind or version as Go's own decoder finds it: of several spellings, the last that is not null. */
  private String header(String name) {
    String found = "";
    for (int i = 0; i < object.size(); i++) {
      Value value = object.value(i);
      if (object.key(i).equalsIgnoreCase(name) && !value.isNull()) {
        if (!(value instanceof ScalarValue scalar && scalar.isString())) {
          throw new IllegalArgumentException("couldn't get version/kind; json parse error: "
              + wrongType(name, value).getMessage());
        }
        found = scalar.text();
      }
    }
    return found;
  }

  private void checkHeaders() {
    text(object, "kind");
    text(object, "apiVersion");
  }

  private static String text(MappingValue map, String name) {
    Value value = map.get(name);
    if (value == null || value.isNull()) {
      return "";
    }
    if (value instanceof ScalarValue scalar && scalar.isString()) {
      return scalar.text();
    }
    throw wrongType(name, value);
  }

  private static boolean bool(MappingValue map, String name) {
    Value value = map.get(name);
    if (value == null || value.isNull()) {
      return false;
    }
    if (value instanceof ScalarValue scalar && scalar.isBoolean()) {
      return Boolean.parseBoolean(scalar.text());
    }
    throw wrongType(name, value);
  }

  private static IllegalArgumentException wrongType(String name, Value value) {
    return new IllegalArgumentException(
        "json: cannot unmarshal " + value.typeName() + " into Go struct field Policy." + name);
  }
}
