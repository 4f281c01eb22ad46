package io.plimsoll.core.decode;

import io.plimsoll.core.decode.Entries.Entry;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.Value;

/**
 * What an object says of its kind. Mirrors {@code SimpleMetaFactory.Interpret} of {@code
 * k8s.io/apimachinery/pkg/runtime/serializer/json}, for which {@code Kind} is as good a name as {@code kind}.
 *
 * @param apiVersion the API version, empty if the object does not say
 * @param kind the kind, empty if the object does not say
 */
record TypeMeta(String apiVersion, String kind) {

  private static final String API_VERSION = "apiVersion";
  private static final String KIND = "kind";
  private static final String PARSE_ERROR = "couldn't get version/kind; json parse error: ";
  private static final String STRUCT = "struct { APIVersion string"
      + " \"json:\\\"apiVersion,omitempty\\\"\"; Kind string \"json:\\\"kind,omitempty\\\"\" }";

  /** Returns the failure of a text that is no JSON. */
  static DecodeFailure notJson(String error) {
    return new DecodeFailure(PARSE_ERROR + error);
  }

  static TypeMeta of(Value root, Entries entries) throws DecodeFailure {
    if (root.isNull()) {
      return new TypeMeta("", "");
    }
    if (!(root instanceof MappingValue object)) {
      throw notJson(
          "json: cannot unmarshal " + root.typeName() + " into Go value of type " + STRUCT);
    }
    String apiVersion = "";
    String kind = "";
    for (Entry entry : entries.of(object)) {
      if (isNamed(entry, API_VERSION)) {
        apiVersion = text(entry.value(), API_VERSION, apiVersion);
      } else if (isNamed(entry, KIND)) {
        kind = text(entry.value(), KIND, kind);
      }
    }
    return new TypeMeta(apiVersion, kind);
  }

  private static boolean isNamed(Entry entry, String name) {
    return entry.name().length() == name.length() && GoText.equalFold(entry.name(), name);
  }

  private static String text(Value value, String name, String before) throws DecodeFailure {
    if (value.isNull()) {
      return before;
    }
    if (value instanceof ScalarValue scalar && scalar.isString()) {
      return scalar.text();
    }
    throw notJson("json: cannot unmarshal " + value.typeName() + " into Go struct field ." + name
        + " of type string");
  }
}
