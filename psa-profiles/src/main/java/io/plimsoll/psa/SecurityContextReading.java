package io.plimsoll.psa;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.pod.AppArmorProfile;
import io.plimsoll.core.pod.Capabilities;
import io.plimsoll.core.pod.PodSecurityContext;
import io.plimsoll.core.pod.PodSpec;
import io.plimsoll.core.pod.SeccompProfile;
import io.plimsoll.core.pod.SecurityContext;
import io.plimsoll.core.pod.WindowsSecurityContextOptions;
import io.plimsoll.core.pod.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Works out the settings of one container: see {@link EffectiveSecurityContext}. */
final class SecurityContextReading {

  private static final String SECURITY_CONTEXT = "securityContext";
  private static final String UNCONFINED = "Unconfined";

  private final Workload workload;
  private final RuntimeDefaults defaults;
  private final PodSpec spec;
  private final PodSecurityContext pod;
  private final SecurityContext own;
  private final ContainerRef container;
  private final boolean windows;

  SecurityContextReading(Workload workload, int position, RuntimeDefaults defaults) {
    this.workload = workload;
    this.defaults = defaults;
    this.spec = workload.template().spec();
    this.pod = Objects.requireNonNullElseGet(
        spec.securityContext(), () -> PodSecurityContext.builder().build());
    this.own = Objects.requireNonNullElseGet(
        Containers.securityContext(spec, position),
        () -> SecurityContext.builder().build());
    this.container = Containers.ref(spec, position);
    this.windows = Exempt.isWindows(spec);
  }

  EffectiveSecurityContext read() {
    return new EffectiveSecurityContext(
        container,
        linux(() -> either("runAsUser", own.runAsUser(), pod.runAsUser(), null)),
        linux(() -> either("runAsGroup", own.runAsGroup(), pod.runAsGroup(), null)),
        either("runAsNonRoot", own.runAsNonRoot(), pod.runAsNonRoot(), false),
        linux(this::supplementalGroups),
        linux(() -> ofPod(
            securityContext("supplementalGroupsPolicy"), pod.supplementalGroupsPolicy(), "Merge")),
        linux(() -> ofPod(securityContext("fsGroup"), pod.fsGroup(), null)),
        linux(() -> either("seLinuxOptions", own.seLinuxOptions(), pod.seLinuxOptions(), null)),
        linux(this::seccompProfile),
        linux(this::appArmorProfile),
        linux(this::capabilities),
        linux(this::privileged),
        linux(this::allowPrivilegeEscalation),
        linux(() -> either("readOnlyRootFilesystem", own.readOnlyRootFilesystem(), null, false)),
        linux(() -> either("procMount", own.procMount(), null, "Default")),
        windowsOptions(),
        linux(() -> ofPod(
            securityContext("sysctls"), pod.sysctls().isEmpty() ? null : pod.sysctls(), List.of())),
        ofPod(FieldPath.of("hostNetwork"), spec.hostNetwork(), false),
        linux(() -> ofPod(FieldPath.of("hostPID"), spec.hostPID(), false)),
        linux(() -> ofPod(FieldPath.of("hostIPC"), spec.hostIPC(), false)),
        linux(() -> ofPod(FieldPath.of("hostUsers"), spec.hostUsers(), true)));
  }

  private <T> Effective<T> linux(Supplier<Effective<T>> setting) {
    return windows ? unwritten(Optional.empty(), Effective.Origin.OPERATING_SYSTEM) : setting.get();
  }

  /** The container's, or else the pod's, or else the default. */
  private <T> Effective<T> either(
      String field, @Nullable T ofContainer, @Nullable T ofPod, @Nullable T otherwise) {
    return ofContainer != null
        ? at(ofContainer, Effective.Origin.CONTAINER, inContainer(field))
        : ofPod(securityContext(field), ofPod, otherwise);
  }

  private <T> Effective<T> ofPod(FieldPath field, @Nullable T written, @Nullable T otherwise) {
    if (written != null) {
      return at(written, Effective.Origin.POD, FieldPath.of("spec").then(field));
    }
    return unwritten(
        Optional.ofNullable(otherwise),
        otherwise == null ? Effective.Origin.RUNTIME : Effective.Origin.DEFAULT);
  }

  private static <T> Effective<T> unwritten(Optional<T> value, Effective.Origin origin) {
    return new Effective<>(value, origin, Optional.empty(), Optional.empty());
  }

  private <T> Effective<T> at(T value, Effective.Origin origin, FieldPath field) {
    FieldPath path = workload.templatePath().then(field);
    return new Effective<>(
        Optional.of(value), origin, Optional.of(path), workload.object().locate(path));
  }

  private static FieldPath securityContext(String field) {
    return FieldPath.of(SECURITY_CONTEXT, field);
  }

  private FieldPath inContainer(String field) {
    return FieldPath.of("spec", container.kind().field())
        .index(container.index())
        .then(securityContext(field));
  }

