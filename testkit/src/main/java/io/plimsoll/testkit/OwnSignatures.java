package io.plimsoll.testkit;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.JavaTypeVariable;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.stream.Stream;

/** Visible classes and members name only types of the JDK and our own, and JSpecify's annotations. */
final class OwnSignatures extends ArchCondition<JavaClass> {

  OwnSignatures() {
    super("have no third-party type in a public or protected signature");
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    if (!ArchitectureRules.isVisible(type)) {
      return;
    }
    Stream<JavaType> header = Stream.concat(
        Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream()),
        bounds(type.getTypeParameters()));
    report(type.getName(), header, type.getAnnotations(), type, events);
    for (JavaMember member : type.getMembers()) {
      if (Access.isVisible(member.getModifiers())) {
        report(member.getFullName(), signature(member), member.getAnnotations(), type, events);
      }
    }
  }

  private static Stream<JavaType> signature(JavaMember member) {
    if (member instanceof JavaField field) {
      return Stream.of(field.getType());
    }
    JavaCodeUnit code = (JavaCodeUnit) member;
    return Stream.of(
            Stream.of(code.getReturnType()),
            code.getParameterTypes().stream(),
            code.getExceptionTypes().stream().map(JavaType.class::cast),
            bounds(code.getTypeParameters()))
        .flatMap(types -> types);
  }

  private static Stream<JavaType> bounds(Iterable<? extends JavaTypeVariable<?>> variables) {
    Stream.Builder<JavaType> bounds = Stream.builder();
    variables.forEach(variable -> variable.getUpperBounds().forEach(bounds));
    return bounds.build();
  }

  private static void report(
      String place,
      Stream<JavaType> types,
      Set<? extends JavaAnnotation<?>> annotations,
      JavaClass owner,
      ConditionEvents events) {
    Stream<String> named = types
        .flatMap(type -> type.getAllInvolvedRawTypes().stream())
        .map(OwnSignatures::elementName);
    Stream<String> annotated =
        annotations.stream().map(annotation -> annotation.getRawType().getName());
    Stream.concat(
            named.filter(name -> !isOwn(name)),
            annotated.filter(name -> !isOwn(name) && !name.startsWith("org.jspecify.annotations.")))
        .distinct()
        .sorted()
        .forEach(
            name -> events.add(SimpleConditionEvent.violated(owner, place + " names " + name)));
  }

  private static String elementName(JavaClass type) {
    return type.getBaseComponentType().getName();
  }

  private static boolean isOwn(String name) {
    return name.indexOf('.') < 0
        || name.startsWith("java.")
        || name.startsWith("javax.")
        || name.startsWith("io.plimsoll.");
  }
}
