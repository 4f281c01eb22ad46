package io.plimsoll.core.admission.plugin;

import io.plimsoll.core.admission.Admission;
import io.plimsoll.core.admission.AdmissionCall;
import io.plimsoll.core.admission.Operation;
import io.plimsoll.core.admission.support.Handler;
import io.plimsoll.core.admission.support.PodTrees;
import io.plimsoll.core.admission.support.Trees;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.validation.Draft;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives pods that are bound to a node the labels of its zone and region. Mirrors {@code plugin/pkg/admission/podtopologylabels}.
 */
final class PodTopologyLabels extends Handler {

  private static final List<String> LABELS =
      List.of("topology.kubernetes.io/region", "topology.kubernetes.io/zone");

  PodTopologyLabels() {
    super("PodTopologyLabels", Operation.CREATE);
  }

  @Override
  public Admission admit(AdmissionCall call) {
    String name = nodeName(call);
    Map<String, Value> labels = name.isEmpty() ? Map.of() : labels(call, name);
    if (labels.isEmpty()) {
      return Admission.UNCHANGED;
    }
    MappingValue object = Draft.edit(
        call.object(),
        draft -> draft.editOrCreate(
            "metadata",
            metadata -> metadata.editOrCreate("labels", own -> labels.forEach(own::set))));
    return Admission.changed(object, "where node " + name + " is");
  }

  private static String nodeName(AdmissionCall call) {
    if (PodTrees.isAbout(call.attributes())) {
      return Trees.spec(call.object()).text("nodeName");
    }
    if (!call.attributes().isAbout("", "pods", "binding")) {
      return "";
    }
    Fields target = Fields.of(call.object().get("target"));
    return target.text("kind").equals("Node") ? target.text("name") : "";
  }

  private static Map<String, Value> labels(AdmissionCall call, String name) {
    Map<String, Value> labels = new LinkedHashMap<>();
    call.cluster().find(Node.KIND, "", name).ifPresent(node -> {
      for (String label : LABELS) {
        String value = node.metadata().labels().get(label);
        if (value != null) {
          labels.put(label, ScalarValue.of(value));
        }
      }
    });
    return labels;
  }
}
