package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import org.jspecify.annotations.Nullable;

/** A clone of a Git repository. Mirrors {@code core/v1 GitRepoVolumeSource}. */
public record GitRepoVolumeSource(
    String repository, @Nullable String directory, @Nullable String revision) {

  /** Reads the record from a tree. */
  public static GitRepoVolumeSource from(Fields fields) {
    return new GitRepoVolumeSource(
        fields.text("repository"), fields.string("directory"), fields.string("revision"));
  }
}
