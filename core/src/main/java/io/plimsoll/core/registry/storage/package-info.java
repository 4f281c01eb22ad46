/**
 * Strategies of storage: PersistentVolumeClaim and StorageClass.
 *
 * <pre>{@code
 * List<Strategy> strategies = Storage.strategies();
 * }</pre>
 */
@NullMarked
package io.plimsoll.core.registry.storage;

import org.jspecify.annotations.NullMarked;
