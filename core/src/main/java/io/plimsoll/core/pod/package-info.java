/**
 * The pod and everything inside it, and the objects that hold a pod template, as plain records.
 *
 * <p>Records are named as the API names them, with acronyms written as words ({@code HTTPGetAction} is {@link
 * io.plimsoll.core.pod.HttpGetAction}). A component that is an absent field is {@code null}; an absent list or map is empty.
 *
 * <pre>{@code
 * Container web = Container.builder("web").image("nginx:1.27").build();
 * Pod pod = Pod.of(ObjectMeta.builder().name("web").build(), PodSpec.builder().containers(web).build());
 * Optional<Workload> workload = Workload.of(object);
 * }</pre>
 */
@NullMarked
package io.plimsoll.core.pod;

import org.jspecify.annotations.NullMarked;
