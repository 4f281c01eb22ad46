package io.plimsoll.testkit;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** Visible classes have final fields only, but for nested builders; static fields are final everywhere. */
final class Immutable extends ArchCondition<JavaClass> {

  Immutable() {
    super("have final fields only");
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    boolean builder =
        type.getEnclosingClass().isPresent() && type.getSimpleName().endsWith("Builder");
    boolean immutable = ArchitectureRules.isVisible(type) && !builder;
    for (JavaField field : type.getAllFields()) {
      boolean isStatic = field.getModifiers().contains(JavaModifier.STATIC);
      boolean isFinal = field.getModifiers().contains(JavaModifier.FINAL);
      if (!isFinal
          && (isStatic || immutable)
          && field.getOwner().getName().startsWith("io.plimsoll.")) {
        events.add(SimpleConditionEvent.violated(
            type, field.getFullName() + " of " + type.getName() + " is not final"));
      }
    }
  }
}
