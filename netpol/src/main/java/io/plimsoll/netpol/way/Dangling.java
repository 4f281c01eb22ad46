package io.plimsoll.netpol.way;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.core.manifest.Severity;

/**
 * Something that leads nowhere.
 *
 * @param object the object that means to lead there
 * @param path where in it
 * @param rule the rule that finds it
 * @param severity how much it matters
 * @param message what is missing
 */
public record Dangling(
    ObjectRef object, FieldPath path, String rule, Severity severity, String message) {

  public static Dangling warning(ObjectRef object, FieldPath path, String rule, String message) {
    return new Dangling(object, path, "netpol/" + rule, Severity.WARNING, message);
  }

  public static Dangling info(ObjectRef object, FieldPath path, String rule, String message) {
    return new Dangling(object, path, "netpol/" + rule, Severity.INFO, message);
  }
}
