package io.plimsoll.posture;

import io.plimsoll.core.manifest.Documents;
import io.plimsoll.core.manifest.Limits;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Source;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.schema.ObjectType;
import io.plimsoll.core.schema.Schema;
import io.plimsoll.core.schema.WireForm;
import io.plimsoll.core.validation.Creation;
import io.plimsoll.core.validation.FieldError;
import io.plimsoll.core.validation.Strategy;
import io.plimsoll.core.validation.WriteOutcome;
import io.plimsoll.testkit.ConformanceCase;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** A case about one object: what becomes of it, compared as the data's README says. */
final class ObjectCase {

  static final String UID = "11111111-1111-1111-1111-111111111111";
  static final Instant TIME = Instant.parse("2026-01-01T00:00:00Z");

  /** The difference of two objects in a message, of which the data keep the first line. */
  private static final Pattern DIFFERENCE =
      Pattern.compile("\\n(@@ -[^\\n]*\\n([ +-][^\\n]*\\n)*)+");

  private final ConformanceCase conformanceCase;
  private final Fields fields;

  ObjectCase(ConformanceCase conformanceCase) {
    this.conformanceCase = conformanceCase;
    this.fields = Fields.of(
        Documents.read(Source.of(conformanceCase.name(), conformanceCase.text()), Limits.DEFAULT)
            .roots()
            .get(0));
  }

  Fields fields() {
    return fields;
  }

  /** Returns an object of the case as a server decodes it, with its defaults. */
  MappingValue decoded(String field) {
    MappingValue object = object(field);
    return strategy(object).withDefaults(WireForm.decode(object, type(object)));
  }

  MappingValue object(String field) {
    return Fields.of(fields.value(field)).tree();
  }

  static Strategy strategy(MappingValue object) {
    Fields said = Fields.of(object);
    String apiVersion = said.text("apiVersion");
    int slash = apiVersion.indexOf('/');
    String group = slash < 0 ? "" : apiVersion.substring(0, slash);
    return KubernetesStrategies.all().find(group, said.text("kind")).orElseThrow();
  }

  static ObjectType type(MappingValue object) {
    Fields said = Fields.of(object);
    return Schema.kubernetes().type(said.text("apiVersion"), said.text("kind")).orElseThrow();
  }

  static Creation creation(MappingValue object) {
    String namespace = Fields.of(object.get("metadata")).text("namespace");
    return new Creation(namespace.isEmpty() ? "default" : namespace, UID, TIME, () -> "xxxxx");
  }

  /** Judges the answer to a write. */
  void judge(Strategy strategy, WriteOutcome outcome) {
    List<FieldError> errors = List.of();
    List<String> warnings = List.of();
    String name = "";
    if (outcome instanceof WriteOutcome.Invalid invalid) {
      errors = invalid.errors().stream().distinct().toList();
      warnings = invalid.warnings();
      name = invalid.name();
    } else if (outcome instanceof WriteOutcome.Accepted accepted) {
      warnings = accepted.warnings();
    }
    boolean unordered = Boolean.TRUE.equals(fields.bool("unordered"));
    List<String> causes = errors.stream()
        .map(error -> error.path() + " " + error.type().reason() + " " + firstLine(error.body()))
        .toList();
    List<String> expected = fields.list(
        "causes",
        cause -> cause.text("field") + " " + cause.text("reason") + " " + cause.text("message"));
    conformanceCase.same(lines(expected, unordered), lines(causes, unordered));
    conformanceCase.same(lines(fields.strings("warnings"), unordered), lines(warnings, unordered));
    if (!unordered) {
      String group = strategy.group().isEmpty() ? "" : "." + strategy.group();
      String error = errors.isEmpty()
          ? ""
          : strategy.kind() + group + " \"" + name + "\" is invalid: "
              + FieldError.aggregate(errors);
      conformanceCase.same(fields.text("error"), DIFFERENCE.matcher(error).replaceAll(""));
    }
  }

  private static String firstLine(String text) {
    int end = text.indexOf('\n');
    return end < 0 ? text : text.substring(0, end);
  }

  private static String lines(List<String> texts, boolean unordered) {
    return String.join("\n", unordered ? texts.stream().sorted().toList() : texts);
  }

  /** Judges an object: members have no order, and the data leaves out those that are null. */
  void same(MappingValue expected, MappingValue actual) {
    Value written = withoutNulls(actual);
    if (expected.equals(written)) {
      conformanceCase.same(true, true);
    } else {
      conformanceCase.mismatch(expected.toString(), written.toString());
    }
  }

  private static Value withoutNulls(Value value) {
    if (value instanceof SequenceValue list) {
      return list.withItems(list.items().stream().map(ObjectCase::withoutNulls).toList());
    }
    if (!(value instanceof MappingValue object)) {
      return value;
    }
    MappingValue result = object;
    for (String name : object.keys()) {
      Value member = Objects.requireNonNull(object.get(name));
      result = member.isNull() ? result.without(name) : result.with(name, withoutNulls(member));
    }
    return result;
  }
}
