package io.plimsoll.core.admission;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.request.Status;
import java.util.ArrayList;
import java.util.Collections;
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
  public static final Admission UNCHANGED = new Admission(
      Optional.empty(),
      Optional.empty(),
      "",
      Optional.empty(),
      Optional.empty(),
      Optional.empty(),
      List.of(),
      Map.of(),
      false,
      false);

  /** The answer of a plug-in that has no part in a pass. */
  public static final Admission ABSTAINED = new Admission(
      Optional.empty(),
      Optional.empty(),
      "",
      Optional.empty(),
      Optional.empty(),
      Optional.empty(),
      List.of(),
      Map.of(),
      false,
      true);

  public Admission {
    warnings = List.copyOf(warnings);
    auditAnnotations = Collections.unmodifiableMap(new LinkedHashMap<>(auditAnnotations));
  }

  /** Returns the answer that a request is refused. */
  public static Admission refused(Status status) {
    return new Admission(
        Optional.of(status),
        Optional.empty(),
        "",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Map.of(),
        false,
        false);
  }

  /** Returns the answer that a request is fine with another object. */
  public static Admission changed(MappingValue object, String reason) {
    return UNCHANGED.withObject(object, reason);
  }

  /** Returns this answer as a refusal, with all that was said so far. */
  public Admission withRefusal(Status status) {
    return new Admission(
        Optional.of(status),
        object,
        reason,
        cluster,
        memory,
        passMemory,
        warnings,
        auditAnnotations,
        again,
        false);
  }

  /** Returns whether the request is refused. */
  public boolean isRefusal() {
    return refusal.isPresent();
  }

  /** Returns this answer with another object. */
  public Admission withObject(MappingValue other, String why) {
    return new Admission(
        refusal,
        Optional.of(other),
        why,
        cluster,
        memory,
        passMemory,
        warnings,
        auditAnnotations,
        again,
        false);
  }

  /** Returns this answer with what people should know of it. */
  public Admission withReason(String why) {
    return new Admission(
        refusal,
        object,
        why,
        cluster,
        memory,
        passMemory,
        warnings,
        auditAnnotations,
        again,
        false);
  }

  /** Returns this answer with another cluster. */
  public Admission withCluster(Cluster other) {
    return new Admission(
        refusal,
        object,
        reason,
        Optional.of(other),
        memory,
        passMemory,
        warnings,
        auditAnnotations,
        again,
        false);
  }

  /** Returns this answer with what the plug-in wants to be given next time; immutable. */
  public Admission withMemory(Object kept) {
    return new Admission(
        refusal,
        object,
        reason,
        cluster,
        Optional.of(kept),
        passMemory,
        warnings,
        auditAnnotations,
        again,
        false);
  }

  /** Returns this answer with what the plug-in wants to be given in the second mutating pass; immutable. */
  public Admission withPassMemory(Object kept) {
    return new Admission(
        refusal,
        object,
        reason,
        cluster,
        memory,
        Optional.of(kept),
        warnings,
        auditAnnotations,
        again,
        false);
  }

  /** Returns this answer with a further text for the client. */
  public Admission withWarning(String text) {
    List<String> all = new ArrayList<>(warnings);
    all.add(text);
    return new Admission(
        refusal, object, reason, cluster, memory, passMemory, all, auditAnnotations, again, false);
  }

  /** Returns this answer with a further note for the audit log. */
  public Admission withAuditAnnotation(String key, String value) {
    Map<String, String> all = new LinkedHashMap<>(auditAnnotations);
    all.put(key, value);
    return new Admission(
        refusal, object, reason, cluster, memory, passMemory, warnings, all, again, false);
  }

  /** Returns this answer with the wish to call the mutating plug-ins a second time. */
  public Admission withAgain() {
    return new Admission(
        refusal,
        object,
        reason,
        cluster,
        memory,
        passMemory,
        warnings,
        auditAnnotations,
        true,
        false);
  }
}
