package io.plimsoll.psa;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The Pod Security Standards once more, as plainly as can be: straight from the text of the standard, over the tree of a pod,
 * slow, without versions as data. What the real evaluator is compared with.
 */
final class ReferencePodSecurity {

  private static final String APP_ARMOR = "container.apparmor.security.beta.kubernetes.io/";
  private static final String SECCOMP = "seccomp.security.alpha.kubernetes.io/pod";
  private static final Set<String> SECCOMP_TYPES = Set.of("RuntimeDefault", "Localhost");

  private final Value pod;
  private final int version;
  private final boolean restricted;
  private final boolean windows;
  private final boolean ownUsers;
  private final List<Value> containers = new ArrayList<>();
  private final List<String> results = new ArrayList<>();

  private ReferencePodSecurity(Value pod, boolean restricted, int version) {
    this.pod = pod;
    this.version = version;
    this.restricted = restricted;
    this.windows = version >= 25 && "windows".equals(text(at(pod, "spec", "os", "name")));
    this.ownUsers = version >= 35 && "false".equals(bool(at(pod, "spec", "hostUsers")));
    for (String kind : List.of("initContainers", "containers", "ephemeralContainers")) {
      containers.addAll(items(at(pod, "spec", kind)));
    }
  }

  /** Returns {@code reason (detail)} of each check that fails, in order. */
  static List<String> evaluate(Value pod, Level level, int version) {
    if (level == Level.PRIVILEGED) {
      return List.of();
    }
    ReferencePodSecurity run =
        new ReferencePodSecurity(pod, level == Level.RESTRICTED, Math.min(version, 37));
    run.baseline();
    if (run.restricted) {
      run.restricted();
    }
    return run.results;
  }

  private void baseline() {
    appArmor();
    if (!restricted || version < 22) {
      capabilitiesBaseline();
    }
    hostNamespaces();
    if (!restricted) {
      hostPath();
    }
    hostPorts();
    if (version >= 34) {
      probes();
    }
    containersThat(
        c -> isTrue(at(c, "securityContext", "privileged")),
        "privileged",
        "must not set securityContext.privileged=true");
    if ((!restricted || version < 35) && !ownUsers) {
      procMount();
    }
    seLinux();
    if (version < 19) {
      seccompAnnotations();
    } else if (!restricted) {
      seccompFields();
    }
    sysctls();
    windowsHostProcess();
  }

  private void restricted() {
    if (version >= 8 && !windows) {
      containersThat(
          c -> !"false".equals(bool(at(c, "securityContext", "allowPrivilegeEscalation"))),
          "allowPrivilegeEscalation != false",
          "must set securityContext.allowPrivilegeEscalation=false");
    }
    if (version >= 22 && !windows) {
      capabilitiesRestricted();
    }
    if (version >= 35) {
      procMount();
    }
    volumes();
    if (!ownUsers) {
      runAsNonRoot();
    }
    if (version >= 23 && !ownUsers) {
      runAsUser();
    }
    if (version >= 19 && !windows) {
      seccompRestricted();
    }
  }

  private void appArmor() {
    Predicate<Value> bad =
        owner -> at(owner, "securityContext", "appArmorProfile") instanceof MappingValue profile
            && !Set.of("RuntimeDefault", "Localhost").contains(textOrEmpty(at(profile, "type")));
    List<String> setters = setters(bad);
    Set<String> values = sorted();
    owners()
        .filter(bad)
        .forEach(o -> values.add(textOrEmpty(at(o, "securityContext", "appArmorProfile", "type"))));
    Set<String> annotations = sorted();
    if (at(pod, "metadata", "annotations") instanceof MappingValue all) {
      for (String key : all.keys()) {
        String value = textOrEmpty(all.get(key));
        boolean fine =
            value.isEmpty() || value.equals("runtime/default") || value.startsWith("localhost/");
        if (key.startsWith(APP_ARMOR) && !fine) {
          annotations.add(key + "=" + GoText.quote(value));
        }
      }
    }
    if (!annotations.isEmpty()) {
      setters.add(annotations.size() == 1 ? "annotation" : "annotations");
    }
    List<String> both = Stream.concat(values.stream(), annotations.stream()).toList();
    if (!setters.isEmpty()) {
      fail(
          both.size() == 1 ? "forbidden AppArmor profile" : "forbidden AppArmor profiles",
          String.join(" and ", setters) + " must not set AppArmor profile type to " + quoted(both));
    }
  }

