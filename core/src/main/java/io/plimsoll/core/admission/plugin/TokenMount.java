package io.plimsoll.core.admission.plugin;

import io.plimsoll.core.admission.AdmissionCall;
import io.plimsoll.core.admission.support.Trees;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Source;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.validation.Draft;
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

  /** Mounts the token in all containers that have nothing at its path. */
  static void add(Draft spec, AdmissionCall call) {
    if (isMountedEverywhere(spec)) {
      return;
    }
    String existing = existing(spec);
    ScalarValue name =
        ScalarValue.of(existing.isEmpty() ? PREFIX + call.suffix().get() : existing);
    MappingValue mount = MOUNT.with("name", name);
    for (String list : LISTS) {
      spec.editEach(list, container -> {
        if (!isMounted(container.items("volumeMounts"))) {
          Trees.append(container, "volumeMounts", mount);
        }
      });
    }
    if (existing.isEmpty()) {
      Trees.append(spec, "volumes", VOLUME.with("name", name));
    }
  }

  /** Returns the name of a volume that is there for this already; empty if there is none. */
  private static String existing(Draft spec) {
    for (Value volume : spec.items("volumes")) {
      String name = Fields.of(volume).text("name");
      if (name.startsWith(PREFIX)) {
        return name;
      }
    }
    return "";
  }

  private static boolean isMountedEverywhere(Draft spec) {
    for (String list : LISTS) {
      for (Value container : spec.items(list)) {
        boolean mounted =
            Fields.of(container).tree().get("volumeMounts") instanceof SequenceValue mounts
                && isMounted(mounts.items());
        if (!mounted) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean isMounted(List<Value> mounts) {
    for (Value mount : mounts) {
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
