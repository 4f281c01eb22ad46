/**
 * An immutable snapshot of objects, as a cluster would hold them.
 *
 * <p>Objects of namespaced kinds without a namespace are in {@code default}; namespaces that nothing defines but something is
 * in are implied. A cluster never changes: {@code with} and {@code without} return others that share what is the same.
 *
 * <pre>{@code
 * Cluster shop = Cluster.load(Path.of("k8s"));
 * Pod web = shop.get(Pod.KIND, "shop", "web");
 * List<Workload> all = shop.workloads();
 * Cluster fewer = shop.without(web.ref());
 * }</pre>
 */
@NullMarked
package io.plimsoll.core.cluster;

import org.jspecify.annotations.NullMarked;