  private void capabilitiesBaseline() {
    String detail = added(Set.of(
        "AUDIT_WRITE",
        "CHOWN",
        "DAC_OVERRIDE",
        "FOWNER",
        "FSETID",
        "KILL",
        "MKNOD",
        "NET_BIND_SERVICE",
        "SETFCAP",
        "SETGID",
        "SETPCAP",
        "SETUID",
        "SYS_CHROOT"));
    if (!detail.isEmpty()) {
      fail("non-default capabilities", detail);
    }
  }

  private void capabilitiesRestricted() {
    List<String> parts = new ArrayList<>();
    List<String> names =
        names(c -> !texts(at(c, "securityContext", "capabilities", "drop")).contains("ALL"));
    if (!names.isEmpty()) {
      parts.add(named(names) + " must set securityContext.capabilities.drop=[\"ALL\"]");
    }
    String added = added(Set.of("NET_BIND_SERVICE"));
    if (!added.isEmpty()) {
      parts.add(added);
    }
    if (!parts.isEmpty()) {
      fail("unrestricted capabilities", String.join("; ", parts));
    }
  }

  private String added(Set<String> allowed) {
    Set<String> bad = sorted();
    containers.forEach(c -> bad.addAll(texts(at(c, "securityContext", "capabilities", "add"))));
    bad.removeAll(allowed);
    List<String> names = names(c ->
        texts(at(c, "securityContext", "capabilities", "add")).stream().anyMatch(bad::contains));
    return names.isEmpty()
        ? ""
        : named(names) + " must not include " + quoted(bad)
            + " in securityContext.capabilities.add";
  }

  private void hostNamespaces() {
    List<String> shared = Stream.of("hostNetwork", "hostPID", "hostIPC")
        .filter(field -> isTrue(at(pod, "spec", field)))
        .map(field -> field + "=true")
        .toList();
    if (!shared.isEmpty()) {
      fail("host namespaces", String.join(", ", shared));
    }
  }

  private void hostPath() {
    List<String> names = items(at(pod, "spec", "volumes")).stream()
        .filter(v -> at(v, "hostPath") instanceof MappingValue)
        .map(v -> textOrEmpty(at(v, "name")))
        .toList();
    if (!names.isEmpty()) {
      fail("hostPath volumes", (names.size() == 1 ? "volume " : "volumes ") + quoted(names));
    }
  }

  private void hostPorts() {
    Set<String> ports = sorted();
    containers.forEach(c -> ports.addAll(hostPorts(c)));
    List<String> names = names(c -> !hostPorts(c).isEmpty());
    if (!names.isEmpty()) {
      fail(
          "hostPort",
          named(names)
              + (names.size() == 1 ? " uses " : " use ")
              + (ports.size() == 1 ? "hostPort " : "hostPorts ")
              + String.join(", ", ports));
    }
  }

  private static List<String> hostPorts(Value container) {
    return items(at(container, "ports")).stream()
        .map(port -> number(at(port, "hostPort")))
        .filter(port -> !port.equals("0"))
        .toList();
  }

  private void probes() {
    Set<String> hosts = sorted();
    containers.forEach(c -> hosts.addAll(hosts(c)));
    Set<String> names = sorted();
    names.addAll(names(c -> !hosts(c).isEmpty()));
    if (!names.isEmpty()) {
      fail(
          "probe or lifecycle host",
          named(names) + (names.size() == 1 ? " uses " : " use ") + "probe or lifecycle "
              + (hosts.size() == 1 ? "host " : "hosts ") + quoted(hosts));
    }
  }

