/**
 * Strategies of storage: PersistentVolumeClaim, StorageClass and VolumeAttributesClass.
 *
 * <pre>{@code
 * List<Strategy> strategies = Storage.strategies();
 * }</pre>
 */
@NullMarked
package io.plimsoll.core.registry.storage;

import org.jspecify.annotations.NullMarked;
