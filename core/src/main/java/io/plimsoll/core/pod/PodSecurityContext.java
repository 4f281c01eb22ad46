package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The security settings of a pod: defaults for its containers, and what concerns all of them. Mirrors {@code core/v1 PodSecurityContext}. */
public record PodSecurityContext(
    @Nullable AppArmorProfile appArmorProfile,
    @Nullable Long fsGroup,
    @Nullable String fsGroupChangePolicy,
    @Nullable Long runAsGroup,
    @Nullable Boolean runAsNonRoot,
    @Nullable Long runAsUser,
    @Nullable String seLinuxChangePolicy,
    @Nullable SeLinuxOptions seLinuxOptions,
    @Nullable SeccompProfile seccompProfile,
    List<Long> supplementalGroups,
    @Nullable String supplementalGroupsPolicy,
    List<Sysctl> sysctls,
    @Nullable WindowsSecurityContextOptions windowsOptions) {

  public PodSecurityContext {
    supplementalGroups = List.copyOf(supplementalGroups);
    sysctls = List.copyOf(sysctls);
  }

  /** Reads the record from a tree. */
  public static PodSecurityContext from(Fields fields) {
    Builder context = builder();
    for (int i = 0; i < fields.size(); i++) {
      String name = fields.name(i);
      switch (name) {
        case "appArmorProfile" ->
          context.appArmorProfile(fields.object(name, AppArmorProfile::from));
        case "fsGroup" -> context.fsGroup(fields.int64(name));
        case "fsGroupChangePolicy" -> context.fsGroupChangePolicy(fields.string(name));
        case "runAsGroup" -> context.runAsGroup(fields.int64(name));
        case "runAsNonRoot" -> context.runAsNonRoot(fields.bool(name));
        case "runAsUser" -> context.runAsUser(fields.int64(name));
        case "seLinuxChangePolicy" -> context.seLinuxChangePolicy(fields.string(name));
        case "seLinuxOptions" -> context.seLinuxOptions(fields.object(name, SeLinuxOptions::from));
        case "seccompProfile" -> context.seccompProfile(fields.object(name, SeccompProfile::from));
        case "supplementalGroups" -> context.supplementalGroups(fields.int64s(name));
        case "supplementalGroupsPolicy" -> context.supplementalGroupsPolicy(fields.string(name));
        case "sysctls" -> context.sysctls(fields.list(name, Sysctl::from));
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
        .appArmorProfile(appArmorProfile)
        .fsGroup(fsGroup)
        .fsGroupChangePolicy(fsGroupChangePolicy)
        .runAsGroup(runAsGroup)
        .runAsNonRoot(runAsNonRoot)
        .runAsUser(runAsUser)
        .seLinuxChangePolicy(seLinuxChangePolicy)
        .seLinuxOptions(seLinuxOptions)
        .seccompProfile(seccompProfile)
        .supplementalGroups(supplementalGroups)
        .supplementalGroupsPolicy(supplementalGroupsPolicy)
        .sysctls(sysctls)
        .windowsOptions(windowsOptions);
  }

  /** Makes a {@link PodSecurityContext}; what is not set is absent. */
  public static final class Builder {
    private @Nullable AppArmorProfile appArmorProfile;
    private @Nullable Long fsGroup;
    private @Nullable String fsGroupChangePolicy;
    private @Nullable Long runAsGroup;
    private @Nullable Boolean runAsNonRoot;
    private @Nullable Long runAsUser;
    private @Nullable String seLinuxChangePolicy;
    private @Nullable SeLinuxOptions seLinuxOptions;
    private @Nullable SeccompProfile seccompProfile;
    private List<Long> supplementalGroups = List.of();
    private @Nullable String supplementalGroupsPolicy;
    private List<Sysctl> sysctls = List.of();
    private @Nullable WindowsSecurityContextOptions windowsOptions;

    private Builder() {}

    /** Sets {@code appArmorProfile}. */
    public Builder appArmorProfile(@Nullable AppArmorProfile appArmorProfile) {
      this.appArmorProfile = appArmorProfile;
      return this;
    }

    /** Sets {@code fsGroup}. */
    public Builder fsGroup(@Nullable Long fsGroup) {
      this.fsGroup = fsGroup;
      return this;
    }

    /** Sets {@code fsGroupChangePolicy}. */
    public Builder fsGroupChangePolicy(@Nullable String fsGroupChangePolicy) {
      this.fsGroupChangePolicy = fsGroupChangePolicy;
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

    /** Sets {@code seLinuxChangePolicy}. */
    public Builder seLinuxChangePolicy(@Nullable String seLinuxChangePolicy) {
      this.seLinuxChangePolicy = seLinuxChangePolicy;
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

    /** Sets {@code supplementalGroups}. */
    public Builder supplementalGroups(List<Long> supplementalGroups) {
      this.supplementalGroups = supplementalGroups;
      return this;
    }

    /** Sets {@code supplementalGroups}. */
    public Builder supplementalGroups(Long... supplementalGroups) {
      return supplementalGroups(List.of(supplementalGroups));
    }

    /** Sets {@code supplementalGroupsPolicy}. */
    public Builder supplementalGroupsPolicy(@Nullable String supplementalGroupsPolicy) {
      this.supplementalGroupsPolicy = supplementalGroupsPolicy;
      return this;
    }

    /** Sets {@code sysctls}. */
    public Builder sysctls(List<Sysctl> sysctls) {
      this.sysctls = sysctls;
      return this;
    }

    /** Sets {@code sysctls}. */
    public Builder sysctls(Sysctl... sysctls) {
      return sysctls(List.of(sysctls));
    }

    /** Sets {@code windowsOptions}. */
    public Builder windowsOptions(@Nullable WindowsSecurityContextOptions windowsOptions) {
      this.windowsOptions = windowsOptions;
      return this;
    }

    /** Returns the record. */
    public PodSecurityContext build() {
      return new PodSecurityContext(
          appArmorProfile,
          fsGroup,
          fsGroupChangePolicy,
          runAsGroup,
          runAsNonRoot,
          runAsUser,
          seLinuxChangePolicy,
          seLinuxOptions,
          seccompProfile,
          supplementalGroups,
          supplementalGroupsPolicy,
          sysctls,
          windowsOptions);
    }
  }
}
