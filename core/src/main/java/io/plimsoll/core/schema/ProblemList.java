package io.plimsoll.core.schema;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.Location;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.core.manifest.Problem;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.schema.CustomResources.Definition;
import io.plimsoll.core.schema.FieldType.Scalar;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is wrong with one object, in words. */
final class ProblemList {

  /** As many fields are listed where no name is like the unknown one. */
  private static final int LISTED = 8;

  /** Nobody reads more about one object, and a hostile one could have a problem every few characters. */
  private static final int MOST = 1_000;

  private final Value root;
  private @Nullable ObjectRef ref;
  private @Nullable List<Problem> problems;
  private int unlisted;

  ProblemList(Value root) {
    this.root = root;
  }

  /** Returns the problems in the order of the text, or in that of the calls where there is no text. */
  List<Problem> inOrder() {
    if (problems == null) {
      return List.of();
    }
    problems.sort(Comparator.comparingInt(Problem::startOffset));
    if (unlisted > 0) {
      Problem rest = Problem.error(
          "limit-problems", end(root.location()), unlisted + " more problems of it are not listed");
      problems.add(ref == null ? rest : rest.in(ref));
    }
    return List.copyOf(problems);
  }

  private static @Nullable Location end(@Nullable Location location) {
    return location == null
        ? null
        : location.source().location(location.endOffset(), location.endOffset());
  }

  void add(String code, @Nullable Location location, FieldPath path, String message) {
    add(Problem.error(code, location, message).at(path));
  }

  private void add(Problem problem) {
    if (problems == null) {
      problems = new ArrayList<>();
      ref = ref(root);
    }
    problems.add(ref == null ? problem : problem.in(ref));
  }

  private static @Nullable ObjectRef ref(Value root) {
    if (!(root instanceof MappingValue object)) {
      return null;
    }
    ObjectRef ref = KubeObject.of(object).ref();
    return ref.kind().isEmpty() ? null : ResourceCatalog.kubernetes().placed(ref);
  }

  /** Returns whether one more problem is listed; counts it if not. */
  private boolean listsMore() {
    boolean more = problems == null || problems.size() < MOST;
    unlisted += more ? 0 : 1;
    return more;
  }

  void unknownField(MappingValue mapping, int at, ObjectType type, FieldPath path) {
    if (!listsMore()) {
      return;
    }
    String name = mapping.key(at);
    Optional<String> nearest =
        Nearest.to(name, type.fields().stream().map(Field::name).toList());
    String hint = nearest
        .map(known -> "did you mean " + quote(known))
        .orElseGet(() -> type.fields().size() > LISTED
            ? type.simpleName() + " has no such field"
            : type.simpleName() + " has "
                + type.fields().stream()
                    .map(field -> quote(field.name()))
                    .collect(Collectors.joining(", ")));
    add(
        "unknown-field",
        mapping.keyLocation(at),
        path,
        "unknown field " + quote(name) + "; " + hint);
  }

  /** A warning, since the cluster may have a later definition. */
  void unservedVersion(MappingValue object, String apiVersion, Definition definition) {
    String served =
        definition.apiVersions().stream().map(ProblemList::quote).collect(Collectors.joining(", "));
    String message = quote(apiVersion) + " is not served; CustomResourceDefinition "
        + definition.name() + " serves " + (served.isEmpty() ? "no version" : served);
    Value written = object.get("apiVersion");
    Location place = written == null ? object.location() : written.location();
    add(Problem.warning("unserved-api-version", place, message).at(FieldPath.of("apiVersion")));
  }

  void wrongType(Value value, FieldType type, FieldPath path) {
    if (!listsMore()) {
      return;
    }
    String code = type instanceof Scalar of && value instanceof ScalarValue scalar
        ? ScalarRules.code(of, scalar)
        : "wrong-type";
    boolean quotable = type == Scalar.STRING && value instanceof ScalarValue;
    add(
        code,
        value.location(),
        path,
        "expected " + type.description() + ", found "
            + (type == Scalar.BYTES ? unquoted(value) : found(value))
            + (quotable ? "; write it in quotes" : ""));
  }

  /** Returns what a value is that may be a secret, without the value. */
  private static String unquoted(Value value) {
    return value instanceof ScalarValue scalar && scalar.isString()
        ? "a string that is none"
        : value.typeName();
  }

  void wrongByte(Value value, FieldPath path) {
    if (!listsMore()) {
      return;
    }
    add(
        "wrong-type",
        value.location(),
        path,
        "expected a whole number from 0 to 255, found " + found(value));
  }

  /** Returns what a value is: {@code the string "abc"}, {@code an object}, {@code 012, which YAML reads as the number 10}. */
  static String found(Value value) {
    if (!(value instanceof ScalarValue scalar)) {
      return value instanceof MappingValue ? "an object" : "a list";
    }
    String found = switch (scalar.type()) {
      case STRING -> "the string " + quote(scalar.text());
      case NUMBER -> "the number " + shortened(scalar.text());
      case BOOLEAN, NULL -> scalar.text();
    };
    String written = written(scalar);
    return scalar.isString() || written.isEmpty() || written.equals(scalar.text())
        ? found
        : shortened(written) + ", which YAML reads as " + found;
  }

  private static String written(ScalarValue scalar) {
    Location place = scalar.location();
    return place == null
        ? scalar.text()
        : place.source().text().substring(place.startOffset(), place.endOffset());
  }

  /** Returns the user's text in quotes, in one line and not too long. */
  static String quote(String text) {
    return ScalarValue.of(shortened(text)).toString();
  }

  private static String shortened(String text) {
    return text.length() <= 80 ? text : text.substring(0, 79) + "…";
  }
}
