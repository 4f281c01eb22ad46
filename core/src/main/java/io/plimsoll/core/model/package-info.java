/**
 * Kubernetes objects as plain records, and the values their fields are made of.
 *
 * <p>A {@link io.plimsoll.core.model.KubeObject} is any object with its tree; a {@link io.plimsoll.core.model.Kind} makes a
 * typed record of it. Records mirror the API: a component is {@code null} where the API field is absent, a list or map that is
 * absent is empty.
 *
 * <pre>{@code
 * KubeObject object = KubeObject.of(tree);
 * Pod pod = object.as(Pod.KIND);
 * Quantity memory = Quantity.parse("128Mi");
 * Selector.parse("app in (web,db),!legacy").matches(pod.metadata().labels());
 * }</pre>
 */
@NullMarked
package io.plimsoll.core.model;

import org.jspecify.annotations.NullMarked;