  private static List<String> hosts(Value container) {
    return Stream.of(
            at(container, "livenessProbe"),
            at(container, "readinessProbe"),
            at(container, "startupProbe"),
            at(container, "lifecycle", "postStart"),
            at(container, "lifecycle", "preStop"))
        .flatMap(probe -> Stream.of(at(probe, "httpGet", "host"), at(probe, "tcpSocket", "host")))
        .map(ReferencePodSecurity::textOrEmpty)
        .filter(host -> !host.isEmpty())
        .toList();
  }

  private void procMount() {
    Predicate<Value> bad = c -> text(at(c, "securityContext", "procMount")) != null
        && !"Default".equals(text(at(c, "securityContext", "procMount")));
    Set<String> values = sorted();
    containers.stream()
        .filter(bad)
        .forEach(c -> values.add(textOrEmpty(at(c, "securityContext", "procMount"))));
    containersThat(bad, "procMount", "must not set securityContext.procMount to " + quoted(values));
  }

  private void seLinux() {
    Set<String> allowed = version >= 31
        ? Set.of("", "container_t", "container_init_t", "container_kvm_t", "container_engine_t")
        : Set.of("", "container_t", "container_init_t", "container_kvm_t");
    Predicate<Value> badType = o -> !allowed.contains(seLinux(o, "type"));
    Predicate<Value> badUser = o -> !seLinux(o, "user").isEmpty();
    Predicate<Value> badRole = o -> !seLinux(o, "role").isEmpty();
    List<String> setters = setters(badType.or(badUser).or(badRole));
    if (setters.isEmpty()) {
      return;
    }
    Set<String> types = sorted();
    owners().filter(badType).forEach(o -> types.add(seLinux(o, "type")));
    List<String> parts = new ArrayList<>();
    if (!types.isEmpty()) {
      parts.add((types.size() == 1 ? "type " : "types ") + quoted(types));
    }
    if (owners().anyMatch(badUser)) {
      parts.add("user may not be set");
    }
    if (owners().anyMatch(badRole)) {
      parts.add("role may not be set");
    }
    fail(
        "seLinuxOptions",
        String.join(" and ", setters) + " set forbidden securityContext.seLinuxOptions: "
            + String.join("; ", parts));
  }

  private static String seLinux(Value owner, String field) {
    return textOrEmpty(at(owner, "securityContext", "seLinuxOptions", field));
  }

  private void seccompAnnotations() {
    Set<String> bad = sorted();
    Stream.concat(
            Stream.of(SECCOMP),
            containers.stream()
                .map(c ->
                    "container.seccomp.security.alpha.kubernetes.io/" + textOrEmpty(at(c, "name"))))
        .filter(key ->
            at(pod, "metadata", "annotations") instanceof MappingValue all && all.get(key) != null)
        .forEach(key -> {
          String value = textOrEmpty(at(pod, "metadata", "annotations", key));
          boolean fine = value.equals("runtime/default")
              || value.equals("docker/default")
              || value.startsWith("localhost/");
          if (!fine) {
            bad.add(key + "=" + GoText.quote(value));
          }
        });
    if (!bad.isEmpty()) {
      fail(
          "seccompProfile",
          "forbidden " + (bad.size() == 1 ? "annotation " : "annotations ")
              + String.join(", ", bad));
    }
  }

  private static @Nullable String seccomp(Value owner) {
    return at(owner, "securityContext", "seccompProfile") instanceof MappingValue profile
        ? textOrEmpty(at(profile, "type"))
        : null;
  }