  private Effective<List<Long>> supplementalGroups() {
    List<Long> groups = new ArrayList<>();
    if (pod.fsGroup() != null) {
      groups.add(pod.fsGroup());
    }
    groups.addAll(pod.supplementalGroups());
    String field = pod.supplementalGroups().isEmpty() ? "fsGroup" : "supplementalGroups";
    return ofPod(securityContext(field), groups.isEmpty() ? null : groups, List.of());
  }

  /** A privileged container has none. */
  private Effective<SeccompProfile> seccompProfile() {
    if (isPrivileged()) {
      SeccompProfile none = new SeccompProfile(UNCONFINED, null);
      return at(none, Effective.Origin.IMPLIED, inContainer("privileged"));
    }
    Effective<SeccompProfile> written =
        either("seccompProfile", own.seccompProfile(), pod.seccompProfile(), null);
    if (written.value().isPresent()) {
      return written;
    }
    String type = defaults.seccompDefault() ? AppArmorProfiles.RUNTIME_DEFAULT : UNCONFINED;
    return unwritten(
        Optional.of(new SeccompProfile(type, null)),
        defaults.seccompDefault() ? Effective.Origin.RUNTIME : Effective.Origin.DEFAULT);
  }

  /**
   * The container's field, its annotation, the pod's field. Mirrors {@code GetProfile} of {@code pkg/security/apparmor/helpers.go}. The
   * runtime's own profile is for all but privileged containers.
   */
  private Effective<AppArmorProfile> appArmorProfile() {
    if (own.appArmorProfile() == null) {
      String key = AppArmorProfiles.ANNOTATION + container.name();
      String annotation = workload.template().metadata().annotations().get(key);
      AppArmorProfile annotated = annotation == null ? null : AppArmorDefaults.profile(annotation);
      if (annotated != null) {
        return at(
            annotated,
            Effective.Origin.ANNOTATION,
            FieldPath.of("metadata", "annotations").key(key));
      }
    }
    if (own.appArmorProfile() == null && pod.appArmorProfile() == null && isPrivileged()) {
      AppArmorProfile none = new AppArmorProfile(UNCONFINED, null);
      return at(none, Effective.Origin.IMPLIED, inContainer("privileged"));
    }
    return either("appArmorProfile", own.appArmorProfile(), pod.appArmorProfile(), null);
  }

  private boolean isPrivileged() {
    return Boolean.TRUE.equals(own.privileged());
  }

  private Effective<Boolean> privileged() {
    return either("privileged", own.privileged(), null, false);
  }

  private Effective<List<String>> capabilities() {
    if (isPrivileged()) {
      return at(EffectiveCapabilities.ALL, Effective.Origin.IMPLIED, inContainer("privileged"));
    }
    Capabilities written = own.capabilities();
    return written == null
        ? unwritten(
            Optional.of(defaults.capabilities().stream().sorted().toList()),
            Effective.Origin.RUNTIME)
        : at(
            EffectiveCapabilities.of(defaults.capabilities(), written),
            Effective.Origin.CONTAINER,
            inContainer("capabilities"));
  }

  private Effective<Boolean> allowPrivilegeEscalation() {
    if (isPrivileged()) {
      return at(true, Effective.Origin.IMPLIED, inContainer("privileged"));
    }
    Capabilities written = own.capabilities();
    int sysAdmin = written == null ? -1 : EffectiveCapabilities.addedSysAdmin(written);
    return sysAdmin >= 0
        ? at(
            true,
            Effective.Origin.IMPLIED,
            inContainer("capabilities").field("add").index(sysAdmin))
        : either("allowPrivilegeEscalation", own.allowPrivilegeEscalation(), null, true);
  }

  /** Each option is the container's or else the pod's; those about a GMSA go together. */
  private EffectiveWindowsOptions windowsOptions() {
    WindowsSecurityContextOptions none = new WindowsSecurityContextOptions(null, null, null, null);
    WindowsSecurityContextOptions mine = Objects.requireNonNullElse(own.windowsOptions(), none);
    WindowsSecurityContextOptions its = Objects.requireNonNullElse(pod.windowsOptions(), none);
    boolean gmsa = mine.gmsaCredentialSpec() != null || mine.gmsaCredentialSpecName() != null;
    WindowsSecurityContextOptions shared = gmsa ? none : its;
    return new EffectiveWindowsOptions(
        option(
            "gmsaCredentialSpecName",
            mine.gmsaCredentialSpecName(),
            shared.gmsaCredentialSpecName(),
            null),
        option("gmsaCredentialSpec", mine.gmsaCredentialSpec(), shared.gmsaCredentialSpec(), null),
        option("hostProcess", mine.hostProcess(), its.hostProcess(), false),
        option("runAsUserName", mine.runAsUserName(), its.runAsUserName(), null));
  }

  private <T> Effective<T> option(
      String name, @Nullable T ofContainer, @Nullable T ofPod, @Nullable T otherwise) {
    if (spec.os() != null && spec.os().name().equals("linux")) {
      return unwritten(Optional.empty(), Effective.Origin.OPERATING_SYSTEM);
    }
    return ofContainer != null
        ? at(
            ofContainer,
            Effective.Origin.CONTAINER,
            inContainer("windowsOptions").field(name))
        : ofPod(securityContext("windowsOptions").field(name), ofPod, otherwise);
  }
}
