package io.plimsoll.core.registry.extension;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.validation.FieldError;
import java.util.List;

/**
 * Columns and subresources of custom resources. Mirrors {@code ValidateCustomResourceColumnDefinition} and {@code
 * ValidateCustomResourceDefinitionSubresources} of {@code k8s.io/apiextensions-apiserver}.
 */
final class ColumnRules {

  private static final List<String> TYPES =
      List.of("boolean", "date", "integer", "number", "string");
  private static final List<String> FORMATS =
      List.of("byte", "date", "date-time", "double", "float", "int32", "int64", "password");
  private static final String ONE_OF = "must be one of ";

  private ColumnRules() {}

  static void checkColumns(Part version, FieldPath place) {
    List<Part> columns = version.list("additionalPrinterColumns");
    for (int i = 0; i < columns.size(); i++) {
      checkColumn(columns.get(i).under(place.index(i)));
    }
  }

  private static void checkColumn(Part column) {
    if (column.text("name").isEmpty()) {
      column.required("name", "");
    }
    String type = column.text("type");
    if (type.isEmpty()) {
      column.required("type", ONE_OF + String.join(",", TYPES));
    } else if (!TYPES.contains(type)) {
      column.invalid("type", List.of(ONE_OF + String.join(",", TYPES)));
    }
    String format = column.text("format");
    if (!format.isEmpty() && !FORMATS.contains(format)) {
      column.invalid("format", List.of(ONE_OF + String.join(",", FORMATS)));
    }
    String path = column.text("jsonPath");
    if (path.isEmpty()) {
      column.error(FieldError.required(column.at("JSONPath"), ""));
    } else {
      checkPath(column, column.at("JSONPath"), path);
    }
  }

  /** Adds an error if a path does not start with a dot; returns whether it does. */
  private static boolean checkPath(Part part, FieldPath place, String path) {
    boolean simple = path.startsWith(".");
    if (!simple) {
      part.error(FieldError.invalid(place, path, "must be a simple json path starting with ."));
    }
    return simple;
  }

  static void checkSubresources(Part version, FieldPath place) {
    Part subresources = version.object("subresources");
    if (!subresources.has("scale")) {
      return;
    }
    Part scale = subresources.object("scale");
    checkScale(scale, place, "specReplicasPath", ".spec.", true);
    checkScale(scale, place, "statusReplicasPath", ".status.", true);
    checkScale(scale, place, "labelSelectorPath", "", false);
  }

  private static void checkScale(
      Part scale, FieldPath place, String field, String start, boolean required) {
    FieldPath path = place.field("scale." + field);
    String text = scale.text(field);
    if (text.isEmpty()) {
      if (required) {
        scale.error(FieldError.required(path, ""));
      }
      return;
    }
    if (!checkPath(scale, path, text)) {
      return;
    }
    boolean either = text.startsWith(".spec.") || text.startsWith(".status.");
    if (start.isEmpty() && !either) {
      scale.error(
          FieldError.invalid(path, text, "should be a json path under either .spec or .status"));
    } else if (!text.startsWith(start)) {
      String under = start.substring(0, start.length() - 1);
      scale.error(FieldError.invalid(path, text, "should be a json path under " + under));
    }
  }
}
