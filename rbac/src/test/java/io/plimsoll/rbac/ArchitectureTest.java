package io.plimsoll.rbac;

import io.plimsoll.testkit.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {

  ArchitectureTest() {
    super(
        "io.plimsoll.rbac",
        "",
        "manifest",
        "kubectl",
        "compare",
        "least",
        "lint",
        "risk",
        "picture");
  }
}
