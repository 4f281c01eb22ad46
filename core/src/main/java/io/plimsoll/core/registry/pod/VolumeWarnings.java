package io.plimsoll.core.registry.pod;

import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.FieldSet;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.registry.storage.ClaimSpecRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the server remarks of volumes: kinds that are gone, and files that take each other's place. */
final class VolumeWarnings {

  private static final String STORAGE_OS = "deprecated in v1.22, non-functional in v1.25+";
  private static final String CEPH = "deprecated in v1.28, non-functional in v1.31+";

  /** Kinds of volumes that are deprecated, in upstream's order; {@code ephemeral} has its place among them. */
  private static final Map<String, String> DEPRECATED = new LinkedHashMap<>();

  static {
    DEPRECATED.put("photonPersistentDisk", "deprecated in v1.11, non-functional in v1.16+");
    DEPRECATED.put("gitRepo", "deprecated in v1.11, and disabled by default in v1.33+");
    DEPRECATED.put("scaleIO", "deprecated in v1.16, non-functional in v1.22+");
    DEPRECATED.put("flocker", STORAGE_OS);
    DEPRECATED.put("storageos", STORAGE_OS);
    DEPRECATED.put("quobyte", STORAGE_OS);
    DEPRECATED.put("glusterfs", "deprecated in v1.25, non-functional in v1.26+");
    DEPRECATED.put("ephemeral", "");
    DEPRECATED.put("cephfs", CEPH);
    DEPRECATED.put("rbd", CEPH);
  }

  private static final FieldSet MAY_BE_DEPRECATED =
      FieldSet.of(DEPRECATED.keySet().toArray(new String[0]));

  private static final FieldSet WITH_FILES =
      FieldSet.of("configMap", "downwardAPI", "projected", "secret");

  private static final List<String> PROJECTED = List.of(
      "configMap",
      "secret",
      "downwardAPI",
      "serviceAccountToken",
      "clusterTrustBundle",
      "podCertificate");

  /**
   * A file.
   *
   * @param path where it is
   * @param what what it comes from; empty if that is not said
   * @param name the name of that; {@code null} if it has none
   */
  private record File(String path, String what, @Nullable String name) {

    boolean overlaps(File other) {
      return !path.isEmpty()
          && !other.path.isEmpty()
          && (isAtOrBelow(path, other.path) || isAtOrBelow(other.path, path));
    }

    private static boolean isAtOrBelow(String file, String directory) {
      return file.startsWith(directory)
          && (file.length() == directory.length() || file.charAt(directory.length()) == '/');
    }

    @Override
    public String toString() {
      String source = name == null ? what : what + " " + GoText.quote(name);
      return GoText.quote(path) + (source.isEmpty() ? "" : " (" + source + ")");
    }
  }

  private VolumeWarnings() {}

  static void add(List<String> warnings, List<Part> volumes) {
    for (Part volume : volumes) {
      if (!MAY_BE_DEPRECATED.isAnyIn(volume.tree())) {
        continue;
      }
      for (Map.Entry<String, String> deprecated : DEPRECATED.entrySet()) {
        String field = deprecated.getKey();
        if (!volume.has(field)) {
          continue;
        }
        if (field.equals("ephemeral")) {
          Part template = volume.object(field).object("volumeClaimTemplate");
          Part spec = template.object("spec");
          warnings.addAll(ClaimSpecRules.warnings(spec.path(), spec));
        } else {
          // Upstream gives storageOS another name here.
          String place = field.equals("storageos") ? "storageOS" : field;
          warnings.add(volume.at(place) + ": " + deprecated.getValue());
        }
      }
    }
    for (Part volume : volumes) {
      if (WITH_FILES.isAnyIn(volume.tree())) {
        overlaps(warnings, Fields.of(volume.tree()));
      }
    }
  }

