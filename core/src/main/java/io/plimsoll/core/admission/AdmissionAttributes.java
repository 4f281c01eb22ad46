package io.plimsoll.core.admission;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.request.Status;
import io.plimsoll.core.request.User;
import io.plimsoll.core.schema.ApiResource;
import java.util.Optional;

/**
 * What admission is asked about. Mirrors {@code admission.Attributes} of {@code k8s.io/apiserver/pkg/admission}.
 *
 * @param operation what is done
 * @param resource the resource
 * @param subresource the subresource, or empty
 * @param apiVersion the API version of the object: the resource's, but for subresources with objects of their own
 * @param kind the kind of the object: the resource's, but for subresources with objects of their own
 * @param namespace the namespace, or empty; for a namespace its own name
 * @param name the name of the object, empty if it is not known yet
 * @param object the object as it is to be; empty if it is to go
 * @param oldObject the object as it was; empty if it is new
 * @param options the options of the request, such as {@code CreateOptions}
 * @param dryRun whether nothing is to be stored
 * @param user who asks
 */
public record AdmissionAttributes(
    Operation operation,
    ApiResource resource,
    String subresource,
    String apiVersion,
    String kind,
    String namespace,
    String name,
    Optional<MappingValue> object,
    Optional<MappingValue> oldObject,
    MappingValue options,
    boolean dryRun,
    User user) {

  /** Returns these attributes with another object. */
  public AdmissionAttributes withObject(MappingValue other) {
    return new AdmissionAttributes(
        operation,
        resource,
        subresource,
        apiVersion,
        kind,
        namespace,
        name,
        Optional.of(other),
        oldObject,
        options,
        dryRun,
        user);
  }

  /** Returns these attributes with another name. */
  public AdmissionAttributes withName(String other) {
    return new AdmissionAttributes(
        operation,
        resource,
        subresource,
        apiVersion,
        kind,
        namespace,
        other,
        object,
        oldObject,
        options,
        dryRun,
        user);
  }

  /** Returns whether this is about a resource, whatever its version, itself: not about one of its subresources. */
  public boolean isAbout(String group, String plural) {
    return subresource.isEmpty()
        && resource.name().equals(plural)
        && resource.group().equals(group);
  }

  /** Returns whether this is about a subresource of a resource, whatever its version. */
  public boolean isAbout(String group, String plural, String part) {
    return subresource.equals(part)
        && resource.name().equals(plural)
        && resource.group().equals(group);
  }

  /** Returns the refusal of the request. Mirrors {@code admission.NewForbidden}. */
  public Status forbidden(String why) {
    return Status.forbidden(resource.group(), resource.name(), nameToShow(), why);
  }

  /** Returns the name to tell the client: that of the object, or what it will be made from. */
  public String nameToShow() {
    if (!name.isEmpty()) {
      return name;
    }
    return object.map(ObjectNames::nameToShow).orElse("Unknown");
  }
}
