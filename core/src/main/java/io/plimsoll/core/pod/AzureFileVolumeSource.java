package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import org.jspecify.annotations.Nullable;

/** A file share of Azure. Mirrors {@code core/v1 AzureFileVolumeSource}. */
public record AzureFileVolumeSource(
    String secretName, String shareName, @Nullable Boolean readOnly) {

  /** Reads the record from a tree. */
  public static AzureFileVolumeSource from(Fields fields) {
    return new AzureFileVolumeSource(
        fields.text("secretName"), fields.text("shareName"), fields.bool("readOnly"));
  }
}