  private boolean seccompFields() {
    Predicate<Value> bad = o -> seccomp(o) != null && !SECCOMP_TYPES.contains(seccomp(o));
    List<String> setters = setters(bad);
    if (setters.isEmpty()) {
      return true;
    }
    Set<String> types = sorted();
    owners().filter(bad).forEach(o -> types.add(seccomp(o)));
    fail(
        "seccompProfile",
        String.join(" and ", setters) + " must not set securityContext.seccompProfile.type to "
            + quoted(types));
    return false;
  }

  private void seccompRestricted() {
    if (seccompFields() && seccomp(at(pod, "spec")) == null) {
      List<String> names = names(c -> seccomp(c) == null);
      if (!names.isEmpty()) {
        fail(
            "seccompProfile",
            "pod or " + named(names) + " must set securityContext.seccompProfile.type to"
                + " \"RuntimeDefault\" or \"Localhost\"");
      }
    }
  }

  private void sysctls() {
    Set<String> safe = new TreeSet<>(Set.of(
        "kernel.shm_rmid_forced",
        "net.ipv4.ip_local_port_range",
        "net.ipv4.tcp_syncookies",
        "net.ipv4.ping_group_range",
        "net.ipv4.ip_unprivileged_port_start"));
    if (version >= 27) {
      safe.add("net.ipv4.ip_local_reserved_ports");
    }
    if (version >= 29) {
      for (String name : List.of("keepalive_time", "fin_timeout", "keepalive_intvl")) {
        safe.add("net.ipv4.tcp_" + name);
      }
      safe.add("net.ipv4.tcp_keepalive_probes");
    }
    if (version >= 32) {
      safe.addAll(Set.of("net.ipv4.tcp_rmem", "net.ipv4.tcp_wmem"));
    }
    if (version >= 37) {
      safe.addAll(Set.of("net.ipv4.tcp_slow_start_after_idle", "net.ipv4.tcp_notsent_lowat"));
    }
    List<String> bad = items(at(pod, "spec", "securityContext", "sysctls")).stream()
        .map(sysctl -> textOrEmpty(at(sysctl, "name")))
        .filter(name -> !safe.contains(name))
        .toList();
    if (!bad.isEmpty()) {
      fail("forbidden sysctls", String.join(", ", bad));
    }
  }

  private void windowsHostProcess() {
    List<String> setters =
        setters(o -> isTrue(at(o, "securityContext", "windowsOptions", "hostProcess")));
    if (!setters.isEmpty()) {
      fail(
          "hostProcess",
          String.join(" and ", setters)
              + " must not set securityContext.windowsOptions.hostProcess=true");
    }
  }

  private void volumes() {
    List<String> allowed = List.of(
        "configMap",
        "csi",
        "downwardAPI",
        "emptyDir",
        "ephemeral",
        "image",
        "persistentVolumeClaim",
        "projected",
        "secret");
    List<String> known = List.of(
        "hostPath",
        "gcePersistentDisk",
        "awsElasticBlockStore",
        "gitRepo",
        "nfs",
        "iscsi",
        "glusterfs",
        "rbd",
        "flexVolume",
        "cinder",
        "cephfs",
        "flocker",
        "fc",
        "azureFile",
        "vsphereVolume",
        "quobyte",
        "azureDisk",
        "photonPersistentDisk",
        "portworxVolume",
        "scaleIO",
        "storageos");
    List<String> names = new ArrayList<>();
    Set<String> types = sorted();
    for (Value volume : items(at(pod, "spec", "volumes"))) {
      Predicate<String> has = type -> at(volume, type) instanceof MappingValue;
      if (allowed.stream().noneMatch(has)) {
        names.add(textOrEmpty(at(volume, "name")));
        types.add(known.stream().filter(has).findFirst().orElse("unknown"));
      }
    }
    if (!names.isEmpty()) {
      fail(
          "restricted volume types",
          (names.size() == 1 ? "volume " : "volumes ") + quoted(names)
              + (names.size() == 1 ? " uses " : " use ") + "restricted volume "
              + (types.size() == 1 ? "type " : "types ") + quoted(types));
    }
  }

