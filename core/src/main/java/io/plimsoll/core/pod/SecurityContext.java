package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import org.jspecify.annotations.Nullable;

/** The security settings of one container. Mirrors {@code core/v1 SecurityContext}. */
public record SecurityContext(
    @Nullable Boolean allowPrivilegeEscalation,
    @Nullable AppArmorProfile appArmorProfile,
    @Nullable Capabilities capabilities,
    @Nullable Boolean privileged,
    @Nullable String procMount,
    @Nullable Boolean readOnlyRootFilesystem,
    @Nullable Long runAsGroup,
    @Nullable Boolean runAsNonRoot,
    @Nullable Long runAsUser,
    @Nullable SeLinuxOptions seLinuxOptions,
    @Nullable SeccompProfile seccompProfile,
    @Nullable WindowsSecurityContextOptions windowsOptions) {

  /** Reads the record from a tree. */
  public static SecurityContext from(Fields fields) {
    Builder context = builder();
    for (int i = 0; i < fields.size(); i++) {
      String name = fields.name(i);
      switch (name) {
        case "allowPrivilegeEscalation" -> context.allowPrivilegeEscalation(fields.bool(name));
        case "appArmorProfile" ->
          context.appArmorProfile(fields.object(name, AppArmorProfile::from));
        case "capabilities" -> context.capabilities(fields.object(name, Capabilities::from));
        case "privileged" -> context.privileged(fields.bool(name));
        case "procMount" -> context.procMount(fields.string(name));
        case "readOnlyRootFilesystem" -> context.readOnlyRootFilesystem(fields.bool(name));
        case "runAsGroup" -> context.runAsGroup(fields.int64(name));
        case "runAsNonRoot" -> context.runAsNonRoot(fields.bool(name));
        case "runAsUser" -> context.runAsUser(fields.int64(name));
        case "seLinuxOptions" -> context.seLinuxOptions(fields.object(name, SeLinuxOptions::from));
        case "seccompProfile" -> context.seccompProfile(fields.object(name, SeccompProfile::from));
        case "windowsOptions" ->
          context.windowsOptions(fields.object(name, WindowsSecurityContextOptions::from));
        default -> {
          // The record has nothing else.
        }
      }
    }
    return context.build();
  }

  /** Returns a builder in which every optional part is absent. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that starts with this record's parts. */
  public Builder toBuilder() {
    return new Builder()
        .allowPrivilegeEscalation(allowPrivilegeEscalation)
        .appArmorProfile(appArmorProfile)
        .capabilities(capabilities)
        .privileged(privileged)
        .procMount(procMount)
        .readOnlyRootFilesystem(readOnlyRootFilesystem)
        .runAsGroup(runAsGroup)
        .runAsNonRoot(runAsNonRoot)
        .runAsUser(runAsUser)
        .seLinuxOptions(seLinuxOptions)
        .seccompProfile(seccompProfile)
        .windowsOptions(windowsOptions);
  }

  /** Makes a {@link SecurityContext}; what is not set is absent. */
  public static final class Builder {
    private @Nullable Boolean allowPrivilegeEscalation;
    private @Nullable AppArmorProfile appArmorProfile;
    private @Nullable Capabilities capabilities;
    private @Nullable Boolean privileged;
    private @Nullable String procMount;
    private @Nullable Boolean readOnlyRootFilesystem;
    private @Nullable Long runAsGroup;
    private @Nullable Boolean runAsNonRoot;
    private @Nullable Long runAsUser;
    private @Nullable SeLinuxOptions seLinuxOptions;
    private @Nullable SeccompProfile seccompProfile;
    private @Nullable WindowsSecurityContextOptions windowsOptions;

    private Builder() {}

    /** Sets {@code allowPrivilegeEscalation}. */
    public Builder allowPrivilegeEscalation(@Nullable Boolean allowPrivilegeEscalation) {
      this.allowPrivilegeEscalation = allowPrivilegeEscalation;
      return this;
    }

    /** Sets {@code appArmorProfile}. */
    public Builder appArmorProfile(@Nullable AppArmorProfile appArmorProfile) {
      this.appArmorProfile = appArmorProfile;
      return this;
    }

    /** Sets {@code capabilities}. */
    public Builder capabilities(@Nullable Capabilities capabilities) {
      this.capabilities = capabilities;
      return this;
    }

    /** Sets {@code privileged}. */
    public Builder privileged(@Nullable Boolean privileged) {
      this.privileged = privileged;
      return this;
    }

    /** Sets {@code procMount}. */
    public Builder procMount(@Nullable String procMount) {
      this.procMount = procMount;
      return this;
    }

    /** Sets {@code readOnlyRootFilesystem}. */
    public Builder readOnlyRootFilesystem(@Nullable Boolean readOnlyRootFilesystem) {
      this.readOnlyRootFilesystem = readOnlyRootFilesystem;
      return this;
    }

    /** Sets {@code runAsGroup}. */
    public Builder runAsGroup(@Nullable Long runAsGroup) {
      this.runAsGroup = runAsGroup;
      return this;
    }

    /** Sets {@code runAsNonRoot}. */
    public Builder runAsNonRoot(@Nullable Boolean runAsNonRoot) {
      this.runAsNonRoot = runAsNonRoot;
      return this;
    }

    /** Sets {@code runAsUser}. */
    public Builder runAsUser(@Nullable Long runAsUser) {
      this.runAsUser = runAsUser;
      return this;
    }

    /** Sets {@code seLinuxOptions}. */
    public Builder seLinuxOptions(@Nullable SeLinuxOptions seLinuxOptions) {
      this.seLinuxOptions = seLinuxOptions;
      return this;
    }

    /** Sets {@code seccompProfile}. */
    public Builder seccompProfile(@Nullable SeccompProfile seccompProfile) {
      this.seccompProfile = seccompProfile;
      return this;
    }

    /** Sets {@code windowsOptions}. */
    public Builder windowsOptions(@Nullable WindowsSecurityContextOptions windowsOptions) {
      this.windowsOptions = windowsOptions;
      return this;
    }

    /** Returns the record. */
    public SecurityContext build() {
      return new SecurityContext(
          allowPrivilegeEscalation,
          appArmorProfile,
          capabilities,
          privileged,
          procMount,
          readOnlyRootFilesystem,
          runAsGroup,
          runAsNonRoot,
          runAsUser,
          seLinuxOptions,
          seccompProfile,
          windowsOptions);
    }
  }
}
