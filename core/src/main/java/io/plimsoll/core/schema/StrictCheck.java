package io.plimsoll.core.schema;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Problem;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.schema.CustomResources.Definition;
import io.plimsoll.core.schema.FieldType.ListOf;
import io.plimsoll.core.schema.FieldType.Scalar;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The check of an object's tree for what an API server refuses to decode with {@code fieldValidation=Strict}: unknown kinds
 * and fields, and values of wrong types.
 *
 * <p>Problems are errors, but for an API version that a definition does not serve, in the order of the text. An unknown field has the place of its name, any other problem that of the
 * value; what is missing has the place of the object it is missing in. Their codes:
 *
 * <ul>
 *   <li>{@code not-an-object}, {@code missing-api-version}, {@code missing-kind}, {@code missing-name};
 *   <li>{@code unknown-api-version}, {@code unknown-kind}, {@code removed-api-version}, {@code unserved-api-version};
 *   <li>{@code unknown-field}, {@code wrong-type}, {@code invalid-quantity}, {@code invalid-time}, {@code invalid-base64}.
 * </ul>
 *
 * <p>A kind of a group that is not Kubernetes' own passes as a custom resource, of which only the metadata is checked. Of a list
 * only the list itself is checked, not its items. Duplicate keys are the reader's affair. Mirrors {@code UnmarshalStrict} of
 * {@code sigs.k8s.io/json}, which collects unknown fields but stops at the first wrong type; this check names them all.
 */
public final class StrictCheck {

  private static final String LIST = "List";

  /** The codes of values that no API server decodes, however lenient. */
  private static final Set<String> TYPES =
      Set.of("wrong-type", "invalid-quantity", "invalid-time", "invalid-base64");

  private static final FieldPath NAME = FieldPath.of("metadata", "name");
  private static final FieldPath METADATA = FieldPath.of("metadata");

  private final Schema schema;
  private final ResourceCatalog catalog;
  private final FieldType objectMeta;
  private final ObjectType list;
  private final CustomResources custom;

  /** What can only be created, such as a review, needs no name. */
  private final Set<ObjectType> stored;

  private StrictCheck(StrictCheck check, CustomResources custom) {
    this.schema = check.schema;
    this.catalog = check.catalog;
    this.objectMeta = check.objectMeta;
    this.list = check.list;
    this.stored = check.stored;
    this.custom = custom;
  }

  private StrictCheck(Schema schema, ResourceCatalog catalog) {
    this.schema = schema;
    this.catalog = catalog;
    this.objectMeta = schema.type("meta.v1.ObjectMeta").orElseThrow();
    this.list = ObjectType.of(
        "meta.v1.List",
        List.of(
            Field.of("apiVersion", Scalar.STRING),
            Field.of("items", new ListOf(Scalar.ANY)),
            Field.of("kind", Scalar.STRING),
            Field.of("metadata", schema.type("meta.v1.ListMeta").orElseThrow())));
    this.custom = CustomResources.NONE;
    this.stored = new HashSet<>();
    for (ApiResource resource : catalog.resources()) {
      ObjectType type = schema.find(resource.apiVersion(), resource.kind());
      if (type != null && resource.verbs().contains("get")) {
        stored.add(type);
      }
    }
  }

  /** Returns whether a problem is that a value has a wrong type, for which an API server refuses an object with any {@code fieldValidation}. */
  public static boolean isAboutType(Problem problem) {
    return TYPES.contains(problem.code());
  }

  /** Makes the check when it is first asked for. */
  private static final class Carried {
    static final StrictCheck CHECK =
        new StrictCheck(Schema.kubernetes(), ResourceCatalog.kubernetes());
  }

  /** Returns the check against Kubernetes' own tables. */
  public static StrictCheck kubernetes() {
    return Carried.CHECK;
  }

  /** Returns the check with custom resources: their kinds are known, and the versions in which they are served. */
  public StrictCheck with(CustomResources resources) {
    return resources.isEmpty() ? this : new StrictCheck(this, resources);
  }

  /** Returns what is wrong with an object, whatever the value is; nothing if an API server would decode it. */
  public List<Problem> check(Value root) {
    ProblemList problems = new ProblemList(root);
    if (root instanceof MappingValue object) {
      checkObject(object, problems);
    } else {
      problems.add(
          "not-an-object",
          root.location(),
          FieldPath.ROOT,
          "expected an object with \"apiVersion\" and \"kind\", found " + ProblemList.found(root));
    }
    return problems.inOrder();
  }

  /** Returns what is wrong with the fields of an object of a known type; what the object says of its kind does not count. */
  public List<Problem> checkFields(Value root, ObjectType type) {
    ProblemList problems = new ProblemList(root);
    new FieldCheck(problems).check(root, type, FieldPath.ROOT);
    return problems.inOrder();
  }

  private void checkObject(MappingValue object, ProblemList problems) {
    String apiVersion = text(object.get("apiVersion"));
    String kind = text(object.get("kind"));
    if (isList(object)) {
      new KindCheck(schema, catalog, object, problems).check();
      new FieldCheck(problems).check(object, list, FieldPath.ROOT);
      return;
    }
    Optional<Definition> definition = custom.definition(apiVersion, kind);
    definition
        .filter(found -> !found.apiVersions().contains(apiVersion))
        .ifPresent(found -> problems.unservedVersion(object, apiVersion, found));
    ObjectType type = schema.find(apiVersion, kind);
    if (type != null) {
      new FieldCheck(problems).check(object, type, FieldPath.ROOT);
      if (stored.contains(type)) {
        checkName(object, problems);
      }
      return;
    }
    if (definition.isEmpty()) {
      new KindCheck(schema, catalog, object, problems).check();
    }
    Value metadata = object.get("metadata");
    // What has no metadata at all is no object of an API, but the configuration of some program.
    if (metadata != null) {
      new FieldCheck(problems).check(metadata, objectMeta, METADATA);
      checkName(object, problems);
    }
  }

  /**
   * Returns whether a value is a list of objects and no object itself: its kind is {@code List} or that of Kubernetes' own lists;
   * a kind of one's own whose name ends in {@code List} is one if it has items, be they none or null.
   */
  public boolean isList(MappingValue object) {
    String kind = text(object.get("kind"));
    if (!kind.endsWith(LIST)) {
      return false;
    }
    Value items = object.get("items");
    return kind.equals(LIST)
        || items instanceof SequenceValue
        || (items != null && items.isNull())
        || isOwnList(text(object.get("apiVersion")), kind);
  }

  private boolean isOwnList(String apiVersion, String kind) {
    String item = kind.substring(0, kind.length() - LIST.length());
    return schema.find(apiVersion, kind) != null && schema.find(apiVersion, item) != null;
  }

  private static void checkName(MappingValue object, ProblemList problems) {
    Value metadata = object.get("metadata");
    if (metadata == null || metadata.isNull()) {
      problems.add("missing-name", object.location(), NAME, "the object has no name");
    } else if (metadata instanceof MappingValue fields
        && isMissing(fields.get("name"))
        && isMissing(fields.get("generateName"))) {
      problems.add("missing-name", object.keyLocation("metadata"), NAME, "the object has no name");
    }
  }

  /** Returns whether a string is absent, null or empty. */
  static boolean isMissing(@Nullable Value value) {
    return value == null
        || (value instanceof ScalarValue scalar
            && (scalar.isNull() || (scalar.isString() && scalar.text().isEmpty())));
  }

  private static String text(@Nullable Value value) {
    return value instanceof ScalarValue scalar && scalar.isString() ? scalar.text() : "";
  }
}
