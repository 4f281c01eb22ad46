package io.plimsoll.core.admission;

import io.plimsoll.core.authz.Authorizer;
import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.manifest.MappingValue;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a plug-in is given.
 *
 * @param attributes the request
 * @param cluster the objects of the cluster as they are before the request is done
 * @param now the time
 * @param authorizer whom to ask whether somebody may do something
 * @param memory what this plug-in returned last, over all requests, such as how much of a limit is used up; empty at first
 * @param passMemory what this plug-in returned in the first mutating pass for the second one of the same request; empty in the
 *     first
 * @param isAgain whether mutating plug-ins are called a second time for the same request
 * @param suffix makes the five characters that a generated name ends with
 */
public record AdmissionCall(
    AdmissionAttributes attributes,
    Cluster cluster,
    Instant now,
    Authorizer authorizer,
    Optional<Object> memory,
    Optional<Object> passMemory,
    boolean isAgain,
    Supplier<String> suffix) {

  /** Returns the object as it is to be; one that says nothing if it is to go. */
  public MappingValue object() {
    return attributes.object().orElseGet(MappingValue::empty);
  }

  /** Returns the object as it was; one that says nothing if it is new. */
  public MappingValue oldObject() {
    return attributes.oldObject().orElseGet(MappingValue::empty);
  }

  /** Returns this call about a request that was changed meanwhile. */
  public AdmissionCall with(AdmissionAttributes changed) {
    return new AdmissionCall(
        changed, cluster, now, authorizer, memory, passMemory, isAgain, suffix);
  }

  /** Returns the refusal of the request. Mirrors {@code admission.NewForbidden}. */
  public Admission forbid(String why) {
    return Admission.refused(attributes.forbidden(why));
  }
}
