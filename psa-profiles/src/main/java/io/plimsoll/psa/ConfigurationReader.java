package io.plimsoll.psa;

import io.plimsoll.core.decode.ConfigurationDecoding;
import io.plimsoll.core.decode.ConfigurationKind;
import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.Problem;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.schema.Field;
import io.plimsoll.core.schema.FieldType.ListOf;
import io.plimsoll.core.schema.FieldType.Scalar;
import io.plimsoll.core.schema.ObjectType;
import io.plimsoll.psa.ConfigurationReading.Accepted;
import io.plimsoll.psa.ConfigurationReading.Refused;
import io.plimsoll.psa.ConfigurationReading.Stage;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;

/** Reads a configuration in the three stages of an API server's start; what comes later is not asked when one fails. */
final class ConfigurationReader {

  /** The order of upstream's validation, which is not that of its completion. */
  private static final List<Mode> VALIDATION_ORDER = List.of(Mode.ENFORCE, Mode.WARN, Mode.AUDIT);

  private static final String GROUP = "pod-security.admission.config.k8s.io";

  /** Mirrors {@code admission/api/v1/types.go}. */
  private static final ConfigurationKind KIND = new ConfigurationKind(
      "PodSecurityConfiguration",
      List.of(GROUP + "/v1", GROUP + "/v1beta1", GROUP + "/v1alpha1"),
      ObjectType.of(
          "PodSecurityConfiguration",
          List.of(
              Field.of("apiVersion", Scalar.STRING),
              Field.of("kind", Scalar.STRING),
              Field.of("defaults", defaultsType()),
              Field.of("exemptions", exemptionsType()))));

  private final Value tree;
  private final Fields defaults;
  private final Fields exemptions;

  private ConfigurationReader(Value tree) {
    this.tree = tree;
    this.defaults = Fields.of(Fields.of(tree).value("defaults"));
    this.exemptions = Fields.of(Fields.of(tree).value("exemptions"));
  }

  private static ObjectType defaultsType() {
    List<Field> fields = new ArrayList<>();
    for (Mode mode : Mode.values()) {
      fields.add(Field.of(mode.toString(), Scalar.STRING));
      fields.add(Field.of(mode.versionName(), Scalar.STRING));
    }
    return ObjectType.of("PodSecurityDefaults", fields);
  }

  private static ObjectType exemptionsType() {
    return ObjectType.of(
        "PodSecurityExemptions",
        Stream.of("usernames", "namespaces", "runtimeClasses")
            .map(name -> Field.of(name, new ListOf(Scalar.STRING)))
            .toList());
  }

  static ConfigurationReading read(Value tree) {
    ConfigurationDecoding decoding = KIND.decode(tree);
    return decoding.problems().isEmpty()
        ? new ConfigurationReader(tree).read()
        : new Refused(Stage.LOAD, decoding.message(), decoding.problems());
  }

  private ConfigurationReading read() {
    List<String> usernames = exemptions.strings("usernames");
    List<String> namespaces = exemptions.strings("namespaces");
    List<String> runtimeClasses = exemptions.strings("runtimeClasses");
    List<Problem> inDefaults = checkDefaults();
    List<Problem> inExemptions = Exemptions.check(usernames, namespaces, runtimeClasses);
    List<Problem> all = new ArrayList<>(inDefaults);
    all.addAll(inExemptions);
    List<Problem> located =
        all.stream().map(problem -> FieldErrors.locate(problem, tree)).toList();

    if (!inDefaults.isEmpty()) {
      return new Refused(
          Stage.COMPLETE,
          "PodSecurity configuration error: " + GoText.aggregate(completionErrors()),
          located);
    }
    if (!inExemptions.isEmpty()) {
      return new Refused(
          Stage.VALIDATE, "PodSecurity invalid: " + FieldErrors.aggregate(inExemptions), located);
    }
    return new Accepted(new PodSecurityConfiguration(
        new Policy(read(Mode.ENFORCE), read(Mode.AUDIT), read(Mode.WARN)),
        new Exemptions(
            new LinkedHashSet<>(usernames),
            new LinkedHashSet<>(namespaces),
            new LinkedHashSet<>(runtimeClasses))));
  }

  private List<Problem> checkDefaults() {
    FieldPath path = FieldPath.of("defaults");
    List<Problem> problems = new ArrayList<>();
    for (Mode mode : VALIDATION_ORDER) {
      if (Level.tryParse(level(mode)).isEmpty()) {
        problems.add(FieldErrors.level(path.field(mode.toString()), level(mode)));
      }
      if (Version.tryParse(version(mode)).isEmpty()) {
        problems.add(FieldErrors.version(path.field(mode.versionName()), version(mode)));
      }
    }
    return problems;
  }

  /** What {@code ToPolicy} of {@code admission/api/helpers.go} says. */
  private List<String> completionErrors() {
    List<String> errors = new ArrayList<>();
    for (Mode mode : Mode.values()) {
      if (Level.tryParse(level(mode)).isEmpty()) {
        errors.add(mode + ": " + FieldErrors.LEVELS);
      }
      if (Version.tryParse(version(mode)).isEmpty()) {
        errors.add(mode.versionName() + ": " + FieldErrors.VERSIONS);
      }
    }
    return errors;
  }

  private LevelVersion read(Mode mode) {
    return new LevelVersion(Level.parse(level(mode)), Version.parse(version(mode)));
  }

  private String level(Mode mode) {
    return orDefault(defaults.text(mode.toString()), Level.PRIVILEGED.toString());
  }

  private String version(Mode mode) {
    return orDefault(defaults.text(mode.versionName()), Version.LATEST.toString());
  }

  private static String orDefault(String text, String fallback) {
    return text.isEmpty() ? fallback : text;
  }
}
