package io.plimsoll.core.schema;

import io.plimsoll.core.manifest.Documents;
import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.FieldPath.Step;
import io.plimsoll.core.manifest.Limits;
import io.plimsoll.core.manifest.Location;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Problem;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Severity;
import io.plimsoll.core.manifest.Source;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.schema.FieldType.ListOf;
import io.plimsoll.core.schema.FieldType.MapOf;
import io.plimsoll.core.schema.FieldType.Scalar;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The decoding of a create request's body, put together from the reader and the strict check as an API server does it. Mirrors
 * {@code pkg/runtime/serializer/json/json.go} of {@code k8s.io/apimachinery}.
 */
final class CreateRequest {

  private static final Set<String> NO_KIND =
      Set.of("unknown-kind", "unknown-api-version", "removed-api-version");

  /** Types that decode themselves: their error ends the decoding, any other is kept until something ends it. */
  private static final Set<FieldType> ENDING =
      Set.of(Scalar.QUANTITY, Scalar.INT_OR_STRING, Scalar.TIME, Scalar.MICROTIME);

  private static final int MOST_STRICT_ERRORS = 100;

  private final String kind;
  private final String apiVersion;
  private final boolean yaml;
  private final Documents documents;
  private final ObjectType type;
  private final List<Shadowed> shadowed;

  CreateRequest(String apiVersion, String kind, String format, String body) {
    Source source = Source.of("body", body);
    Limits limits = Limits.DEFAULT.withDepth(10_000);
    this.apiVersion = apiVersion;
    this.kind = kind;
    this.yaml = format.equals("yaml");
    this.documents = yaml ? Documents.readOne(source, limits) : Documents.readJson(source, limits);
    this.type = Schema.kubernetes().type(apiVersion, kind).orElseThrow();
    this.shadowed = yaml
        ? List.of()
        : duplicates().stream().flatMap(d -> Shadowed.of(d).stream()).toList();
  }

  private List<Problem> duplicates() {
    return documents.problems().stream()
        .filter(p -> p.code().equals("duplicate-key"))
        .toList();
  }

  String answer() {
    if (documents.roots().isEmpty()) {
      boolean isNull = documents.problems().stream().noneMatch(p -> p.severity() == Severity.ERROR);
      return isNull ? Answers.ACCEPTED : Answers.ERROR;
    }
    if (!(documents.roots().get(0) instanceof MappingValue body)) {
      return Answers.ERROR;
    }
    MappingValue object = yaml ? (MappingValue) sorted(body) : body;
    Optional<String> broken = wrongMeta(object);
    if (broken.isPresent()) {
      return Answers.type(broken.get());
    }
    String version = meta(object, "apiVersion", apiVersion);
    String name = meta(object, "kind", kind);
    boolean known = Schema.kubernetes().type(version, name).isPresent();
    if (known && !(version.equals(apiVersion) && name.equals(kind))) {
      return Answers.OTHER_KIND;
    }
    List<Problem> problems = problems(object);
    if (problems.stream().anyMatch(problem -> NO_KIND.contains(problem.code()))) {
      return Answers.NO_KIND;
    }
    return known ? fields(problems) : "a kind that nobody knows: " + version + " " + name;
  }

  private List<Problem> problems(MappingValue object) {
    boolean complete = !StrictCheck.isMissing(object.get("apiVersion"))
        && !StrictCheck.isMissing(object.get("kind"));
    List<Problem> problems = new ArrayList<>(
        complete
            ? StrictCheck.kubernetes().check(object)
            : StrictCheck.kubernetes().checkFields(object, type));
    shadowed.forEach(earlier -> problems.addAll(problemsOf(earlier)));
    problems.sort(Comparator.comparingInt(CreateRequest::offset));
    return problems;
  }

  private List<Problem> problemsOf(Shadowed earlier) {
    FieldType at = typeAt(earlier.path());
    ProblemList problems = new ProblemList(earlier.value());
    if (at != null) {
      new FieldCheck(problems).check(earlier.value(), at, earlier.path());
    }
    return problems.inOrder();
  }

  private static int offset(Problem problem) {
    return problem.place().map(Location::startOffset).orElse(0);
  }

  /** The API server decodes JSON, and YAML becomes JSON with sorted names. */
  private static Value sorted(Value value) {
    if (value instanceof MappingValue mapping) {
      Map<String, Value> entries = new TreeMap<>();
      for (int i = 0; i < mapping.size(); i++) {
        entries.put(mapping.key(i), sorted(mapping.value(i)));
      }
      return MappingValue.of(entries);
    }
    return value instanceof SequenceValue list
        ? SequenceValue.of(list.items().stream().map(CreateRequest::sorted).toList())
        : withoutPlace((ScalarValue) value);
  }

