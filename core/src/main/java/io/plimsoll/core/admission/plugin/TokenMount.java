package io.plimsoll.core.admission.plugin;

import io.plimsoll.core.admission.AdmissionCall;
import io.plimsoll.core.admission.support.Trees;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.Source;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.validation.Draft;
import java.util.List;
import java.util.Optional;

/**
 * The volume by which containers get the token of their service account. Mirrors {@code mountServiceAccountToken} of {@code
 * plugin/pkg/admission/serviceaccount}.
 */
final class TokenMount {

  private static final String PREFIX = "kube-api-access-";
  private static final String PATH = "/var/run/secrets/kubernetes.io/serviceaccount";
  private static final List<String> LISTS = List.of("initContainers", "containers");
  private static final Value SOURCE = projection();

  private TokenMount() {}

  /** Mounts the token in all containers that have nothing at its path. */
  static void add(Draft spec, AdmissionCall call) {
    Optional<String> existing = spec.items("volumes").stream()
        .map(volume -> Fields.of(volume).text("name"))
        .filter(name -> name.startsWith(PREFIX))
        .findFirst();
    boolean everywhere = LISTS.stream()
        .flatMap(list -> spec.items(list).stream())
        .allMatch(container -> isMounted(Draft.of(Fields.of(container).tree())));
    if (everywhere) {
      return;
    }
    String name = existing.orElseGet(() -> PREFIX + call.suffix().get());
    MappingValue mount = MappingValue.empty()
        .with("name", ScalarValue.of(name))
        .with("readOnly", ScalarValue.of(true))
        .with("mountPath", ScalarValue.of(PATH));
    for (String list : LISTS) {
      spec.editEach(list, container -> {
        if (!isMounted(container)) {
          Trees.append(container, "volumeMounts", mount);
        }
      });
    }
    if (existing.isEmpty()) {
      MappingValue volume =
          MappingValue.empty().with("name", ScalarValue.of(name)).with("projected", SOURCE);
      Trees.append(spec, "volumes", volume);
    }
  }

  private static boolean isMounted(Draft container) {
    return container.items("volumeMounts").stream()
        .anyMatch(mount -> Fields.of(mount).text("mountPath").equals(PATH));
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
