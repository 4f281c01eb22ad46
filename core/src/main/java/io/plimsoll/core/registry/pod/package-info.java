/**
 * Pods and their templates: defaults, validation and warnings. Mirrors {@code pkg/apis/core/v1/defaults.go}, {@code
 * pkg/apis/core/validation} and {@code pkg/registry/core/pod} of Kubernetes with the feature gates that are on by default.
 *
 * <p>One class for each concern; {@link io.plimsoll.core.registry.pod.PodTemplates} is what the kinds that make pods call.
 *
 * <pre>{@code
 * MappingValue template = PodTemplates.withDefaults(deployment.template());
 * PodTemplates.check(Part.of(deployment, type).object("spec").object("template"));
 * }</pre>
 */
@NullMarked
package io.plimsoll.core.registry.pod;

import org.jspecify.annotations.NullMarked;
