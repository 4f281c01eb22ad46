package io.plimsoll.psa;

import io.plimsoll.testkit.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {

  ArchitectureTest() {
    super("io.plimsoll.psa", "apparmor", "");
  }
}
