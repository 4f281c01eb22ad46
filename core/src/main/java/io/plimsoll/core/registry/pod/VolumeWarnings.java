package io.plimsoll.core.registry.pod;

import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.registry.storage.ClaimSpecRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

  /** A file, and where it comes from if that is said. */
  private record File(String path, String source) {

    boolean overlaps(File other) {
      String a = path + "/";
      String b = other.path + "/";
      return !path.isEmpty() && !other.path.isEmpty() && (a.startsWith(b) || b.startsWith(a));
    }

    @Override
    public String toString() {
      return GoText.quote(path) + (source.isEmpty() ? "" : " (" + source + ")");
    }
  }

  private VolumeWarnings() {}

  static void add(List<String> warnings, List<Part> volumes) {
    for (Part volume : volumes) {
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
    volumes.forEach(volume -> overlaps(warnings, volume));
  }

  /** Mirrors {@code warningsForOverlappingVirtualPaths}. */
  private static void overlaps(List<String> warnings, Part volume) {
    String name = GoText.quote(volume.text("name"));
    if (volume.has("configMap")) {
      Part source = volume.object("configMap");
      String what = "ConfigMap " + GoText.quote(source.text("name"));
      overlaps(warnings, name, what, files(source, ""));
    }
    if (volume.has("secret")) {
      Part source = volume.object("secret");
      String what = "Secret " + GoText.quote(source.text("secretName"));
      overlaps(warnings, name, what, files(source, ""));
    }
    if (volume.has("downwardAPI")) {
      overlaps(warnings, name, "DownwardAPI", files(volume.object("downwardAPI"), ""));
    }
    if (volume.has("projected")) {
      List<File> files = new ArrayList<>();
      for (Part source : volume.object("projected").list("sources")) {
        if (source.tree().size() == 0) {
          warnings.add("volume " + name + " (Projected) has no sources provided");
        }
        files.addAll(projected(source));
      }
      overlaps(warnings, name, "Projected", files);
    }
  }

  private static void overlaps(List<String> warnings, String name, String what, List<File> files) {
    for (int i = 1; i < files.size(); i++) {
      for (File other : files.subList(0, i)) {
        if (files.get(i).overlaps(other)) {
          warnings.add("volume " + name + " (" + what + "): overlapping paths: " + files.get(i)
              + " with " + other);
        }
      }
    }
  }

  private static List<File> files(Part source, String what) {
    List<File> files = new ArrayList<>();
    for (Part item : source.list("items")) {
      files.add(file(item.text("path"), what));
    }
    return files;
  }

  private static File file(String path, String source) {
    int end = path.length();
    while (end > 0 && path.charAt(end - 1) == '/') {
      end--;
    }
    return new File(path.substring(0, end), source);
  }

  private static List<File> projected(Part source) {
    if (source.object("configMap").has("items")) {
      Part map = source.object("configMap");
      return files(map, "ConfigMap " + GoText.quote(map.text("name")));
    }
    if (source.object("secret").has("items")) {
      Part secret = source.object("secret");
      return files(secret, "Secret " + GoText.quote(secret.text("name")));
    }
    if (source.object("downwardAPI").has("items")) {
      return files(source.object("downwardAPI"), "DownwardAPI");
    }
    if (source.has("serviceAccountToken")) {
      return List.of(
          file(source.object("serviceAccountToken").text("path"), "ServiceAccountToken"));
    }
    if (source.has("clusterTrustBundle")) {
      Part bundle = source.object("clusterTrustBundle");
      String name = bundle.text(bundle.has("name") ? "name" : "signerName");
      return List.of(file(bundle.text("path"), "ClusterTrustBundle " + GoText.quote(name)));
    }
    return source.has("podCertificate") ? certificate(source.object("podCertificate")) : List.of();
  }

  private static List<File> certificate(Part certificate) {
    Map<String, String> sources = new LinkedHashMap<>();
    sources.put("certificateChainPath", "PodCertificate chain");
    sources.put("keyPath", "PodCertificate key");
    sources.put("credentialBundlePath", "PodCertificate credential bundle");
    List<File> files = new ArrayList<>();
    sources.forEach((field, what) -> {
      if (!certificate.text(field).isEmpty()) {
        files.add(file(certificate.text(field), what));
      }
    });
    return files;
  }
}
