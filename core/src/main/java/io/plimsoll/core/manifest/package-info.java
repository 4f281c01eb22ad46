/**
 * Text to located trees, exactly as kubectl reads it.
 *
 * <p>A {@link io.plimsoll.core.manifest.Source} is a named text; {@link io.plimsoll.core.manifest.Documents} cuts it into
 * documents and reads each as a tree of {@link io.plimsoll.core.manifest.Value}s that know where they stand in the text. What
 * cannot be read is a {@link io.plimsoll.core.manifest.Problem} with its place, never an exception.
 *
 * <pre>{@code
 * Documents documents = Documents.read(Source.of("pod.yaml", text), Limits.DEFAULT);
 * for (Value root : documents.roots()) {
 *   Value name = FieldPath.parse("metadata.name").in(root);
 *   System.out.println(name + " at " + name.location());
 * }
 * }</pre>
 */
@NullMarked
package io.plimsoll.core.manifest;

import org.jspecify.annotations.NullMarked;
