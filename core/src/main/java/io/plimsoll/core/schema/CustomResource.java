package io.plimsoll.core.schema;

import java.util.List;

/**
 * A resource that a CustomResourceDefinition defines, in one of its versions. Mirrors what {@code customresource_handler.go} of {@code
 * k8s.io/apiextensions-apiserver} makes of {@code CustomResourceDefinitionSpec}.
 *
 * @param resource the resource
 * @param listKind the kind of its lists
 * @param categories the groups of resources that it is one of for {@code kubectl}, such as {@code all}
 * @param selectableFields what lists can be narrowed by beside name and namespace, such as {@code spec.color}
 * @param storageVersion the version in which its objects are stored
 * @param terminating whether the definition is being deleted
 */
public record CustomResource(
    ApiResource resource,
    String listKind,
    List<String> categories,
    List<String> selectableFields,
    String storageVersion,
    boolean terminating) {

  public CustomResource {
    categories = List.copyOf(categories);
    selectableFields = List.copyOf(selectableFields);
  }
}
