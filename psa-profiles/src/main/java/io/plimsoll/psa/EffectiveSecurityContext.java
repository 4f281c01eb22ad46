package io.plimsoll.psa;

import io.plimsoll.core.pod.AppArmorProfile;
import io.plimsoll.core.pod.SeLinuxOptions;
import io.plimsoll.core.pod.SeccompProfile;
import io.plimsoll.core.pod.Sysctl;
import io.plimsoll.core.pod.Workload;
import java.util.ArrayList;
import java.util.List;

/**
 * The security settings that a container runs with, each with where it comes from: the container's own win over the pod's, and those
 * over the defaults. Mirrors {@code pkg/securitycontext/util.go} and the kubelet's {@code kuberuntime/security_context.go}.
 *
 * <pre>{@code
 * EffectiveSecurityContext web = PodSecurity.securityContexts(workload, RuntimeDefaults.CONTAINERD).get(0);
 * web.runAsUser().value();     // 1000
 * web.runAsUser().origin();    // POD
 * web.runAsUser().location();  // web.yaml:12:20
 * }</pre>
 *
 * @param container the container
 * @param runAsUser the user; unset where the image decides
 * @param runAsGroup the group; unset where the runtime decides
 * @param runAsNonRoot whether the kubelet refuses to run it as root
 * @param supplementalGroups the further groups: the pod's {@code fsGroup} comes first
 * @param supplementalGroupsPolicy whether groups of the image count, too
 * @param fsGroup the group that owns the volumes
 * @param seLinuxOptions the SELinux label; unset where the runtime chooses one
 * @param seccompProfile the seccomp profile; none for a privileged container, whatever is written
 * @param appArmorProfile the AppArmor profile; unset where the runtime chooses one, if the node has AppArmor at all, as it does for all
 *     but privileged containers
 * @param capabilities the capabilities it has, sorted, without {@code CAP_}
 * @param privileged whether it is privileged
 * @param allowPrivilegeEscalation whether its processes may gain privileges: always, if it is privileged or has {@code SYS_ADMIN}
 * @param readOnlyRootFilesystem whether its root file system is read-only
 * @param procMount the kind of its {@code /proc}
 * @param windowsOptions its settings on Windows
 * @param sysctls the pod's kernel parameters
 * @param hostNetwork whether the pod is in the node's network
 * @param hostPID whether it sees the node's processes
 * @param hostIPC whether it is in the node's IPC namespace
 * @param hostUsers whether it is in the node's user namespace
 */
public record EffectiveSecurityContext(
    ContainerRef container,
    Effective<Long> runAsUser,
    Effective<Long> runAsGroup,
    Effective<Boolean> runAsNonRoot,
    Effective<List<Long>> supplementalGroups,
    Effective<String> supplementalGroupsPolicy,
    Effective<Long> fsGroup,
    Effective<SeLinuxOptions> seLinuxOptions,
    Effective<SeccompProfile> seccompProfile,
    Effective<AppArmorProfile> appArmorProfile,
    Effective<List<String>> capabilities,
    Effective<Boolean> privileged,
    Effective<Boolean> allowPrivilegeEscalation,
    Effective<Boolean> readOnlyRootFilesystem,
    Effective<String> procMount,
    EffectiveWindowsOptions windowsOptions,
    Effective<List<Sysctl>> sysctls,
    Effective<Boolean> hostNetwork,
    Effective<Boolean> hostPID,
    Effective<Boolean> hostIPC,
    Effective<Boolean> hostUsers) {

  /** Returns those of all containers of a workload's pods: {@link PodSecurity#securityContexts}. */
  static List<EffectiveSecurityContext> of(Workload workload, RuntimeDefaults defaults) {
    List<EffectiveSecurityContext> all = new ArrayList<>();
    for (int i = 0; i < Containers.count(workload.template().spec()); i++) {
      all.add(new SecurityContextReading(workload, i, defaults).read());
    }
    return all;
  }
}
