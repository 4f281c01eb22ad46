package io.plimsoll.testkit;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.regex.Pattern;

/** Nothing reads the system's time, randomness, environment or network, or reflects. */
final class Pure extends ArchCondition<JavaClass> {

  /** Types that must not be used at all. */
  private static final Pattern TYPES = Pattern.compile(String.join(
      "|",
      List.of(
          "java\\.lang\\.reflect\\..*",
          "java\\.lang\\.invoke\\.MethodHandles(\\$Lookup)?",
          "java\\.lang\\.Process(Builder|Handle)?",
          "java\\.net\\.(Datagram|Multicast|Server)?Socket.*",
          "java\\.net\\.(Http|Jar)?URLConnection",
          "java\\.net\\.(Inet.*Address|NetworkInterface|ProxySelector|URLClassLoader)",
          "java\\.net\\.http\\..*",
          "java\\.nio\\.channels\\..*(Socket|Datagram).*",
          "java\\.rmi\\..*",
          "java\\.security\\.SecureRandom",
          "java\\.sql\\..*",
          "java\\.util\\.ServiceLoader",
          "java\\.util\\.concurrent\\.ThreadLocalRandom",
          "javax\\.(naming|net)\\..*")));

  /** Methods and constructors that must not be used, as {@code owner.name(parameters)}. */
  private static final Pattern CODE = Pattern.compile(String.join(
      "|",
      List.of(
          "java\\.lang\\.System\\.(currentTimeMillis|nanoTime|getenv|getProperty|getProperties)\\(.*",
          "java\\.lang\\.(Boolean\\.getBoolean|Integer\\.getInteger|Long\\.getLong)\\(.*",
          "java\\.lang\\.Class\\.(forName|newInstance|get(Declared)?(Method|Field|Constructor|Class)(e?s)?)\\(.*",
          "java\\.lang\\.Runtime\\.exec\\(.*",
          "java\\.lang\\.(Strict)?Math\\.random\\(.*",
          "java\\.net\\.URL\\.(openConnection|openStream|getContent)\\(.*",
          "java\\.time\\.Clock\\.(system|tick(Millis|Minutes|Seconds)).*",
          "java\\.time\\..*\\.now\\((java\\.time\\.ZoneId)?\\)",
          "java\\.time\\.ZoneId\\.systemDefault\\(.*",
          "java\\.util\\.Calendar\\.getInstance\\(.*",
          "java\\.util\\.Collections\\.shuffle\\(java\\.util\\.List\\)",
          "java\\.util\\.(Date|GregorianCalendar|Random|SplittableRandom)\\.<init>\\(\\)",
          "java\\.util\\.(Locale|TimeZone)\\.getDefault\\(.*",
          "java\\.util\\.UUID\\.randomUUID\\(.*",
          "java\\.util\\.random\\.RandomGenerator\\.(getDefault|of)\\(.*")));

  Pure() {
    super("read no time, randomness, environment or network, and not reflect");
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
      String target = dependency.getTargetClass().getBaseComponentType().getName();
      if (TYPES.matcher(target).matches()) {
        events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
      }
    }
    for (JavaCodeUnit code : type.getCodeUnits()) {
      code.getCallsFromSelf().forEach(access -> check(type, access, events));
      code.getMethodReferencesFromSelf().forEach(access -> check(type, access, events));
      code.getConstructorReferencesFromSelf().forEach(access -> check(type, access, events));
    }
  }

  private static void check(JavaClass type, JavaAccess<?> access, ConditionEvents events) {
    if (CODE.matcher(access.getTarget().getFullName()).matches()) {
      events.add(SimpleConditionEvent.violated(type, access.getDescription()));
    }
  }
}
