/**
 * Kubernetes' own table of kinds, fields and resources, and the strict check of trees against it.
 *
 * <p>A {@link io.plimsoll.core.schema.Schema} knows the fields of each kind and how they merge, a {@link
 * io.plimsoll.core.schema.ResourceCatalog} knows which resources an API server serves, and a {@link
 * io.plimsoll.core.schema.StrictCheck} says what an API server that validates fields strictly would refuse in an object. The
 * tables are those of Kubernetes 1.37 and are read when they are first asked for.
 *
 * <pre>{@code
 * Documents documents = Documents.read(Source.of("pod.yaml", text), Limits.DEFAULT);
 * for (Value root : documents.roots()) {
 *   StrictCheck.kubernetes().check(root).forEach(System.out::println);
 * }
 * ResourceCatalog.kubernetes().find("deploy.apps");     // deployments in apps/v1
 * }</pre>
 */
@NullMarked
package io.plimsoll.core.schema;

import org.jspecify.annotations.NullMarked;
