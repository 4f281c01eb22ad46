/**
 * Pictures of who may do what: subjects, the bindings that name them, roles, and what those allow.
 *
 * <pre>{@code
 * AccessGraph graph = AccessGraph.of(Rbac.of(cluster)).focus(Subject.serviceAccount("shop", "web"));
 * Files.writeString(Path.of("web.mmd"), graph.mermaid());
 * }</pre>
 */
@NullMarked
package io.plimsoll.rbac.picture;

import org.jspecify.annotations.NullMarked;
