package io.plimsoll.core.schema;

import static io.plimsoll.core.schema.ProblemList.quote;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.schema.FieldType.Scalar;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The check of {@code apiVersion} and {@code kind} against the kinds that Kubernetes has, and has had. */
final class KindCheck {

  private static final String LIST = "List";

  private final Schema schema;
  private final ResourceCatalog catalog;
  private final MappingValue object;
  private final ProblemList problems;

  KindCheck(Schema schema, ResourceCatalog catalog, MappingValue object, ProblemList problems) {
    this.schema = schema;
    this.catalog = catalog;
    this.object = object;
    this.problems = problems;
  }

  void check() {
    Optional<String> kind = required("kind", "missing-kind", "");
    String hint = kind.flatMap(k -> home(k, "")).orElse("");
    Optional<String> apiVersion = required("apiVersion", "missing-api-version", hint);
    if (apiVersion.isPresent() && kind.isPresent()) {
      check(apiVersion.get(), kind.get());
    }
  }

  /** Returns a string that must not be empty, or reports it. */
  private Optional<String> required(String name, String code, String hint) {
    Value value = object.get(name);
    if (value == null || StrictCheck.isMissing(value)) {
      missing(name, value, code, hint);
      return Optional.empty();
    }
    if (value instanceof ScalarValue scalar && scalar.isString()) {
      return Optional.of(scalar.text());
    }
    problems.wrongType(value, Scalar.STRING, FieldPath.of(name));
    return Optional.empty();
  }

  private void missing(String name, @Nullable Value value, String code, String hint) {
    FieldPath path = FieldPath.of(name);
    String message = quote(name) + " is missing";
    for (int i = 0; i < object.size(); i++) {
      String other = object.key(i);
      if (!other.equals(name) && other.equalsIgnoreCase(name)) {
        problems.add(
            code, object.keyLocation(i), path, message + "; did you mean it by " + quote(other));
        return;
      }
    }
    problems.add(code, (value == null ? object : value).location(), path, message + hint);
  }

  private void check(String apiVersion, String kind) {
    if (schema.find(apiVersion, kind) != null || (apiVersion.equals("v1") && kind.equals("List"))) {
      return;
    }
    RemovedApi removed = RemovedApi.find(apiVersion, kind);
    int slash = apiVersion.indexOf('/');
    String group = ObjectRef.groupOf(apiVersion);
    if (removed != null) {
      report("removed-api-version", "apiVersion", removed.message(kind));
    } else if (slash == 0
        || slash == apiVersion.length() - 1
        || slash != apiVersion.lastIndexOf('/')) {
      report(
          "unknown-api-version",
          "apiVersion",
          "expected a version, or a group and a version with a slash between them, found "
              + quote(apiVersion));
    } else if (isKubernetes(group)) {
      unknown(apiVersion, group, kind);
    }
  }

  /** A custom resource's group has a dot. */
  private boolean isKubernetes(String group) {
    return group.indexOf('.') < 0 || catalog.hasGroup(group);
  }

  private void unknown(String apiVersion, String group, String kind) {
    List<String> kinds = schema.kinds(apiVersion);
    if (kinds.isEmpty()) {
      String hint = home(kind, group)
          .or(() -> didYouMean(apiVersion, schema.apiVersions()))
          .orElse("");
      report(
          "unknown-api-version", "apiVersion", "unknown API version " + quote(apiVersion) + hint);
    } else {
      String hint = home(kind, group).or(() -> didYouMean(kind, kinds)).orElse("");
      report(
          "unknown-kind",
          "kind",
          "unknown kind " + quote(kind) + " in " + quote(apiVersion) + hint);
    }
  }

  private void report(String code, String field, String message) {
    Value value = object.get(field);
    problems.add(code, (value == null ? object : value).location(), FieldPath.of(field), message);
  }

  /** Says where the kind is, in the group if it can be. */
  private Optional<String> home(String kind, String group) {
    boolean isList = kind.endsWith(LIST) && catalog.byKind(kind).isEmpty();
    List<ApiResource> homes =
        catalog.byKind(isList ? kind.substring(0, kind.length() - LIST.length()) : kind);
    return homes.stream()
        .filter(home -> home.group().equals(group))
        .findFirst()
        .or(() -> homes.stream().findFirst())
        .map(home -> "; " + kind + " is in " + quote(home.apiVersion()));
  }

  private static Optional<String> didYouMean(String name, List<String> known) {
    return Nearest.to(name, known).map(nearest -> "; did you mean " + quote(nearest));
  }
}
