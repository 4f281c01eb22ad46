/**
 * Manifests in: files, directories, streams and maps read, checked against Kubernetes' own table of fields, and taken apart
 * into objects.
 *
 * <p>Nothing wrong with the input is ever an exception here: it is a {@link io.plimsoll.core.manifest.Problem} with its place.
 *
 * <pre>{@code
 * Manifests manifests = Manifests.read(Path.of("k8s"));
 * manifests.problems().forEach(System.out::println);
 * List<KubeObject> objects = manifests.objects();
 * Manifests lenient = Manifests.read("pod.yaml", text, ReadOptions.DEFAULT.withFieldValidation(WARN));
 * }</pre>
 */
@NullMarked
package io.plimsoll.core.load;

import org.jspecify.annotations.NullMarked;
