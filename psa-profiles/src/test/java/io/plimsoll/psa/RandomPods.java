package io.plimsoll.psa;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Pods that say something, nothing, null or nonsense about everything that a check looks at. */
final class RandomPods {

  private static final Object ABSENT = new Object();

  private RandomPods() {}

  /** Returns objects of the kind Pod. */
  static Arbitrary<MappingValue> pods() {
    return template().map(pod -> {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("apiVersion", "v1");
      object.put("kind", "Pod");
      object.putAll(pod);
      return (MappingValue) Value.from(object);
    });
  }

  /** Returns objects of the kind CronJob, whose pods stand deep. */
  static Arbitrary<MappingValue> cronJobs() {
    return template().map(pod -> (MappingValue) Value.from(Map.of(
        "apiVersion",
        "batch/v1",
        "kind",
        "CronJob",
        "metadata",
        Map.of("name", "nightly"),
        "spec",
        Map.of("jobTemplate", Map.of("spec", Map.of("template", pod))))));
  }

  private static Arbitrary<Map<String, Object>> template() {
    return Combinators.combine(annotations(), spec()).as((annotations, spec) -> {
      Map<String, Object> pod = new LinkedHashMap<>();
      pod.put("metadata", Map.of("name", "random", "annotations", annotations));
      pod.put("spec", spec);
      return pod;
    });
  }

  private static Arbitrary<Map<String, String>> annotations() {
    return Arbitraries.maps(
            Arbitraries.of(
                "container.apparmor.security.beta.kubernetes.io/a",
                "container.apparmor.security.beta.kubernetes.io/b",
                "container.apparmor.security.beta.kubernetes.io/nobody",
                "seccomp.security.alpha.kubernetes.io/pod",
                "container.seccomp.security.alpha.kubernetes.io/a",
                "container.seccomp.security.alpha.kubernetes.io/nobody",
                "other"),
            Arbitraries.of(
                "runtime/default",
                "docker/default",
                "localhost/x",
                "localhost/",
                "unconfined",
                "",
                "odd \"\n\u00e9\u200b"))
        .ofMaxSize(3);
  }

  private static Arbitrary<Object> spec() {
    Map<String, Arbitrary<?>> fields = new LinkedHashMap<>();
    fields.put("hostNetwork", bool());
    fields.put("hostPID", bool());
    fields.put("hostUsers", bool());
    fields.put("os", object(Map.of("name", Arbitraries.of("linux", "windows", "Windows"))));
    fields.put("securityContext", podSecurityContext());
    fields.put("initContainers", list(container()));
    fields.put("containers", list(container()));
    fields.put("ephemeralContainers", list(container()));
    fields.put("volumes", list(volume()));
    return object(fields);
  }

  private static Arbitrary<Object> podSecurityContext() {
    Map<String, Arbitrary<?>> fields = new LinkedHashMap<>(shared());
    fields.put(
        "sysctls",
        list(object(Map.of(
            "name",
            Arbitraries.of(
                "kernel.shm_rmid_forced",
                "net.ipv4.tcp_rmem",
                "net.ipv4.tcp_notsent_lowat",
                "kernel/shm_rmid_forced",
                "other")))));
    return object(fields);
  }

  private static Arbitrary<Object> container() {
    Map<String, Arbitrary<?>> security = new LinkedHashMap<>(shared());
    security.put("privileged", bool());
    security.put("allowPrivilegeEscalation", bool());
    security.put("procMount", Arbitraries.of("Default", "Unmasked", "other", ""));
    Arbitrary<String> capability = Arbitraries.of("ALL", "CHOWN", "NET_BIND_SERVICE", "SYS_ADMIN");
    security.put("capabilities", object(Map.of("add", list(capability), "drop", list(capability))));
    Map<String, Arbitrary<?>> fields = new LinkedHashMap<>();
    fields.put("name", Arbitraries.of("a", "b", "c", "\ud83d\ude00", "\uff5e"));
    fields.put("securityContext", object(security));
    Arbitrary<Integer> port = Arbitraries.of(0, 8080, 9, 80, -1);
    fields.put("ports", list(object(Map.of("containerPort", port, "hostPort", port))));
    fields.put("livenessProbe", handler());
    fields.put("startupProbe", handler());
    fields.put("lifecycle", object(Map.of("postStart", handler(), "preStop", handler())));
    return object(fields);
  }

  /** What pods and containers have in common. */
  private static Map<String, Arbitrary<?>> shared() {
    Arbitrary<String> profiles =
        Arbitraries.of("RuntimeDefault", "Localhost", "Unconfined", "", "other");
    Arbitrary<Object> profile =
        object(Map.of("type", profiles, "localhostProfile", Arbitraries.of("x")));
    return Map.of(
        "runAsNonRoot", bool(),
        "runAsUser", Arbitraries.of(0, 1000),
        "seccompProfile", profile,
        "appArmorProfile", profile,
        "windowsOptions", object(Map.of("hostProcess", bool())),
        "seLinuxOptions",
            object(Map.of(
                "type", Arbitraries.of("container_t", "container_engine_t", "other", ""),
                "user", Arbitraries.of("u", ""),
                "role", Arbitraries.of("r", ""))));
  }

  private static Arbitrary<Object> handler() {
    Arbitrary<Object> action = object(Map.of("host", Arbitraries.of("", "b.com", "a.com")));
    return object(Map.of("httpGet", action, "tcpSocket", action));
  }

  private static Arbitrary<Object> volume() {
    Map<String, Arbitrary<?>> fields = new HashMap<>();
    for (String type :
        List.of("emptyDir", "hostPath", "nfs", "photonPersistentDisk", "image", "future")) {
      fields.put(type, Arbitraries.of(Map.of()));
    }
    fields.put("name", Arbitraries.of("v", "w"));
    return object(fields);
  }

  private static Arbitrary<Boolean> bool() {
    return Arbitraries.of(true, false);
  }

  private static Arbitrary<List<Object>> list(Arbitrary<?> items) {
    return items.map(Object.class::cast).list().ofMaxSize(3);
  }

  /** Returns objects that have some of these fields, a few of them null or of a wrong type; seldom no object at all. */
  private static Arbitrary<Object> object(Map<String, ? extends Arbitrary<?>> fields) {
    List<String> names = List.copyOf(new TreeSet<>(fields.keySet()));
    List<Arbitrary<Object>> values = new ArrayList<>();
    for (String name : names) {
      values.add(Arbitraries.frequencyOf(
          Tuple.of(8, Arbitraries.just(ABSENT)),
          Tuple.of(10, fields.get(name).map(Object.class::cast)),
          Tuple.of(1, Arbitraries.of("nonsense", 7, List.of(), List.of("x")).injectNull(0.5))));
    }
    Arbitrary<Object> objects = Combinators.combine(values).as(list -> {
      Map<String, Object> object = new LinkedHashMap<>();
      for (int i = 0; i < names.size(); i++) {
        if (list.get(i) != ABSENT) {
          object.put(names.get(i), list.get(i));
        }
      }
      return object;
    });
    return Arbitraries.frequencyOf(
        Tuple.of(30, objects), Tuple.of(1, Arbitraries.<Object>of("nonsense", 3).injectNull(0.7)));
  }
}
