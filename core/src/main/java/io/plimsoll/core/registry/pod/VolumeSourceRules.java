package io.plimsoll.core.registry.pod;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.Names;
import io.plimsoll.core.model.Quantity;
import io.plimsoll.core.registry.MapOrder;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.validation.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What each kind of volume must say. Mirrors the {@code validate…VolumeSource} functions. */
public final class VolumeSourceRules {

  private static final List<String> HOST_PATH_TYPES = List.of(
      "",
      "BlockDevice",
      "CharDevice",
      "Directory",
      "DirectoryOrCreate",
      "File",
      "FileOrCreate",
      "Socket");
  private static final String PAIRS =
      "must be a host:port pair or multiple pairs separated by commas";
  private static final List<String> CACHING_MODES = List.of("None", "ReadOnly", "ReadWrite");
  private static final List<String> DISK_KINDS = List.of("Dedicated", "Managed", "Shared");
  private static final String MANAGED_DISK =
      "/subscriptions/{sub-id}/resourcegroups/{group-name}/providers/microsoft.compute/disks/{disk-id}";
  private static final String BLOB_DISK =
      "https://{account-name}.blob.core.windows.net/{container-name}/{disk-name}.vhd";

  private VolumeSourceRules() {}

  /** Adds which texts and lists are not there. */
  public static void required(Part source, String... fields) {
    for (String field : fields) {
      Value value = source.value(field);
      boolean empty = value instanceof SequenceValue list
          ? list.size() == 0
          : source.text(field).isEmpty();
      if (empty) {
        source.required(field, "");
      }
    }
  }

  static void emptyDir(Part source) {
    Quantity limit = Fields.of(source.tree()).quantity("sizeLimit");
    if (limit != null && limit.sign() < 0) {
      source.forbidden("sizeLimit", "SizeLimit field must be a valid resource quantity");
    }
    if (source.has("mode") && (source.number("mode") < 0 || source.number("mode") > 01777)) {
      source.invalid("mode", "must be a number between 0 and 01777 (octal), both inclusive");
    }
  }

  /** Adds what is wrong with a place on the node. */
  public static void hostPath(Part source) {
    String path = source.text("path");
    if (path.isEmpty()) {
      source.required("path", "");
      return;
    }
    FileRules.noBacksteps(source.errors(), source.at("path"), path);
    if (source.has("type") && !HOST_PATH_TYPES.contains(source.text("type"))) {
      source.notSupported("type", HOST_PATH_TYPES);
    }
  }

  /** Adds what is wrong with a disk of the node. */
  public static void local(Part source) {
    required(source, "path");
    FileRules.noBacksteps(source.errors(), source.at("path"), source.text("path"));
  }

  static void gitRepo(Part source) {
    required(source, "repository");
    FileRules.descending(source.errors(), source.at("directory"), source.text("directory"));
  }

  /** Adds what is wrong with a disk of a cloud with partitions. */
  public static void disk(Part source, String id) {
    required(source, id);
    long partition = source.number("partition");
    if (partition < 0 || partition > 255) {
      source.invalid("partition", "must be between 1 and 255, inclusive");
    }
  }

  /** A Secret or ConfigMap of which some keys or all become files. */
  static void keys(Part source, String name) {
    required(source, name);
    FileRules.mode(source, "defaultMode");
    FileRules.id(source, "defaultUser");
    source.list("items").forEach(FileRules::keyToPath);
  }

  static void downward(Part source) {
    FileRules.mode(source, "defaultMode");
    FileRules.id(source, "defaultUser");
    for (Part file : source.list("items")) {
      FileRules.downwardFile(file.under(source));
    }
  }

  /** Adds what is wrong with a share of NFS. */
  public static void nfs(Part source) {
    required(source, "server", "path");
    if (!source.text("path").startsWith("/")) {
      source.invalid("path", List.of("must be an absolute path"));
    }
  }

  /** Adds what is wrong with a dataset of Flocker. */
  public static void flocker(Part source) {
    String name = source.text("datasetName");
    boolean hasUuid = !source.text("datasetUUID").isEmpty();
    if (name.isEmpty() && !hasUuid) {
      source.error(
          FieldError.required(source.path(), "one of datasetName and datasetUUID is required"));
    }
    if (!name.isEmpty() && hasUuid) {
      source.error(FieldError.invalid(
          source.path(),
          "resource",
          "datasetName and datasetUUID can not be specified simultaneously"));
    }
    if (name.indexOf('/') >= 0) {
      source.invalid("datasetName", List.of("must not contain '/'"));
    }
  }

  /** A Secret that is named must have a name. */
  static void secretRef(Part source) {
    if (source.has("secretRef")) {
      required(source.object("secretRef"), "name");
    }
  }

