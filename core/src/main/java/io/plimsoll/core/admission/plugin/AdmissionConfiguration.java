package io.plimsoll.core.admission.plugin;

import io.plimsoll.core.admission.support.Trees;
import io.plimsoll.core.decode.ConfigurationDecoding;
import io.plimsoll.core.decode.ConfigurationKind;
import io.plimsoll.core.manifest.Documents;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.Limits;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Source;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.schema.Field;
import io.plimsoll.core.schema.FieldType;
import io.plimsoll.core.schema.ObjectType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What a server is told about its plug-ins when it starts: the file of {@code --admission-control-config-file}, and the files
 * that it names, which are read only for plug-ins that are on. Mirrors {@code k8s.io/apiserver/pkg/admission/config.go}.
 */
public final class AdmissionConfiguration {

  /** The configuration that says nothing. */
  public static final AdmissionConfiguration NONE =
      new AdmissionConfiguration(Map.of(), path -> Optional.empty());

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

  private final Map<String, PluginEntry> entries;
  private final Function<String, Optional<String>> files;

  /**
   * What the file says of a plug-in.
   *
   * @param configuration the configuration, if it is there
   * @param path else the path of a file with it, or empty
   */
  private record PluginEntry(Optional<Value> configuration, String path) {}

  private AdmissionConfiguration(
      Map<String, PluginEntry> entries, Function<String, Optional<String>> files) {
    this.entries = entries;
    this.files = files;
  }

  /**
   * Reads a file.
   *
   * @param path the path of the file, which paths in it are relative to
   * @param text YAML or JSON
   * @param files returns the text of a file that the configuration names, if there is one
   * @throws IllegalArgumentException if it is none, with upstream's message
   */
  public static AdmissionConfiguration read(
      String path, String text, Function<String, Optional<String>> files) {
    ConfigurationDecoding decoding = KIND.decode(path, text);
    if (decoding.isFine()) {
      return new AdmissionConfiguration(entries(path, decoding.tree()), files);
    }
    Value root = tree(path, text);
    boolean kindless =
        decoding.message().startsWith("Object '") || decoding.message().startsWith("no kind ");
    Map<String, PluginEntry> old = new LinkedHashMap<>();
    if (kindless && OLD_FORMS.keySet().stream().anyMatch(Fields.of(root).names()::contains)) {
      OLD_FORMS.values().forEach(any -> old.put(any, new PluginEntry(Optional.of(root), "")));
    }
    if (old.isEmpty()) {
      throw new IllegalArgumentException("failed to read plugin config: " + decoding.message());
    }
    return new AdmissionConfiguration(old, files);
  }

  /** Of two entries for one plug-in, the first counts, whatever it says. */
  private static Map<String, PluginEntry> entries(String file, MappingValue tree) {
    Map<String, PluginEntry> entries = new LinkedHashMap<>();
    for (Fields plugin : Trees.list(Fields.of(tree), "plugins")) {
      String path = plugin.text("path");
      entries.putIfAbsent(
          plugin.text("name"),
          new PluginEntry(
              Optional.ofNullable(plugin.value("configuration")),
              path.isEmpty() ? "" : FilePaths.resolve(file, path)));
    }
    return entries;
  }

  private static Value tree(String name, String text) {
    Documents read = Documents.readOne(Source.of(name, text), Limits.DEFAULT);
    return read.roots().isEmpty() ? MappingValue.empty() : read.roots().get(0);
  }

  /** Returns the names of the plug-ins that the file speaks of. */
  public Set<String> plugins() {
    return Set.copyOf(entries.keySet());
  }

  /**
   * Returns the configuration of a plug-in, if there is one.
   *
   * @throws IllegalArgumentException if it is in a file that is not there, with upstream's message
   */
  public Optional<Value> of(String plugin) {
    PluginEntry entry = entries.get(plugin);
    if (entry == null || entry.configuration().isPresent() || entry.path().isEmpty()) {
      return entry == null ? Optional.empty() : entry.configuration();
    }
    String text = files
        .apply(entry.path())
        .orElseThrow(() -> new IllegalArgumentException(
            "Couldn't open admission plugin configuration " + entry.path()
                + ": &fs.PathError{Op:\"open\", Path:" + GoText.quote(entry.path())
                + ", Err:0x2}"));
    return Optional.of(tree(entry.path(), text));
  }
}
