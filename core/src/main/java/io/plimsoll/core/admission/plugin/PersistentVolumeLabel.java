package io.plimsoll.core.admission.plugin;

import io.plimsoll.core.admission.Admission;
import io.plimsoll.core.admission.AdmissionCall;
import io.plimsoll.core.admission.Operation;
import io.plimsoll.core.admission.support.Handler;
import io.plimsoll.core.admission.support.Resources;
import io.plimsoll.core.admission.support.Trees;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.validation.Draft;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Labels volumes with the zone and region that the cloud provider says they are in: a plug-in that is gone since 1.31. Mirrors
 * {@code plugin/pkg/admission/storage/persistentvolume/label} of Kubernetes 1.30.
 */
final class PersistentVolumeLabel extends Handler {

  private static final String ZONE = "topology.kubernetes.io/zone";
  private static final String REGION = "topology.kubernetes.io/region";
  private static final String OLD_ZONE = "failure-domain.beta.kubernetes.io/zone";
  private static final String OLD_REGION = "failure-domain.beta.kubernetes.io/region";
  private static final String PROVISIONED = "pv.kubernetes.io/provisioned-by";
  private static final String BEING_PROVISIONED = "placeholder-for-provisioning";

  /** The sources that providers know, and the field that names the volume. */
  private static final Map<String, String> NAMES = Map.of(
      "awsElasticBlockStore", "volumeID",
      "gcePersistentDisk", "pdName",
      "azureDisk", "diskName",
      "cinder", "volumeID",
      "vsphereVolume", "volumePath");

  private static final Map<String, String> WORDS = Map.of(
      "awsElasticBlockStore", "AWS EBS volume",
      "gcePersistentDisk", "GCE PD volume",
      "azureDisk", "AzureDisk volume",
      "cinder", "Cinder volume",
      "vsphereVolume", "vSphere Volume");

  private static final List<String> ORDER =
      List.of("awsElasticBlockStore", "gcePersistentDisk", "azureDisk", "cinder", "vsphereVolume");

  private final VolumeLabeler labeler;

  /** Makes the plug-in. */
  PersistentVolumeLabel(VolumeLabeler labeler) {
    super("PersistentVolumeLabel", Operation.CREATE);
    this.labeler = labeler;
  }

  @Override
  public Admission admit(AdmissionCall call) {
    if (!Resources.qualified(call.attributes().resource()).equals("persistentvolumes")) {
      return Admission.UNCHANGED;
    }
    try {
      Map<String, String> labels = new TreeMap<>(GoText::compare);
      labels.putAll(labels(call.object()));
      if (labels.isEmpty()) {
        return Admission.UNCHANGED;
      }
      List<Value> requirements = new ArrayList<>();
      labels.forEach((key, value) -> requirements.add(requirement(key, value)));
      return Admission.changed(
          labelled(call.object(), labels, requirements), "the cloud provider knows the volume");
    } catch (IllegalArgumentException failed) {
      return call.forbid(String.valueOf(failed.getMessage()));
    }
  }

  private Map<String, String> labels(MappingValue volume) {
    Map<String, String> own = Trees.metadata(volume).stringMap("labels");
    boolean dynamic = Trees.object(Trees.metadata(volume), "annotations").has(PROVISIONED);
    for (List<String> keys : List.of(List.of(ZONE, REGION), List.of(OLD_ZONE, OLD_REGION))) {
      if (dynamic && own.keySet().containsAll(keys)) {
        return Map.of(keys.get(0), own.get(keys.get(0)), keys.get(1), own.get(keys.get(1)));
      }
    }
    Fields spec = Trees.spec(volume);
    for (String source : ORDER) {
      if (spec.has(source)) {
        return ofProvider(
            volume, source, Trees.object(spec, source).text(NAMES.getOrDefault(source, "")));
      }
    }
    return Map.of();
  }

  private Map<String, String> ofProvider(MappingValue volume, String source, String name) {
    if (name.equals(BEING_PROVISIONED) && !source.equals("vsphereVolume")) {
      return Map.of();
    }
    try {
      return labeler.labels(volume);
    } catch (IllegalArgumentException failed) {
      throw new IllegalArgumentException(
          "error querying " + WORDS.get(source) + " " + name + ": " + failed.getMessage());
    }
  }

  private static MappingValue labelled(
      MappingValue volume, Map<String, String> labels, List<Value> requirements) {
    MappingValue named = Draft.edit(
        volume,
        draft -> draft.editOrCreate(
            "metadata",
            metadata -> metadata.editOrCreate(
                "labels",
                own -> labels.forEach((key, value) -> own.set(key, ScalarValue.of(value))))));
    return Trees.editSpec(
        named,
        spec -> spec.editOrCreate(
            "nodeAffinity",
            affinity -> affinity.editOrCreate(
                "required", required -> require(required, labels.keySet(), requirements))));
  }

  private static void require(Draft required, Set<String> keys, List<Value> requirements) {
    List<Value> terms = required.items("nodeSelectorTerms");
    boolean said = terms.stream()
        .flatMap(term -> Trees.list(Fields.of(term), "matchExpressions").stream())
        .anyMatch(expression -> keys.contains(expression.text("key")));
    if (terms.isEmpty()) {
      required.set("nodeSelectorTerms", SequenceValue.of(List.of(MappingValue.empty())));
    }
    if (!said) {
      required.editEach(
          "nodeSelectorTerms",
          term -> requirements.forEach(one -> Trees.append(term, "matchExpressions", one)));
    }
  }

  private static Value requirement(String key, String value) {
    List<String> values = List.of(value);
    if (key.equals(ZONE) || key.equals(OLD_ZONE)) {
      values = Stream.of(value.split("__", -1))
          .map(String::strip)
          .distinct()
          .sorted(GoText::compare)
          .toList();
      if (values.contains("")) {
        throw new IllegalArgumentException(
            "failed to convert label string for Zone: " + value + " to a Set");
      }
    }
    return MappingValue.empty()
        .with("key", ScalarValue.of(key))
        .with("operator", ScalarValue.of("In"))
        .with("values", SequenceValue.of(values.stream().map(ScalarValue::of).toList()));
  }
}