  private static ScalarValue withoutPlace(ScalarValue value) {
    return switch (value.type()) {
      case STRING -> ScalarValue.of(value.text());
      case NUMBER -> ScalarValue.number(value.text());
      case BOOLEAN -> ScalarValue.of(Boolean.parseBoolean(value.text()));
      case NULL -> ScalarValue.ofNull();
    };
  }

  /** What kind it is, is found out first, and by names in whatever case. */
  private Optional<String> wrongMeta(MappingValue object) {
    Map<Integer, String> wrong = new TreeMap<>();
    for (String name : List.of("apiVersion", "kind")) {
      for (int i = 0; i < object.size(); i++) {
        Value value = object.value(i);
        if (object.key(i).equalsIgnoreCase(name) && !isString(value)) {
          wrong.put(value.location() == null ? i : value.location().startOffset(), name);
        }
      }
      for (Shadowed earlier : shadowed) {
        if (earlier.path().toString().equalsIgnoreCase(name) && !isString(earlier.value())) {
          wrong.put(earlier.value().location().startOffset(), name);
        }
      }
    }
    return wrong.values().stream().findFirst();
  }

  private static boolean isString(Value value) {
    return value instanceof ScalarValue scalar && (scalar.isString() || scalar.isNull());
  }

  private static String meta(MappingValue object, String name, String fallback) {
    String found = fallback;
    for (int i = 0; i < object.size(); i++) {
      if (object.key(i).equalsIgnoreCase(name)
          && object.value(i) instanceof ScalarValue scalar
          && scalar.isString()) {
        found = scalar.text().isEmpty() ? fallback : scalar.text();
      }
    }
    return found;
  }

  private String fields(List<Problem> problems) {
    List<Problem> types = problems.stream()
        .filter(p -> p.code().equals("wrong-type") || p.code().startsWith("invalid-"))
        .toList();
    Optional<Problem> first = types.stream()
        .filter(problem -> ENDING.contains(typeAt(problem.path())))
        .findFirst()
        .or(() -> types.stream().findFirst());
    if (first.isPresent()) {
      return first.get().code().equals("wrong-type")
          ? Answers.type(fieldsOf(first.get().path()))
          : Answers.ERROR;
    }
    List<String> strict = strict(problems);
    return strict.isEmpty() ? Answers.ACCEPTED : Answers.strict(strict);
  }

  private List<String> strict(List<Problem> problems) {
    Stream<Problem> unknown = problems.stream().filter(p -> p.code().equals("unknown-field"));
    if (yaml) {
      // YAML's duplicates are one error before the others.
      return Stream.concat(
              duplicates().stream().map(CreateRequest::key).sorted(),
              unknown.map(CreateRequest::field).distinct().limit(MOST_STRICT_ERRORS))
          .toList();
    }
    return Stream.concat(unknown, duplicates().stream().filter(p -> typeAt(p.path()) != null))
        .sorted(Comparator.comparingInt(CreateRequest::offset))
        .map(CreateRequest::field)
        .distinct()
        .limit(MOST_STRICT_ERRORS)
        .toList();
  }

  private static String field(Problem problem) {
    return Answers.field(
        problem.code().equals("unknown-field") ? "unknown" : "duplicate", goPath(problem.path()));
  }

  private static String key(Problem duplicate) {
    List<Step> steps = duplicate.path().steps();
    return Answers.key(nameOf(steps.get(steps.size() - 1)));
  }

  private static String goPath(FieldPath path) {
    StringBuilder text = new StringBuilder();
    for (Step step : path.steps()) {
      if (step instanceof Step.Index index) {
        text.append('[').append(index.index()).append(']');
      } else {
        text.append(text.isEmpty() ? "" : ".").append(nameOf(step));
      }
    }
    return text.toString();
  }

  private static String nameOf(Step step) {
    return step instanceof Step.Key key ? key.key() : ((Step.Field) step).name();
  }

  /** Returns the fields on the way; Go's type errors have neither indices nor keys of maps. */
  private static String fieldsOf(FieldPath path) {
    return path.steps().stream()
        .filter(step -> step instanceof Step.Field)
        .map(CreateRequest::nameOf)
        .collect(Collectors.joining("."));
  }

  /** Returns the type of what is at a path, or null if the decoder never looks at it. */
  private @Nullable FieldType typeAt(FieldPath path) {
    FieldType at = type;
    for (Step step : path.steps()) {
      if (at instanceof ListOf list) {
        at = list.items();
      } else if (at instanceof MapOf map) {
        at = map.values();
      } else if (at instanceof ObjectType object) {
        at = object.field(nameOf(step)).map(Field::type).orElse(null);
      } else {
        return null;
      }
    }
    return at;
  }
}
