package io.plimsoll.core.apiserver;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.request.Status;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The form in which a client wants its answer: the object itself, or its metadata alone. Mirrors {@code doTransformObject} of {@code
 * k8s.io/apiserver/pkg/endpoints/handlers}; tables are not supported.
 *
 * @param kind the kind of the answer, such as {@code PartialObjectMetadata}; empty if it is that of the object
 * @param version the version of {@code meta.k8s.io}
 */
record Representation(String kind, String version) {

  static final Representation PLAIN = new Representation("", "");

  private static final String METADATA = "PartialObjectMetadata";
  private static final String METADATA_LIST = METADATA + "List";

  static Representation of(MediaRange accepted) {
    String as = accepted.parameters().getOrDefault("as", "");
    return as.isEmpty()
        ? PLAIN
        : new Representation(as, accepted.parameters().getOrDefault("v", ""));
  }

  boolean isPlain() {
    return kind.isEmpty();
  }

  /** Refuses what this library does not make. */
  void checkSupported(boolean watch) throws Refusal {
    if (kind.equals("Table")) {
      throw Refusal.unsupported("answering with a Table");
    }
    if (watch && !isPlain()) {
      throw Refusal.unsupported("watching for " + kind);
    }
  }

  /** Returns an object in this form; a list is none of an object, and an object none of a list. */
  MappingValue of(MappingValue object, boolean isList) throws Refusal {
    if (isList != kind.equals(METADATA_LIST)) {
      throw Refusal.of(Status.notAcceptable("you requested " + kind
          + ", but the requested object is " + (isList ? "a list" : "not a list")));
    }
    if (!isList) {
      return metadata(object);
    }
    List<Value> items = Fields.of(object).list("items", Fields::tree).stream()
        .<Value>map(this::metadata)
        .toList();
    return typed(METADATA_LIST, object).with("items", SequenceValue.of(items));
  }

  private MappingValue metadata(MappingValue object) {
    return typed(METADATA, object);
  }

  private MappingValue typed(String name, MappingValue object) {
    Map<String, Value> tree = new LinkedHashMap<>();
    tree.put("kind", ScalarValue.of(name));
    tree.put("apiVersion", ScalarValue.of("meta.k8s.io/" + version));
    tree.put(
        "metadata",
        object.get("metadata") instanceof MappingValue metadata ? metadata : MappingValue.empty());
    return MappingValue.of(tree);
  }
}
