package io.plimsoll.posture;

import io.plimsoll.testkit.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {

  ArchitectureTest() {
    super("io.plimsoll.posture", "tenant", "");
  }
}