  /** Adds what is wrong with a volume of Quobyte. */
  public static void quobyte(Part source) {
    String registry = source.text("registry");
    if (registry.isEmpty()) {
      source.required("registry", PAIRS);
    } else if (GoText.length(source.text("tenant")) >= 65) {
      source.required("tenant", "must be a UUID and may not exceed a length of 64 characters");
    } else {
      for (String pair : registry.split(",", -1)) {
        if (!isHostPort(pair)) {
          source.invalid("registry", List.of(PAIRS));
        }
      }
    }
    required(source, "volume");
  }

  /** Mirrors {@code net.SplitHostPort}. */
  private static boolean isHostPort(String pair) {
    int colon = pair.lastIndexOf(':');
    if (colon < 0) {
      return false;
    }
    int afterOpen = 0;
    int afterClose = 0;
    if (pair.startsWith("[")) {
      int close = pair.indexOf(']');
      if (close < 0 || close + 1 != colon) {
        return false;
      }
      afterOpen = 1;
      afterClose = close + 1;
    } else if (pair.indexOf(':') != colon) {
      return false;
    }
    return pair.indexOf('[', afterOpen) < 0 && pair.indexOf(']', afterClose) < 0;
  }

  /** Adds what is wrong with a disk of Fibre Channel. */
  public static void fibreChannel(Part source) {
    boolean names = !source.strings("targetWWNs").isEmpty();
    boolean ids = !source.strings("wwids").isEmpty();
    if (!names && !ids) {
      source.required("targetWWNs", "must specify either targetWWNs or wwids, but not both");
    }
    if (names && ids) {
      source.invalid("targetWWNs", "targetWWNs and wwids can not be specified simultaneously");
    }
    if (names && !source.has("lun")) {
      source.required("lun", "lun is required if targetWWNs is specified");
    } else if (names) {
      lun(source);
    }
  }

  static void lun(Part source) {
    if (source.number("lun") < 0 || source.number("lun") > 255) {
      source.invalid("lun", "must be between 0 and 255, inclusive");
    }
  }

  /** Adds what is wrong with a volume of a FlexVolume driver. */
  public static void flexVolume(Part source) {
    required(source, "driver");
    for (Map.Entry<String, String> option : MapOrder.byKey(source.stringMap("options"))) {
      String key = option.getKey();
      int slash = key.indexOf('/');
      String domain = "." + (slash < 0 ? key : key.substring(0, slash)).toLowerCase(Locale.ROOT);
      if (domain.endsWith(".kubernetes.io") || domain.endsWith(".k8s.io")) {
        source.error(FieldError.invalid(
            source.at("options").key(key),
            key,
            "kubernetes.io and k8s.io namespaces are reserved"));
      }
    }
  }

  /** Adds what is wrong with a disk of Azure. */
  public static void azureDisk(Part source) {
    required(source, "diskName", "diskURI");
    oneOf(source, "cachingMode", CACHING_MODES);
    oneOf(source, "kind", DISK_KINDS);
    String uri = source.text("diskURI");
    boolean managed = source.text("kind").equals("Managed");
    if (source.has("kind") && !uri.startsWith(managed ? "/subscriptions/" : "https://")) {
      source.error(FieldError.notSupported(
          source.at("diskURI"), uri, List.of(managed ? MANAGED_DISK : BLOB_DISK)));
    }
  }

  private static void oneOf(Part source, String field, List<String> known) {
    if (source.has(field) && !known.contains(source.text(field))) {
      source.notSupported(field, known);
    }
  }

  static void storageOs(Part source) {
    required(source, "volumeName");
    for (String field : List.of("volumeName", "volumeNamespace")) {
      if (!source.text(field).isEmpty()) {
        source.invalid(field, Names.dnsLabelErrors(source.text(field)));
      }
    }
    secretRef(source);
  }

  /** Returns what keeps a text from being the name of a driver: {@code ValidateCSIDriverName}. */
  public static List<FieldError> driverErrors(FieldPath path, String driver) {
    if (driver.isEmpty()) {
      return List.of(FieldError.required(path, ""));
    }
    List<FieldError> errors = new ArrayList<>();
    if (GoText.length(driver) > 63) {
      errors.add(FieldError.tooLong(path, 63));
    }
    Names.dnsSubdomainErrors(driver.toLowerCase(Locale.ROOT))
        .forEach(detail -> errors.add(FieldError.invalid(path, driver, detail)));
    return errors;
  }

  static void csi(Part source) {
    source.errors().addAll(driverErrors(source.at("driver"), source.text("driver")));
    if (source.has("nodePublishSecretRef")) {
      Part secret = source.object("nodePublishSecretRef");
      String name = secret.text("name");
      required(secret, "name");
      for (String detail : name.isEmpty() ? List.<String>of() : Names.dnsSubdomainErrors(name)) {
        source.error(FieldError.invalid(source.at("name"), name, detail));
      }
    }
  }

  static void image(Part source, PodContext pod) {
    if (!pod.leniency().emptyImageVolumes()) {
      required(source, "reference");
    }
    ContainerRules.pullPolicy(source, "pullPolicy");
  }
}
