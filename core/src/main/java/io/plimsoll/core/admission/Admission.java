package io.plimsoll.core.admission;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.model.Maps;
import io.plimsoll.core.request.Status;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a plug-in answers.
 *
 * @param refusal the answer to the client, if the request is refused
 * @param object the object as the plug-in changed it, if it did
 * @param reason why it changed the object, or what else people should know of its answer; empty if there is nothing to say
 * @param cluster the cluster as the plug-in changed it, if it did
 * @param memory what the plug-in wants to be given next time, if that is something else than before
 * @param passMemory what the plug-in wants to be given in the second mutating pass of the same request, if there is one
 * @param warnings texts for the client, in order
 * @param auditAnnotations notes for the audit log
 * @param again whether the mutating plug-ins should be called a second time, as the object changed after some saw it
 * @param abstained whether the plug-in has no part in this pass, so that there is nothing to tell of it
 */
public record Admission(
    Optional<Status> refusal,
    Optional<MappingValue> object,
    String reason,
    Optional<Cluster> cluster,
    Optional<Object> memory,
    Optional<Object> passMemory,
    List<String> warnings,
    Map<String, String> auditAnnotations,
    boolean again,
    boolean abstained) {

  /** The answer that a request is fine as it is. */
  public static final Admission UNCHANGED = new Parts().done();

  /** The answer of a plug-in that has no part in a pass. */
  public static final Admission ABSTAINED = abstention();

  public Admission {
    warnings = List.copyOf(warnings);
    auditAnnotations = Maps.copy(auditAnnotations);
  }

  private static Admission abstention() {
    Parts parts = new Parts();
    parts.abstained = true;
    return parts.done();
  }

  /** Returns the answer that a request is refused. */
  public static Admission refused(Status status) {
    return UNCHANGED.withRefusal(status);
  }

  /** Returns the answer that a request is fine with another object. */
  public static Admission changed(MappingValue object, String reason) {
    return UNCHANGED.withObject(object, reason);
  }

  /** Returns this answer as a refusal, with all that was said so far. */
  public Admission withRefusal(Status status) {
    Parts parts = new Parts(this);
    parts.refusal = Optional.of(status);
    return parts.done();
  }

  /** Returns whether the request is refused. */
  public boolean isRefusal() {
    return refusal.isPresent();
  }

  /** Returns this answer with another object. */
  public Admission withObject(MappingValue other, String why) {
    Parts parts = new Parts(this);
    parts.object = Optional.of(other);
    parts.reason = why;
    return parts.done();
  }

  /** Returns this answer with what people should know of it. */
  public Admission withReason(String why) {
    Parts parts = new Parts(this);
    parts.reason = why;
    return parts.done();
  }

  /** Returns this answer with another cluster. */
  public Admission withCluster(Cluster other) {
    Parts parts = new Parts(this);
    parts.cluster = Optional.of(other);
    return parts.done();
  }

  /** Returns this answer with what the plug-in wants to be given next time; immutable. */
  public Admission withMemory(Object kept) {
    Parts parts = new Parts(this);
    parts.memory = Optional.of(kept);
    return parts.done();
  }

  /** Returns this answer with what the plug-in wants to be given in the second mutating pass; immutable. */
  public Admission withPassMemory(Object kept) {
    Parts parts = new Parts(this);
    parts.passMemory = Optional.of(kept);
    return parts.done();
  }

  /** Returns this answer with a further text for the client. */
  public Admission withWarning(String text) {
    Parts parts = new Parts(this);
    parts.warnings = new ArrayList<>(warnings);
    parts.warnings.add(text);
    return parts.done();
  }

  /** Returns this answer with a further note for the audit log. */
  public Admission withAuditAnnotation(String key, String value) {
    Parts parts = new Parts(this);
    parts.auditAnnotations = new LinkedHashMap<>(auditAnnotations);
    parts.auditAnnotations.put(key, value);
    return parts.done();
  }

  /** Returns this answer with the wish to call the mutating plug-ins a second time. */
  public Admission withAgain() {
    Parts parts = new Parts(this);
    parts.again = true;
    return parts.done();
  }

  /** An answer in the making; whoever has something to say does not abstain. */
  private static final class Parts {

    private Optional<Status> refusal = Optional.empty();
    private Optional<MappingValue> object = Optional.empty();
    private String reason = "";
    private Optional<Cluster> cluster = Optional.empty();
    private Optional<Object> memory = Optional.empty();
    private Optional<Object> passMemory = Optional.empty();
    private List<String> warnings = List.of();
    private Map<String, String> auditAnnotations = Map.of();
    private boolean again;
    private boolean abstained;

    Parts() {}

    Parts(Admission answer) {
      refusal = answer.refusal;
      object = answer.object;
      reason = answer.reason;
      cluster = answer.cluster;
      memory = answer.memory;
      passMemory = answer.passMemory;
      warnings = answer.warnings;
      auditAnnotations = answer.auditAnnotations;
      again = answer.again;
    }

    Admission done() {
      return new Admission(
          refusal,
          object,
          reason,
          cluster,
          memory,
          passMemory,
          warnings,
          auditAnnotations,
          again,
          abstained);
    }
  }
}