  /** Mirrors {@code warningsForOverlappingVirtualPaths}. */
  private static void overlaps(List<String> warnings, Fields volume) {
    if (volume.has("configMap")) {
      Fields map = Fields.of(volume.value("configMap"));
      overlaps(warnings, volume, "ConfigMap", map.text("name"), files(map));
    }
    if (volume.has("secret")) {
      Fields secret = Fields.of(volume.value("secret"));
      overlaps(warnings, volume, "Secret", secret.text("secretName"), files(secret));
    }
    if (volume.has("downwardAPI")) {
      overlaps(
          warnings, volume, "DownwardAPI", null, files(Fields.of(volume.value("downwardAPI"))));
    }
    if (volume.has("projected")) {
      List<File> files = new ArrayList<>();
      for (Value item : Fields.of(volume.value("projected")).items("sources")) {
        Fields source = Fields.of(item);
        if (source.size() == 0) {
          warnings.add("volume " + GoText.quote(volume.text("name"))
              + " (Projected) has no sources provided");
        }
        projected(files, source);
      }
      overlaps(warnings, volume, "Projected", null, files);
    }
  }

  /**
   * Adds which files take each other's place.
   *
   * @param what what the files come from
   * @param from its name; {@code null} if it has none
   */
  private static void overlaps(
      List<String> warnings, Fields volume, String what, @Nullable String from, List<File> files) {
    for (int i = 1; i < files.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (files.get(i).overlaps(files.get(j))) {
          String whence = from == null ? what : what + " " + GoText.quote(from);
          warnings.add("volume " + GoText.quote(volume.text("name")) + " (" + whence
              + "): overlapping paths: " + files.get(i) + " with " + files.get(j));
        }
      }
    }
  }

  private static List<File> files(Fields source) {
    List<File> files = new ArrayList<>();
    addFiles(files, source, "", null);
    return files;
  }

  /** Adds the files that keys become; returns whether it is said which do. */
  private static boolean addFiles(
      List<File> files, Fields source, String what, @Nullable String name) {
    if (!source.has("items")) {
      return false;
    }
    for (Value item : source.items("items")) {
      files.add(file(Fields.of(item).text("path"), what, name));
    }
    return true;
  }

  private static File file(String path, String what, @Nullable String name) {
    int end = path.length();
    while (end > 0 && path.charAt(end - 1) == '/') {
      end--;
    }
    return new File(path.substring(0, end), what, name);
  }

  /** Adds the files of a source: of the first of its kinds that has any, if there should be several. */
  private static void projected(List<File> files, Fields source) {
    if (source.size() == 1 && PROJECTED.contains(source.name(0))) {
      projected(files, source, source.name(0));
      return;
    }
    for (String kind : PROJECTED) {
      if (projected(files, source, kind)) {
        return;
      }
    }
  }

  private static boolean projected(List<File> files, Fields source, String kind) {
    if (!source.has(kind)) {
      return false;
    }
    Fields content = Fields.of(source.value(kind));
    switch (kind) {
      case "configMap" -> {
        return addFiles(files, content, "ConfigMap", content.text("name"));
      }
      case "secret" -> {
        return addFiles(files, content, "Secret", content.text("name"));
      }
      case "downwardAPI" -> {
        return addFiles(files, content, "DownwardAPI", null);
      }
      case "serviceAccountToken" ->
        files.add(file(content.text("path"), "ServiceAccountToken", null));
      case "clusterTrustBundle" -> {
        String name = content.text(content.has("name") ? "name" : "signerName");
        files.add(file(content.text("path"), "ClusterTrustBundle", name));
      }
      default -> {
        certificate(files, content, "certificateChainPath", "PodCertificate chain");
        certificate(files, content, "keyPath", "PodCertificate key");
        certificate(files, content, "credentialBundlePath", "PodCertificate credential bundle");
      }
    }
    return true;
  }

  private static void certificate(List<File> files, Fields certificate, String field, String what) {
    if (!certificate.text(field).isEmpty()) {
      files.add(file(certificate.text(field), what, null));
    }
  }
}
