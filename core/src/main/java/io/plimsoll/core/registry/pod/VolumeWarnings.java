package io.plimsoll.core.registry.pod;

import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
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
      if (!mayBeDeprecated(volume.tree())) {
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
      overlaps(warnings, volume);
    }
  }

  private static boolean mayBeDeprecated(MappingValue volume) {
    for (int i = 0; i < volume.size(); i++) {
      if (DEPRECATED.containsKey(volume.key(i))) {
        return true;
      }
    }
    return false;
  }

  /** Mirrors {@code warningsForOverlappingVirtualPaths}. */
  private static void overlaps(List<String> warnings, Part volume) {
    if (volume.has("configMap")) {
      Part source = volume.object("configMap");
      overlaps(warnings, volume, "ConfigMap", source.text("name"), files(source));
    }
    if (volume.has("secret")) {
      Part source = volume.object("secret");
      overlaps(warnings, volume, "Secret", source.text("secretName"), files(source));
    }
    if (volume.has("downwardAPI")) {
      overlaps(warnings, volume, "DownwardAPI", null, files(volume.object("downwardAPI")));
    }
    if (volume.has("projected")) {
      List<File> files = new ArrayList<>();
      for (Part source : volume.object("projected").list("sources")) {
        if (source.tree().size() == 0) {
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
      List<String> warnings, Part volume, String what, @Nullable String from, List<File> files) {
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

  private static List<File> files(Part source) {
    if (!source.has("items")) {
      return List.of();
    }
    List<File> files = new ArrayList<>();
    addFiles(files, source, "", null);
    return files;
  }

  private static void addFiles(List<File> files, Part source, String what, @Nullable String name) {
    for (Part item : source.list("items")) {
      files.add(file(item.text("path"), what, name));
    }
  }

  private static File file(String path, String what, @Nullable String name) {
    int end = path.length();
    while (end > 0 && path.charAt(end - 1) == '/') {
      end--;
    }
    return new File(path.substring(0, end), what, name);
  }

  private static void projected(List<File> files, Part source) {
    if (source.object("configMap").has("items")) {
      Part map = source.object("configMap");
      addFiles(files, map, "ConfigMap", map.text("name"));
    } else if (source.object("secret").has("items")) {
      Part secret = source.object("secret");
      addFiles(files, secret, "Secret", secret.text("name"));
    } else if (source.object("downwardAPI").has("items")) {
      addFiles(files, source.object("downwardAPI"), "DownwardAPI", null);
    } else if (source.has("serviceAccountToken")) {
      String path = source.object("serviceAccountToken").text("path");
      files.add(file(path, "ServiceAccountToken", null));
    } else if (source.has("clusterTrustBundle")) {
      Part bundle = source.object("clusterTrustBundle");
      String name = bundle.text(bundle.has("name") ? "name" : "signerName");
      files.add(file(bundle.text("path"), "ClusterTrustBundle", name));
    } else if (source.has("podCertificate")) {
      Part certificate = source.object("podCertificate");
      certificate(files, certificate, "certificateChainPath", "PodCertificate chain");
      certificate(files, certificate, "keyPath", "PodCertificate key");
      certificate(files, certificate, "credentialBundlePath", "PodCertificate credential bundle");
    }
  }

  private static void certificate(List<File> files, Part certificate, String field, String what) {
    if (!certificate.text(field).isEmpty()) {
      files.add(file(certificate.text(field), what, null));
    }
  }
}
