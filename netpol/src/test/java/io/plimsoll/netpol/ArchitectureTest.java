package io.plimsoll.netpol;

import io.plimsoll.testkit.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {

  ArchitectureTest() {
    super(
        "io.plimsoll.netpol",
        "set",
        "connection",
        "api",
        "label",
        "policy",
        "engine",
        "way",
        "network",
        "",
        "lint",
        "exposure",
        "entry",
        "compare",
        "border",
        "picture",
        "synthesis",
        "tree");
  }
}
