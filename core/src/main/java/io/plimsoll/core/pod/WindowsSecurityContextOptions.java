package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import org.jspecify.annotations.Nullable;

/** The security settings of a Windows container. Mirrors {@code core/v1 WindowsSecurityContextOptions}. */
public record WindowsSecurityContextOptions(
    @Nullable String gmsaCredentialSpec,
    @Nullable String gmsaCredentialSpecName,
    @Nullable Boolean hostProcess,
    @Nullable String runAsUserName) {

  /** Reads the record from a tree. */
  public static WindowsSecurityContextOptions from(Fields fields) {
    return new WindowsSecurityContextOptions(
        fields.string("gmsaCredentialSpec"),
        fields.string("gmsaCredentialSpecName"),
        fields.bool("hostProcess"),
        fields.string("runAsUserName"));
  }

  /** Returns a builder in which every optional part is absent. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that starts with this record's parts. */
  public Builder toBuilder() {
    return new Builder()
        .gmsaCredentialSpec(gmsaCredentialSpec)
        .gmsaCredentialSpecName(gmsaCredentialSpecName)
        .hostProcess(hostProcess)
        .runAsUserName(runAsUserName);
  }

  /** Makes a {@link WindowsSecurityContextOptions}; what is not set is absent. */
  public static final class Builder {
    private @Nullable String gmsaCredentialSpec;
    private @Nullable String gmsaCredentialSpecName;
    private @Nullable Boolean hostProcess;
    private @Nullable String runAsUserName;

    private Builder() {}

    /** Sets {@code gmsaCredentialSpec}. */
    public Builder gmsaCredentialSpec(@Nullable String gmsaCredentialSpec) {
      this.gmsaCredentialSpec = gmsaCredentialSpec;
      return this;
    }

    /** Sets {@code gmsaCredentialSpecName}. */
    public Builder gmsaCredentialSpecName(@Nullable String gmsaCredentialSpecName) {
      this.gmsaCredentialSpecName = gmsaCredentialSpecName;
      return this;
    }

    /** Sets {@code hostProcess}. */
    public Builder hostProcess(@Nullable Boolean hostProcess) {
      this.hostProcess = hostProcess;
      return this;
    }

    /** Sets {@code runAsUserName}. */
    public Builder runAsUserName(@Nullable String runAsUserName) {
      this.runAsUserName = runAsUserName;
      return this;
    }

    /** Returns the record. */
    public WindowsSecurityContextOptions build() {
      return new WindowsSecurityContextOptions(
          gmsaCredentialSpec, gmsaCredentialSpecName, hostProcess, runAsUserName);
    }
  }
}
