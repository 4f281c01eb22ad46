package io.plimsoll.psa;

import io.plimsoll.core.admission.Admission;
import io.plimsoll.core.admission.AdmissionAttributes;
import io.plimsoll.core.admission.AdmissionCall;
import io.plimsoll.core.admission.AdmissionPlugin;
import io.plimsoll.core.admission.Operation;
import io.plimsoll.core.admission.plugin.PluginFactory;
import io.plimsoll.core.admission.plugin.StartFailure;
import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.model.Namespace;
import io.plimsoll.core.pod.Pod;
import io.plimsoll.core.request.Status;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The plug-in {@code PodSecurity} in the chain of an API server. Mirrors {@code plugin/pkg/admission/security/podsecurity}.
 *
 * <p>{@link PodSecurityAdmission} has the answers; here the request and the cluster are put before it.
 */
public final class PodSecurityPlugin implements AdmissionPlugin {

  private static final String AUDIT_PREFIX = "pod-security.kubernetes.io/";

  private final PodSecurityAdmission admission;

  /** What is said to most requests is one and the same. */
  private final Latest<Notes, Admission> answers = new Latest<>();

  private PodSecurityPlugin(PodSecurityAdmission admission) {
    this.admission = admission;
  }

  /** Returns the plug-in with this configuration and the standard checks. */
  public static PodSecurityPlugin of(PodSecurityConfiguration configuration) {
    return of(PodSecurityAdmission.of(configuration));
  }

  /** Returns what makes the plug-in from the configuration of a server. */
  public static PluginFactory factory() {
    return configuration -> of(
        configuration.isEmpty()
            ? PodSecurityConfiguration.DEFAULT
            : read(PodSecurityConfiguration.read(configuration.get())));
  }

  private static PodSecurityConfiguration read(ConfigurationReading reading) throws StartFailure {
    if (reading instanceof ConfigurationReading.Refused refused) {
      throw refused.stage() == ConfigurationReading.Stage.LOAD
          ? StartFailure.ofMaking(refused.message())
          : StartFailure.ofInitialization(refused.message());
    }
    return reading.orThrow();
  }

  /** Returns the plug-in that answers like this. */
  public static PodSecurityPlugin of(PodSecurityAdmission admission) {
    return new PodSecurityPlugin(admission);
  }

  @Override
  public String name() {
    return "PodSecurity";
  }

  @Override
  public boolean handles(Operation operation) {
    return operation == Operation.CREATE || operation == Operation.UPDATE;
  }

  @Override
  public Admission validate(AdmissionCall call) {
    AdmissionAttributes attributes = call.attributes();
    if (!PodSecurityAdmission.concerns(
        attributes.resource().group(), attributes.resource().name())) {
      return Admission.UNCHANGED;
    }
    AdmissionResponse response = admission.review(request(attributes), new View(call.cluster()));
    Admission answer = answers.get(
        new Notes(response.warnings(), response.auditAnnotations()), Notes::toAdmission);
    return response.allowed()
        ? answer
        : answer.withRefusal(refusal(attributes, response.status().orElseThrow()));
  }

  /** What a response says beside whether the request is allowed. */
  private record Notes(List<String> warnings, Map<String, String> auditAnnotations) {

    Admission toAdmission() {
      Admission answer = Admission.UNCHANGED;
      for (String warning : warnings) {
        answer = answer.withWarning(warning);
      }
      for (Map.Entry<String, String> note : auditAnnotations.entrySet()) {
        answer = answer.withAuditAnnotation(AUDIT_PREFIX.concat(note.getKey()), note.getValue());
      }
      return answer;
    }
  }

  /** What the refusal does not say is filled in. */
  private static Status refusal(AdmissionAttributes attributes, Status status) {
    return new Status(
        status.code(),
        status.reason(),
        status.message(),
        status.details().or(() -> attributes.forbidden("").details()));
  }

  private static AdmissionRequest request(AdmissionAttributes attributes) {
    String apiVersion = attributes.apiVersion();
    return new AdmissionRequest(
        attributes.operation(),
        attributes.user().name(),
        attributes.resource().group(),
        apiVersion.substring(apiVersion.indexOf('/') + 1),
        attributes.resource().name(),
        attributes.kind(),
        attributes.subresource(),
        attributes.namespace(),
        attributes.name(),
        object(attributes.object()),
        object(attributes.oldObject()));
  }

  private static RequestObject object(Optional<MappingValue> tree) {
    return tree.map(RequestObject::of).orElseGet(RequestObject::absent);
  }

  /** The cluster of a request. */
  private record View(Cluster cluster) implements AdmissionView {

    @Override
    public Optional<Namespace> namespace(String name) {
      return cluster.find(Namespace.KIND, "", name);
    }

    @Override
    public Optional<List<Pod>> pods(String namespace) {
      return Optional.of(cluster.all(Pod.KIND, namespace));
    }
  }
}
