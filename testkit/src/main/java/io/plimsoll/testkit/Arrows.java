package io.plimsoll.testkit;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Each group of packages uses only itself and the groups it may use. */
final class Arrows extends ArchCondition<JavaClass> {

  private final String root;
  private final Map<String, Set<String>> allowed;

  Arrows(String root, Map<String, Set<String>> allowed) {
    super("use only the packages they may use");
    this.root = root;
    this.allowed = Map.copyOf(allowed);
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    Optional<String> own = group(type);
    if (own.isEmpty()) {
      events.add(
          SimpleConditionEvent.violated(type, type.getName() + " is in no package of the list"));
      return;
    }
    for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
      JavaClass target = dependency.getTargetClass().getBaseComponentType();
      if (!isWithin(target, root)) {
        continue;
      }
      Optional<String> other = group(target);
      boolean fine = other.equals(own)
          || (other.isPresent() && allowed.getOrDefault(own.get(), Set.of()).contains(other.get()));
      if (!fine) {
        events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
      }
    }
  }

  private Optional<String> group(JavaClass type) {
    return allowed.keySet().stream()
        .filter(group -> isWithin(type, group))
        .max(Comparator.comparingInt(String::length));
  }

  private static boolean isWithin(JavaClass type, String name) {
    return (type.getPackageName() + ".").startsWith(name + ".");
  }
}
