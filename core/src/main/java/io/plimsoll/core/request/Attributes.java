package io.plimsoll.core.request;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.model.Requirement;
import java.util.List;

/**
 * What an authorizer is asked about, but for the user. Mirrors {@code authorizer.Attributes} of {@code
 * k8s.io/apiserver/pkg/authorization/authorizer}.
 *
 * @param verb {@code get}, {@code list}, …; for a URL the HTTP method in lower case
 * @param apiGroup the API group, empty for the core group
 * @param apiVersion the version in the group, {@code *} for any
 * @param resource the plural name of the resource
 * @param subresource the subresource, or empty
 * @param namespace the namespace; empty means cluster-scoped, or all namespaces
 * @param name the name of the object, or empty
 * @param path the path of the URL if this is not about a resource, or empty
 * @param isResourceRequest whether this is about a resource
 * @param fieldSelector what the request selects objects by, or empty; a selector that cannot be read selects nothing away
 * @param labelSelector the labels it selects objects by, or empty
 */
public record Attributes(
    String verb,
    String apiGroup,
    String apiVersion,
    String resource,
    String subresource,
    String namespace,
    String name,
    String path,
    boolean isResourceRequest,
    List<FieldRequirement> fieldSelector,
    List<Requirement> labelSelector) {

  public Attributes {
    fieldSelector = List.copyOf(fieldSelector);
    labelSelector = List.copyOf(labelSelector);
  }

  /** Makes the attributes of a request that selects nothing. */
  public Attributes(
      String verb,
      String apiGroup,
      String apiVersion,
      String resource,
      String subresource,
      String namespace,
      String name,
      String path,
      boolean isResourceRequest) {
    this(
        verb,
        apiGroup,
        apiVersion,
        resource,
        subresource,
        namespace,
        name,
        path,
        isResourceRequest,
        List.of(),
        List.of());
  }

  /** Returns the attributes of a request about a resource of a group, of all namespaces. */
  public static Attributes ofResource(String verb, String apiGroup, String resource) {
    return new Attributes(verb, apiGroup, "*", resource, "", "", "", "", true);
  }

  /** Returns the attributes of a request for a URL that is no resource. */
  public static Attributes ofPath(String verb, String path) {
    return new Attributes(verb, "", "", "", "", "", "", path, false);
  }

  /** Returns these attributes in a namespace. */
  public Attributes in(String otherNamespace) {
    return new Attributes(
        verb,
        apiGroup,
        apiVersion,
        resource,
        subresource,
        otherNamespace,
        name,
        path,
        isResourceRequest,
        fieldSelector,
        labelSelector);
  }

  /** Returns these attributes about the object of a name. */
  public Attributes named(String otherName) {
    return new Attributes(
        verb,
        apiGroup,
        apiVersion,
        resource,
        subresource,
        namespace,
        otherName,
        path,
        isResourceRequest,
        fieldSelector,
        labelSelector);
  }

  /** Returns these attributes about a subresource. */
  public Attributes subresource(String otherSubresource) {
    return new Attributes(
        verb,
        apiGroup,
        apiVersion,
        resource,
        otherSubresource,
        namespace,
        name,
        path,
        isResourceRequest,
        fieldSelector,
        labelSelector);
  }

  /** Returns these attributes about a resource of another group. */
  public Attributes group(String otherGroup) {
    return new Attributes(
        verb,
        otherGroup,
        apiVersion,
        resource,
        subresource,
        namespace,
        name,
        path,
        isResourceRequest,
        fieldSelector,
        labelSelector);
  }

  /** Returns these attributes with another verb. */
  public Attributes verb(String otherVerb) {
    return new Attributes(
        otherVerb,
        apiGroup,
        apiVersion,
        resource,
        subresource,
        namespace,
        name,
        path,
        isResourceRequest,
        fieldSelector,
        labelSelector);
  }

  /** Returns these attributes of a request that selects objects by fields and labels. */
  public Attributes selecting(List<FieldRequirement> fields, List<Requirement> labels) {
    return new Attributes(
        verb,
        apiGroup,
        apiVersion,
        resource,
        subresource,
        namespace,
        name,
        path,
        isResourceRequest,
        fields,
        labels);
  }

  /** Returns whether nothing is changed: the verb is {@code get}, {@code list} or {@code watch}. */
  public boolean isReadOnly() {
    return verb.equals("get") || verb.equals("list") || verb.equals("watch");
  }

  /** Returns {@code resource/subresource}, or the resource alone. */
  public String combinedResource() {
    return subresource.isEmpty() ? resource : resource + "/" + subresource;
  }

  /** Returns the attributes as a person says them: {@code get secrets in shop}, {@code update deployments.apps/scale "web" in shop}. */
  @Override
  public String toString() {
    if (!isResourceRequest) {
      return verb + " " + path;
    }
    StringBuilder text = new StringBuilder(verb).append(' ').append(resource);
    if (!apiGroup.isEmpty()) {
      text.append('.').append(apiGroup);
    }
    if (!subresource.isEmpty()) {
      text.append('/').append(subresource);
    }
    if (!name.isEmpty()) {
      text.append(" \"").append(name).append('"');
    }
    return text.append(namespace.isEmpty() ? "" : " in " + namespace).toString();
  }

  /** Returns the attributes as access reviews have them: a {@code ResourceAttributes} or {@code NonResourceAttributes}. */
  public MappingValue toTree() {
    return ReviewAttributes.of(this);
  }
}
