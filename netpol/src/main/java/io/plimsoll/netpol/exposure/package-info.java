/**
 * To whom workloads are open that need not be there yet: any pod, pods that rules describe, addresses.
 *
 * <pre>{@code
 * Exposure exposure = Exposure.of(Connectivity.of(cluster));
 * exposure.lines().forEach(System.out::println);                  // shop/web[Deployment] <= entire-cluster : TCP 80
 * exposure.unprotected();
 * }</pre>
 */
@NullMarked
package io.plimsoll.netpol.exposure;

import org.jspecify.annotations.NullMarked;
