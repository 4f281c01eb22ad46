package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;

/** A block device mapped into a container. Mirrors {@code core/v1 VolumeDevice}. */
public record VolumeDevice(String name, String devicePath) {

  /** Reads the record from a tree. */
  public static VolumeDevice from(Fields fields) {
    return new VolumeDevice(fields.text("name"), fields.text("devicePath"));
  }
}
