package io.plimsoll.core.report;

import io.plimsoll.core.manifest.JsonWriter;
import io.plimsoll.core.manifest.Location;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.core.manifest.Position;
import io.plimsoll.core.manifest.Severity;
import io.plimsoll.core.manifest.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A report for programs: one JSON object.
 *
 * <p>{@code schemaVersion} grows when a member changes its meaning or goes away; new members may come at any time. {@code
 * summary} counts {@code errors}, {@code warnings} and {@code infos}. Each of {@code entries} has {@code severity}, {@code
 * rule}, {@code message} and, where known, {@code object} ({@code apiVersion}, {@code kind}, {@code namespace}, {@code name} or {@code generateName}),
 * {@code path}, {@code location} ({@code file}, {@code startLine}, {@code startColumn}, {@code endLine}, {@code endColumn};
 * from 1, columns in code points; {@code template} if Helm named one), {@code related} locations, {@code observed}, {@code
 * allowed} and {@code fix} (a JSON Patch).
 */
public final class JsonReport {

  /** The version of the form of the report. */
  public static final int SCHEMA_VERSION = 1;

  private JsonReport() {}

  /** Returns the report as indented JSON with a line break at its end. */
  public static String of(Report report) {
    return JsonWriter.pretty(tree(report));
  }

  /** Returns the report as a tree, to go into a larger one. */
  public static MappingValue tree(Report report) {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("schemaVersion", SCHEMA_VERSION);
    root.put("summary", summary(report));
    root.put("entries", report.entries().stream().map(JsonReport::entry).toList());
    return (MappingValue) Value.from(root);
  }

  /** Returns the name of an object as a tree, as it is in the entries of a report. */
  public static Value tree(ObjectRef ref) {
    return Value.from(object(ref));
  }

  /** Returns a place as a tree, as it is in the entries of a report. */
  public static Value tree(Location location) {
    return Value.from(location(location));
  }

  private static Map<String, Object> summary(Report report) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("errors", report.count(Severity.ERROR));
    out.put("warnings", report.count(Severity.WARNING));
    out.put("infos", report.count(Severity.INFO));
    return out;
  }

  private static Map<String, Object> entry(ReportEntry entry) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("severity", entry.severity().label());
    out.put("rule", entry.rule());
    out.put("message", entry.message());
    if (entry.object() != null) {
      out.put("object", object(entry.object()));
    }
    if (!entry.path().isRoot()) {
      out.put("path", entry.path().toString());
    }
    if (entry.location() != null) {
      out.put("location", location(entry.location()));
    }
    putUnlessEmpty(
        out, "related", entry.related().stream().map(JsonReport::location).toList());
    if (entry.observed() != null) {
      out.put("observed", entry.observed());
    }
    putUnlessEmpty(out, "allowed", entry.allowed());
    if (entry.fix() != null) {
      out.put("fix", entry.fix().toTree());
    }
    return out;
  }

  private static void putUnlessEmpty(Map<String, Object> out, String name, List<?> items) {
    if (!items.isEmpty()) {
      out.put(name, items);
    }
  }

  private static Map<String, Object> object(ObjectRef ref) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("apiVersion", ref.apiVersion());
    out.put("kind", ref.kind());
    if (!ref.namespace().isEmpty()) {
      out.put("namespace", ref.namespace());
    }
    if (ref.generateName().isEmpty()) {
      out.put("name", ref.name());
    } else {
      out.put("generateName", ref.generateName());
    }
    return out;
  }

  private static Map<String, Object> location(Location location) {
    Position start = location.start();
    Position end = location.end();
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("file", location.file());
    out.put("startLine", start.line());
    out.put("startColumn", start.column());
    out.put("endLine", end.line());
    out.put("endColumn", end.column());
    location.template().ifPresent(template -> out.put("template", template));
    return out;
  }
}
