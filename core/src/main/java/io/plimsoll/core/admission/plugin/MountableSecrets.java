package io.plimsoll.core.admission.plugin;

import io.plimsoll.core.admission.support.Trees;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.ServiceAccount;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which secrets a pod may use, if its service account limits them. Mirrors {@code limitSecretReferences} of {@code
 * plugin/pkg/admission/serviceaccount}.
 */
final class MountableSecrets {

  private final ServiceAccount account;

  MountableSecrets(ServiceAccount account) {
    this.account = account;
  }

  /** Returns why a new pod is refused, if it is. */
  Optional<String> complaint(Fields spec) {
    for (Fields volume : Trees.list(spec, "volumes")) {
      if (volume.has("secret")) {
        String secret = Trees.object(volume, "secret").text("secretName");
        if (!account.secrets().contains(secret)) {
          return Optional.of("volume with " + isNotReferenced(secret));
        }
      }
    }
    Optional<String> found = ofContainers(spec, "initContainers", "init container");
    return found
        .or(() -> ofContainers(spec, "containers", "container"))
        .or(() -> ofPullSecrets(spec));
  }

  /** Returns why a pod may not get its ephemeral containers, if it may not. */
  Optional<String> complaintOfEphemeral(Fields spec) {
    return ofContainers(spec, "ephemeralContainers", "ephemeral container");
  }

  private Optional<String> ofContainers(Fields spec, String list, String what) {
    for (Fields container : Trees.list(spec, list)) {
      String start = what + " " + container.text("name") + " with ";
      for (Fields variable : Trees.list(container, "env")) {
        Fields source = Trees.object(variable, "valueFrom");
        String secret = Trees.object(source, "secretKeyRef").text("name");
        if (source.has("secretKeyRef") && !account.secrets().contains(secret)) {
          return Optional.of(start + "envVar " + variable.text("name") + " referencing "
              + isNotReferenced(secret));
        }
      }
      for (Fields source : Trees.list(container, "envFrom")) {
        String secret = Trees.object(source, "secretRef").text("name");
        if (source.has("secretRef") && !account.secrets().contains(secret)) {
          return Optional.of(start + "envFrom referencing " + isNotReferenced(secret));
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> ofPullSecrets(Fields spec) {
    Set<String> known = new HashSet<>();
    account.imagePullSecrets().forEach(secret -> known.add(secret.name()));
    List<Fields> wanted = Trees.list(spec, "imagePullSecrets");
    for (int i = 0; i < wanted.size(); i++) {
      String name = wanted.get(i).text("name");
      if (!known.contains(name)) {
        return Optional.of("imagePullSecrets[" + i + "].name=\"" + name
            + "\" is not allowed because service account " + account.metadata().nameOrEmpty()
            + " does not reference that imagePullSecret");
      }
    }
    return Optional.empty();
  }

  private String isNotReferenced(String secret) {
    return "secret.secretName=\"" + secret + "\" is not allowed because service account "
        + account.metadata().nameOrEmpty() + " does not reference that secret";
  }
}
