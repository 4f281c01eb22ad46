/**
 * Strategies of volumes and of the drivers that provide them: PersistentVolume, VolumeAttachment, CSIDriver, CSINode and
 * CSIStorageCapacity.
 *
 * <pre>{@code
 * List<Strategy> strategies = Volumes.strategies();
 * }</pre>
 */
@NullMarked
package io.plimsoll.core.registry.volume;

import org.jspecify.annotations.NullMarked;
