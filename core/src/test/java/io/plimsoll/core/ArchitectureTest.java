package io.plimsoll.core;

import io.plimsoll.testkit.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {

  ArchitectureTest() {
    super(
        "io.plimsoll.core",
        "manifest",
        "finding",
        "model",
        "schema",
        "pod",
        "load",
        "cluster",
        "request",
        "report");
  }
}
