package io.plimsoll.core.registry;

import io.plimsoll.core.manifest.Documents;
import io.plimsoll.core.manifest.Limits;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.Source;
import io.plimsoll.core.schema.ObjectType;
import io.plimsoll.core.schema.Schema;
import io.plimsoll.core.schema.WireForm;
import io.plimsoll.core.validation.Creation;
import io.plimsoll.core.validation.FieldError;
import io.plimsoll.core.validation.Strategy;
import io.plimsoll.core.validation.WriteOutcome;
import io.plimsoll.core.validation.Writes;
import java.time.Instant;
import java.util.List;

/** Objects of tests on their way into the store. */
public final class Written {

  private static final Creation CREATION =
      new Creation("shop", "u-1", Instant.parse("2026-01-01T00:00:00Z"), () -> "xxxxx");

  private Written() {}

  /** Reads an object in YAML. */
  public static MappingValue object(String yaml) {
    return (MappingValue)
        Documents.read(Source.of("test.yaml", yaml), Limits.DEFAULT).roots().get(0);
  }

  /** Returns the type of a strategy's objects. */
  public static ObjectType type(Strategy strategy) {
    return Schema.kubernetes().type(strategy.apiVersion(), strategy.kind()).orElseThrow();
  }

  /** Returns an object as the server decodes it; {@code yaml} is what comes after the metadata. */
  public static MappingValue decoded(Strategy strategy, String yaml) {
    String start = "apiVersion: " + strategy.apiVersion() + "\nkind: " + strategy.kind() + "\n";
    return strategy.withDefaults(WireForm.decode(object(start + yaml), type(strategy)));
  }

  /** Returns what becomes of a new object. */
  public static WriteOutcome create(Strategy strategy, String yaml) {
    return Writes.create(strategy, decoded(strategy, yaml), CREATION);
  }

  /** Returns a new object as it is stored. */
  public static MappingValue stored(Strategy strategy, String yaml) {
    return stored(create(strategy, yaml));
  }

  private static MappingValue stored(WriteOutcome outcome) {
    if (outcome instanceof WriteOutcome.Accepted accepted) {
      return accepted.object();
    }
    throw new AssertionError("refused: " + outcome);
  }

  /** Returns what becomes of an object that replaces a stored one; both have what is common to all versions of it. */
  public static WriteOutcome update(Strategy strategy, MappingValue old, String yaml) {
    MappingValue object = decoded(strategy, yaml);
    MappingValue metadata = (MappingValue) object.get("metadata");
    MappingValue versioned =
        object.with("metadata", metadata.with("resourceVersion", ScalarValue.of("2")));
    return Writes.update(strategy, versioned, old, "shop");
  }

  /** Returns a replaced object as it is stored. */
  public static MappingValue updated(Strategy strategy, MappingValue old, String yaml) {
    return stored(update(strategy, old, yaml));
  }

  /** Returns the errors of an outcome, as they print, each once. */
  public static List<String> errors(WriteOutcome outcome) {
    return outcome instanceof WriteOutcome.Invalid invalid
        ? invalid.errors().stream().map(FieldError::toString).distinct().toList()
        : List.of();
  }

  /** Returns the warnings of an outcome. */
  public static List<String> warnings(WriteOutcome outcome) {
    if (outcome instanceof WriteOutcome.Accepted accepted) {
      return accepted.warnings();
    }
    return outcome instanceof WriteOutcome.Invalid invalid ? invalid.warnings() : List.of();
  }

  /** Returns an object as it is sent back, in JSON. */
  public static String json(Strategy strategy, MappingValue object, String field) {
    return String.valueOf(WireForm.encode(object, type(strategy)).get(field));
  }
}