  private void runAsNonRoot() {
    List<String> setters =
        setters(o -> "false".equals(bool(at(o, "securityContext", "runAsNonRoot"))));
    if (!setters.isEmpty()) {
      fail(
          "runAsNonRoot != true",
          String.join(" and ", setters) + " must not set securityContext.runAsNonRoot=false");
      return;
    }
    List<String> names = isTrue(at(pod, "spec", "securityContext", "runAsNonRoot"))
        ? List.of()
        : names(c -> bool(at(c, "securityContext", "runAsNonRoot")) == null);
    if (!names.isEmpty()) {
      fail(
          "runAsNonRoot != true",
          "pod or " + named(names) + " must set securityContext.runAsNonRoot=true");
    }
  }

  private void runAsUser() {
    List<String> setters =
        setters(o -> at(o, "securityContext", "runAsUser") instanceof ScalarValue user
            && user.isNumber()
            && user.text().matches("-?0+"));
    if (!setters.isEmpty()) {
      fail("runAsUser=0", String.join(" and ", setters) + " must not set runAsUser=0");
    }
  }

  private void containersThat(Predicate<Value> bad, String reason, String what) {
    List<String> names = names(bad);
    if (!names.isEmpty()) {
      fail(reason, named(names) + " " + what);
    }
  }

  private void fail(String reason, String detail) {
    results.add(detail.isEmpty() ? reason : reason + " (" + detail + ")");
  }

  /** The pod's spec and its containers: all that have a security context. */
  private Stream<Value> owners() {
    return Stream.concat(Stream.of(at(pod, "spec")), containers.stream());
  }

  private List<String> setters(Predicate<Value> bad) {
    List<String> setters = new ArrayList<>();
    if (bad.test(at(pod, "spec"))) {
      setters.add("pod");
    }
    List<String> names = names(bad);
    if (!names.isEmpty()) {
      setters.add(named(names));
    }
    return setters;
  }

  private List<String> names(Predicate<Value> bad) {
    return containers.stream().filter(bad).map(c -> textOrEmpty(at(c, "name"))).toList();
  }

  private static String named(Iterable<String> names) {
    String quoted = quoted(names);
    return (quoted.contains("\", \"") ? "containers " : "container ") + quoted;
  }

  private static String quoted(Iterable<String> items) {
    return "\"" + String.join("\", \"", items) + "\"";
  }

  /** A set in the order of the bytes of UTF-8, as Go sorts. */
  private static Set<String> sorted() {
    return new TreeSet<>((a, b) -> Arrays.compareUnsigned(a.getBytes(UTF_8), b.getBytes(UTF_8)));
  }

  private static Value at(Value from, String... fields) {
    Value at = from;
    for (String field : fields) {
      Value next = at instanceof MappingValue map ? map.get(field) : null;
      at = next == null ? ScalarValue.ofNull() : next;
    }
    return at;
  }

  private static List<Value> items(Value value) {
    return value instanceof SequenceValue list ? list.items() : List.of();
  }

  private static List<String> texts(Value value) {
    return items(value).stream().map(ReferencePodSecurity::textOrEmpty).toList();
  }

  private static @Nullable String text(Value value) {
    return value instanceof ScalarValue scalar && scalar.isString() ? scalar.text() : null;
  }

  private static String textOrEmpty(@Nullable Value value) {
    return value instanceof ScalarValue scalar && scalar.isString() ? scalar.text() : "";
  }

  private static @Nullable String bool(Value value) {
    return value instanceof ScalarValue scalar && scalar.isBoolean() ? scalar.text() : null;
  }

  private static boolean isTrue(Value value) {
    return "true".equals(bool(value));
  }

  private static String number(Value value) {
    return value instanceof ScalarValue scalar && scalar.isNumber() ? scalar.text() : "0";
  }
}
