package io.plimsoll.core;

import io.plimsoll.testkit.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {

  ArchitectureTest() {
    super(
        "io.plimsoll.core",
        "manifest",
        "model",
        "finding",
        "schema",
        "patch",
        "decode",
        "pod",
        "load",
        "cluster",
        "validation",
        "registry",
        "secrets",
        "backend",
        "request",
        "authn",
        "authz",
        "impersonation",
        "admission",
        "admission.support",
        "admission.quota",
        "admission.webhook",
        "admission.plugin",
        "apiserver",
        "report");
  }
}
