package io.plimsoll.testkit;

import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Set;

/** Who may use a class or member. */
final class Access {

  private Access() {}

  static boolean isVisible(Set<JavaModifier> modifiers) {
    return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
  }
}
