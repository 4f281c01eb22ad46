package io.plimsoll.core.apiserver;

import io.plimsoll.core.request.ApiRequest;
import java.util.Map;
import java.util.Set;

/** The checks of a server's health, all of which are fine. Mirrors {@code k8s.io/apiserver/pkg/server/healthz}. */
final class HealthChecks {

  private static final String HOOK = "/poststarthook/";
  private static final Set<String> CHECKS = Set.of("/ping", "/log", "/etcd");

  private static final Map<String, Set<String>> ROOTS = Map.of(
      "/livez", CHECKS,
      "/healthz", CHECKS,
      "/readyz",
          Set.of("/ping", "/log", "/etcd", "/etcd-readiness", "/informer-sync", "/shutdown"));

  /** What every server does when it starts; more depends on how it is set up. */
  private static final Set<String> HOOKS = Set.of(
      "bootstrap-controller",
      "crd-informer-synced",
      "generic-apiserver-start-informers",
      "kube-apiserver-autoregistration",
      "rbac/bootstrap-roles",
      "scheduling/bootstrap-system-priority-classes",
      "start-apiextensions-controllers",
      "start-apiextensions-informers",
      "start-apiserver-admission-initializer",
      "start-cluster-authentication-info-controller",
      "start-system-namespaces-controller");

  private HealthChecks() {}

  /** Returns whether a path is a check, or all of them. */
  static boolean isCheck(String path) {
    return ROOTS.entrySet().stream()
        .anyMatch(root -> path.equals(root.getKey())
            || (path.startsWith(root.getKey()) && isCheck(path, root.getKey(), root.getValue())));
  }

  private static boolean isCheck(String path, String root, Set<String> checks) {
    String check = path.substring(root.length());
    return checks.contains(check)
        || (check.startsWith(HOOK) && HOOKS.contains(check.substring(HOOK.length())));
  }

  /** Returns whether a path is the check of something that a server may do when it starts. */
  static boolean isUnknownHook(String path) {
    return !isCheck(path) && ROOTS.keySet().stream().anyMatch(root -> path.startsWith(root + HOOK));
  }

  /** Returns what a check says: of all of them, if that is asked for, each that every server has. */
  static String answer(ApiRequest request) {
    String root = request.path();
    Set<String> checks = ROOTS.get(root);
    if (checks == null || request.parameterValues("verbose").isEmpty()) {
      return "ok";
    }
    StringBuilder all = new StringBuilder();
    checks.stream().sorted().forEach(check -> passed(all, check.substring(1)));
    HOOKS.stream().sorted().forEach(hook -> passed(all, HOOK.substring(1) + hook));
    return all + root.substring(1) + " check passed\n";
  }

  private static void passed(StringBuilder all, String check) {
    all.append("[+]").append(check).append(" ok\n");
  }
}
