package io.plimsoll.core.admission.plugin;

import io.plimsoll.core.admission.AdmissionCall;
import io.plimsoll.core.admission.support.Trees;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Source;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import java.util.List;

/**
 * The volume by which containers get the token of their service account. Mirrors {@code mountServiceAccountToken} of {@code
 * plugin/pkg/admission/serviceaccount}.
 */
final class TokenMount {

  private static final String PREFIX = "kube-api-access-";
  private static final String PATH = "/var/run/secrets/kubernetes.io/serviceaccount";
  private static final List<String> LISTS = List.of("initContainers", "containers");
  private static final MappingValue MOUNT = MappingValue.empty()
      .with("name", ScalarValue.of(""))
      .with("readOnly", ScalarValue.of(true))
      .with("mountPath", ScalarValue.of(PATH));
  private static final MappingValue VOLUME =
      MappingValue.empty().with("name", ScalarValue.of("")).with("projected", projection());

  private TokenMount() {}

  /** Returns a specification in which the token is mounted in all containers that have nothing at its path. */
  static MappingValue addTo(MappingValue spec, AdmissionCall call) {
    Fields fields = Fields.of(spec);
    if (isMountedEverywhere(fields)) {
      return spec;
    }
    String existing = existing(fields);
    ScalarValue name =
        ScalarValue.of(existing.isEmpty() ? PREFIX + call.suffix().get() : existing);
    List<Value> mount = List.of(MOUNT.with("name", name));
    MappingValue changed = spec;
    for (String list : LISTS) {
      if (spec.get(list) instanceof SequenceValue containers) {
        changed = Trees.with(changed, list, containers.map(one -> withMount(one, mount)));
      }
    }
    return existing.isEmpty()
        ? Trees.append(changed, "volumes", List.of(VOLUME.with("name", name)))
        : changed;
  }

  private static Value withMount(Value container, List<Value> mount) {
    return container instanceof MappingValue object && !isMounted(Fields.of(object))
        ? Trees.append(object, "volumeMounts", mount)
        : container;
  }

  /** Returns the name of a volume that is there for this already; empty if there is none. */
  private static String existing(Fields spec) {
    for (Value volume : spec.items("volumes")) {
      String name = Fields.of(volume).text("name");
      if (name.startsWith(PREFIX)) {
        return name;
      }
    }
    return "";
  }

  private static boolean isMountedEverywhere(Fields spec) {
    for (String list : LISTS) {
      for (Value container : spec.items(list)) {
        if (!isMounted(Fields.of(container))) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean isMounted(Fields container) {
    for (Value mount : container.items("volumeMounts")) {
      if (Fields.of(mount).text("mountPath").equals(PATH)) {
        return true;
      }
    }
    return false;
  }

  /** The token, the certificate of the server, and the name of the namespace. */
  private static Value projection() {
    return Value.parseJson(Source.of("projection", """
        {"sources": [
          {"serviceAccountToken": {"expirationSeconds": 3607, "path": "token"}},
          {"configMap": {"name": "kube-root-ca.crt", "items": [{"key": "ca.crt", "path": "ca.crt"}]}},
          {"downwardAPI": {"items": [
            {"path": "namespace", "fieldRef": {"apiVersion": "v1", "fieldPath": "metadata.namespace"}}]}}],
          "defaultMode": 420}"""));
  }
}
