package io.plimsoll.core.admission.plugin;

import io.plimsoll.core.admission.Admission;
import io.plimsoll.core.admission.AdmissionAttributes;
import io.plimsoll.core.admission.AdmissionCall;
import io.plimsoll.core.admission.Operation;
import io.plimsoll.core.admission.support.Errors;
import io.plimsoll.core.admission.support.Handler;
import io.plimsoll.core.admission.support.PodTrees;
import io.plimsoll.core.admission.support.Trees;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.ServiceAccount;
import io.plimsoll.core.pod.PodReferences;
import io.plimsoll.core.pod.PodSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes pods run as a service account, with its token and pull secrets, and keeps some secrets from them. Mirrors {@code
 * plugin/pkg/admission/serviceaccount}.
 */
final class ServiceAccountPlugin extends Handler {

  private static final String DEFAULT = "default";

  ServiceAccountPlugin() {
    super("ServiceAccount", Operation.CREATE, Operation.UPDATE);
  }

  @Override
  public Admission admit(AdmissionCall call) {
    AdmissionAttributes attributes = call.attributes();
    if (isIgnored(attributes) || attributes.operation() != Operation.CREATE) {
      return Admission.UNCHANGED;
    }
    MappingValue pod = call.object();
    if (PodTrees.isMirror(pod)) {
      return ofMirror(call, pod);
    }
    String named = Trees.spec(pod).text("serviceAccountName");
    String name = named.isEmpty() ? DEFAULT : named;
    Optional<ServiceAccount> account = ServiceAccounts.find(call, name);
    if (account.isEmpty()) {
      return ServiceAccounts.missing(call, name);
    }
    MappingValue spec = Trees.spec(pod).tree();
    if (named.isEmpty()) {
      spec = spec.with("serviceAccountName", ScalarValue.of(DEFAULT))
          .with("serviceAccount", ScalarValue.of(DEFAULT));
    }
    if (mountsToken(account.get(), pod)) {
      spec = TokenMount.addTo(spec, call);
    }
    MappingValue changed = Trees.with(pod, "spec", withPullSecrets(spec, account.get()));
    Optional<String> complaint = complaint(account.get(), Trees.spec(changed));
    if (complaint.isPresent()) {
      return call.forbid(complaint.get());
    }
    if (Trees.isSame(pod, changed)) {
      return Admission.UNCHANGED;
    }
    String reason = "it runs as service account ".concat(name);
    return Admission.changed(
        changed, named.isEmpty() ? "the pod names no service account; ".concat(reason) : reason);
  }

  private static boolean mountsToken(ServiceAccount account, MappingValue pod) {
    Boolean ofPod = Trees.spec(pod).bool("automountServiceAccountToken");
    Boolean ofAccount = account.automountServiceAccountToken();
    return ofPod != null ? ofPod : ofAccount == null || ofAccount;
  }

  private static MappingValue withPullSecrets(MappingValue spec, ServiceAccount account) {
    boolean own = spec.get("imagePullSecrets") instanceof SequenceValue list && list.size() > 0;
    if (own || account.imagePullSecrets().isEmpty()) {
      return spec;
    }
    List<MappingValue> secrets = account.imagePullSecrets().stream()
        .map(secret -> reference(secret.name()))
        .toList();
    return spec.with("imagePullSecrets", SequenceValue.of(secrets));
  }

  /** Returns a reference to a secret; one without a name is empty, and stays so. */
  private static MappingValue reference(@Nullable String name) {
    return name == null || name.isEmpty()
        ? MappingValue.empty()
        : Trees.strings(Map.of("name", name));
  }

  @Override
  public Admission validate(AdmissionCall call) {
    AdmissionAttributes attributes = call.attributes();
    if (isIgnored(attributes)) {
      return Admission.UNCHANGED;
    }
    boolean ephemeral = attributes.operation() == Operation.UPDATE
        && attributes.subresource().equals("ephemeralcontainers");
    if (!ephemeral && attributes.operation() != Operation.CREATE) {
      return Admission.UNCHANGED;
    }
    MappingValue pod = call.object();
    if (!ephemeral && PodTrees.isMirror(pod)) {
      return ofMirror(call, pod);
    }
    Fields spec = Trees.spec(pod);
    String name = spec.text("serviceAccountName");
    if (name.isEmpty()) {
      return call.forbid("no service account specified for pod " + attributes.namespace() + "/"
          + Trees.metadata(pod).text("name"));
    }
    Optional<ServiceAccount> account = ServiceAccounts.find(call, name);
    if (account.isEmpty()) {
      return ServiceAccounts.missing(call, name);
    }
    return ephemeral
        ? ofEphemeral(account.get(), spec)
        : complaint(account.get(), spec).map(call::forbid).orElse(Admission.UNCHANGED);
  }

  private static Optional<String> complaint(ServiceAccount account, Fields spec) {
    return ServiceAccounts.limitsSecrets(account)
        ? new MountableSecrets(account).complaint(spec)
        : Optional.empty();
  }

  /** Upstream does not make a status of this one, so that it is answered with the code 500. */
  private static Admission ofEphemeral(ServiceAccount account, Fields spec) {
    return ServiceAccounts.limitsSecrets(account)
        ? new MountableSecrets(account)
            .complaintOfEphemeral(spec)
            .map(why -> Admission.refused(Errors.plain(why)))
            .orElse(Admission.UNCHANGED)
        : Admission.UNCHANGED;
  }

  private static Admission ofMirror(AdmissionCall call, MappingValue pod) {
    Fields spec = Trees.spec(pod);
    if (!spec.text("serviceAccountName").isEmpty()) {
      return call.forbid("a mirror pod may not reference service accounts");
    }
    if (!PodReferences.secretNames(PodSpec.from(spec)).isEmpty()) {
      return call.forbid("a mirror pod may not reference secrets");
    }
    boolean projectsToken = Trees.list(spec, "volumes").stream()
        .flatMap(volume -> Trees.list(Trees.object(volume, "projected"), "sources").stream())
        .anyMatch(source -> source.has("serviceAccountToken"));
    return projectsToken
        ? call.forbid("a mirror pod may not use ServiceAccountToken volume projections")
        : Admission.UNCHANGED;
  }

  private static boolean isIgnored(AdmissionAttributes attributes) {
    return attributes.object().isEmpty()
        || (!PodTrees.isAbout(attributes)
            && !attributes.isAbout("", "pods", "ephemeralcontainers"));
  }
}
