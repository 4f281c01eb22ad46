package io.plimsoll.core.admission.plugin;

import io.plimsoll.core.admission.support.Trees;
import io.plimsoll.core.decode.ConfigurationDecoding;
import io.plimsoll.core.decode.ConfigurationKind;
import io.plimsoll.core.manifest.Documents;
import io.plimsoll.core.manifest.Limits;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Source;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.Maps;
import io.plimsoll.core.schema.Field;
import io.plimsoll.core.schema.FieldType;
import io.plimsoll.core.schema.ObjectType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a server is told about its plug-ins when it starts: the file of {@code --admission-control-config-file}. Mirrors {@code
 * k8s.io/apiserver/pkg/admission/config.go}.
 *
 * @param plugins the configuration of each plug-in, by its name
 */
public record AdmissionConfiguration(Map<String, Value> plugins) {

  /** The configuration that says nothing. */
  public static final AdmissionConfiguration NONE = new AdmissionConfiguration(Map.of());

  private static final List<String> API_VERSIONS =
      List.of("apiserver.config.k8s.io/v1", "apiserver.k8s.io/v1alpha1");

  private static final ConfigurationKind KIND = new ConfigurationKind(
      "AdmissionConfiguration",
      API_VERSIONS,
      ObjectType.of(
          "AdmissionConfiguration",
          List.of(
              Field.of("apiVersion", FieldType.Scalar.STRING),
              Field.of("kind", FieldType.Scalar.STRING),
              Field.of(
                  "plugins",
                  new FieldType.ListOf(ObjectType.of(
                      "AdmissionPluginConfiguration",
                      List.of(
                          Field.of("name", FieldType.Scalar.STRING),
                          Field.of("path", FieldType.Scalar.STRING),
                          Field.of("configuration", FieldType.Scalar.ANY))))))));

  /** The plug-ins whose configuration may be the whole file, as it was before the file had a kind. */
  private static final Map<String, String> OLD_FORMS = Map.of(
      "imagePolicy", "ImagePolicyWebhook",
      "podNodeSelectorPluginConfig", "PodNodeSelector");

  public AdmissionConfiguration {
    plugins = Maps.copy(plugins);
  }

  /**
   * Reads a file.
   *
   * @param name the name of the file
   * @param text YAML or JSON
   * @param files returns the text of a file that the configuration names, if there is one
   * @throws IllegalArgumentException if it is none, with upstream's message
   */
  public static AdmissionConfiguration read(
      String name, String text, Function<String, Optional<String>> files) {
    ConfigurationDecoding decoding = KIND.decode(name, text);
    if (decoding.isFine()) {
      return of(decoding.tree(), files);
    }
    Value root = tree(name, text);
    boolean kindless =
        decoding.message().startsWith("Object '") || decoding.message().startsWith("no kind ");
    Map<String, Value> old = new LinkedHashMap<>();
    OLD_FORMS.forEach((field, plugin) -> {
      if (kindless && Fields.of(root).tree().get(field) != null) {
        OLD_FORMS.values().forEach(any -> old.put(any, root));
      }
    });
    if (old.isEmpty()) {
      throw new IllegalArgumentException("failed to read plugin config: " + decoding.message());
    }
    return new AdmissionConfiguration(old);
  }

  private static AdmissionConfiguration of(
      MappingValue tree, Function<String, Optional<String>> files) {
    Map<String, Value> plugins = new LinkedHashMap<>();
    for (Fields plugin : Trees.list(Fields.of(tree), "plugins")) {
      Value given = plugin.value("configuration");
      String path = plugin.text("path");
      Optional<Value> configuration = Optional.ofNullable(given);
      if (given == null && !path.isEmpty()) {
        String text = files
            .apply(path)
            .orElseThrow(
                () -> new IllegalArgumentException("open " + path + ": no such file or directory"));
        configuration = Optional.of(tree(path, text));
      }
      configuration.ifPresent(value -> plugins.putIfAbsent(plugin.text("name"), value));
    }
    return new AdmissionConfiguration(plugins);
  }

  private static Value tree(String name, String text) {
    Documents read = Documents.readOne(Source.of(name, text), Limits.DEFAULT);
    return read.roots().isEmpty() ? MappingValue.empty() : read.roots().get(0);
  }

  /** Returns the configuration of a plug-in, if there is one. */
  public Optional<Value> of(String plugin) {
    return Optional.ofNullable(plugins.get(plugin));
  }
}
