package io.plimsoll.core.registry.pod;

import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.model.Names;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.validation.FieldError;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The volumes of a pod. Mirrors {@code ValidateVolumes} and {@code validateVolumeSource}. */
final class VolumeRules {

  /**
   * A kind of volume.
   *
   * @param field the field that holds it
   * @param tooMany what upstream calls the field where a volume has two kinds
   * @param place what upstream calls the field where its content is wrong
   * @param rule what its content must be like
   */
  private record Source(
      String field, String tooMany, String place, BiConsumer<Part, PodContext> rule) {

    static Source of(String field, BiConsumer<Part, PodContext> rule) {
      return new Source(field, field, field, rule);
    }
  }

  private static final List<Source> SOURCES = List.of(
      Source.of("emptyDir", (source, pod) -> VolumeSourceRules.emptyDir(source)),
      Source.of("hostPath", (source, pod) -> VolumeSourceRules.hostPath(source)),
      Source.of("gitRepo", (source, pod) -> VolumeSourceRules.gitRepo(source)),
      new Source(
          "gcePersistentDisk",
          "gcePersistentDisk",
          "persistentDisk",
          (source, pod) -> VolumeSourceRules.disk(source, "pdName")),
      Source.of(
          "awsElasticBlockStore", (source, pod) -> VolumeSourceRules.disk(source, "volumeID")),
      Source.of("secret", (source, pod) -> VolumeSourceRules.keys(source, "secretName")),
      Source.of("nfs", (source, pod) -> VolumeSourceRules.nfs(source)),
      Source.of("iscsi", (source, pod) -> IscsiRules.check(source)),
      Source.of("glusterfs", required("endpoints", "path")),
      Source.of("flocker", (source, pod) -> VolumeSourceRules.flocker(source)),
      Source.of("persistentVolumeClaim", required("claimName")),
      Source.of("rbd", required("monitors", "image")),
      Source.of("cinder", (source, pod) -> {
        VolumeSourceRules.required(source, "volumeID");
        VolumeSourceRules.secretRef(source);
      }),
      new Source("cephfs", "cephFS", "cephfs", required("monitors")),
      Source.of("quobyte", (source, pod) -> VolumeSourceRules.quobyte(source)),
      new Source(
          "downwardAPI",
          "downwarAPI",
          "downwardAPI",
          (source, pod) -> VolumeSourceRules.downward(source)),
      Source.of("fc", (source, pod) -> VolumeSourceRules.fibreChannel(source)),
      Source.of("flexVolume", (source, pod) -> VolumeSourceRules.flexVolume(source)),
      Source.of("configMap", (source, pod) -> VolumeSourceRules.keys(source, "name")),
      Source.of("azureFile", required("secretName", "shareName")),
      Source.of("vsphereVolume", required("volumePath")),
      Source.of("photonPersistentDisk", required("pdID")),
      Source.of("portworxVolume", required("volumeID")),
      Source.of("azureDisk", (source, pod) -> VolumeSourceRules.azureDisk(source)),
      Source.of("storageos", (source, pod) -> VolumeSourceRules.storageOs(source)),
      Source.of("projected", ProjectionRules::check),
      Source.of("scaleIO", required("gateway", "system", "volumeName")),
      Source.of("csi", (source, pod) -> VolumeSourceRules.csi(source)),
      Source.of("ephemeral", (source, pod) -> ClaimTemplateRules.check(source)),
      Source.of("image", (source, pod) -> VolumeSourceRules.image(source, pod)));

  private static final Map<String, Source> BY_FIELD =
      SOURCES.stream().collect(Collectors.toUnmodifiableMap(Source::field, source -> source));

  private VolumeRules() {}

  private static BiConsumer<Part, PodContext> required(String... fields) {
    return (source, pod) -> VolumeSourceRules.required(source, fields);
  }

  /** Checks the volumes, and puts those that are valid into the context. */
  static void check(PodContext pod) {
    List<Part> volumes = pod.spec().list("volumes");
    Set<String> created = createdClaims(pod, volumes);
    List<FieldError> errors = pod.spec().errors();
    for (Part volume : volumes) {
      int before = errors.size();
      source(volume, pod);
      String name = volume.text("name");
      if (name.isEmpty()) {
        volume.required("name", "");
      } else {
        volume.invalid("name", Names.dnsLabelErrors(name));
      }
      if (pod.volumes().containsKey(name)) {
        volume.error(FieldError.duplicate(volume.at("name"), name));
      }
      if (errors.size() == before) {
        pod.volumes().put(name, volume);
      }
      if (!created.isEmpty() && volume.has("persistentVolumeClaim")) {
        Part claim = volume.object("persistentVolumeClaim");
        if (created.contains(claim.text("claimName"))) {
          claim.invalid(
              "claimName",
              List.of("must not reference a PVC that gets created for an ephemeral volume"));
        }
      }
    }
  }

  /** Returns the names of the claims that are made for ephemeral volumes. */
  private static Set<String> createdClaims(PodContext pod, List<Part> volumes) {
    Set<String> created = Set.of();
    for (Part volume : volumes) {
      if (volume.has("ephemeral") && !pod.podName().isEmpty()) {
        created = created.isEmpty() ? new HashSet<>() : created;
        created.add(pod.podName() + "-" + volume.text("name"));
      }
    }
    return created;
  }

  private static void source(Part volume, PodContext pod) {
    Source only = onlySource(volume.tree());
    if (only != null) {
      source(volume, only, true, pod);
      return;
    }
    int count = 0;
    for (Source source : SOURCES) {
      if (volume.value(source.field()) instanceof MappingValue) {
        source(volume, source, count == 0, pod);
        count++;
      }
    }
    if (count == 0) {
      volume.error(FieldError.required(volume.path(), "must specify a volume type"));
    }
  }

  /** Returns the kind of a volume that has one and no other, as all should; there are many to ask for. */
  private static @Nullable Source onlySource(MappingValue volume) {
    Source only = null;
    for (int i = 0; i < volume.size(); i++) {
      Source source = BY_FIELD.get(volume.key(i));
      if (source != null && volume.value(i) instanceof MappingValue) {
        if (only != null) {
          return null;
        }
        only = source;
      }
    }
    return only;
  }

  private static void source(Part volume, Source source, boolean first, PodContext pod) {
    String field = source.field();
    if (!first) {
      volume.forbidden(source.tooMany(), "may not specify more than 1 volume type");
    } else {
      Part content = volume.object(field);
      source
          .rule()
          .accept(
              source.place().equals(field) ? content : content.under(volume.at(source.place())),
              pod);
      if (field.equals("ephemeral")) {
        claimName(volume, pod);
      }
    }
    if (field.equals("iscsi")) {
      IscsiRules.checkName(volume);
    }
  }

  /** The claim that is made for an ephemeral volume is named after the pod and the volume. */
  private static void claimName(Part volume, PodContext pod) {
    String name = volume.text("name");
    if (!pod.podName().isEmpty() && !name.isEmpty()) {
      String claim = pod.podName() + "-" + name;
      for (String detail : Names.dnsSubdomainErrors(claim)) {
        volume.error(FieldError.invalid(
            volume.at("name"), name, "PVC name " + GoText.quote(claim) + ": " + detail));
      }
    }
  }
}
