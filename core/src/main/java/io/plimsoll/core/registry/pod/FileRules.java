package io.plimsoll.core.registry.pod;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.validation.FieldError;
import java.util.List;

/** Paths, modes and owners of files that volumes and mounts put into containers. */
final class FileRules {

  private static final int MAX_MODE = 0777;
  private static final long MAX_ID = Integer.MAX_VALUE;
  private static final String MODE = "must be a number between 0 and 0777 (octal), both inclusive";
  static final String ID = "must be between 0 and " + MAX_ID + ", inclusive";

  private FileRules() {}

  /** A path below a directory: {@code validateLocalDescendingPath}. */
  static void descending(List<FieldError> errors, FieldPath path, String value) {
    if (value.startsWith("/")) {
      errors.add(FieldError.invalid(path, value, "must be a relative path"));
    }
    noBacksteps(errors, path, value);
  }

  /** A path that never leads up: {@code validatePathNoBacksteps}. */
  static void noBacksteps(List<FieldError> errors, FieldPath path, String value) {
    if (hasBackstep(value)) {
      errors.add(FieldError.invalid(path, value, "must not contain '..'"));
    }
  }

  static boolean hasBackstep(String value) {
    for (int at = value.indexOf(".."); at >= 0; at = value.indexOf("..", at + 1)) {
      boolean starts = at == 0 || value.charAt(at - 1) == '/';
      boolean ends = at + 2 == value.length() || value.charAt(at + 2) == '/';
      if (starts && ends) {
        return true;
      }
    }
    return false;
  }

  /** A path below a directory that is not one of those that kubelets use: {@code ValidateLocalNonReservedPath}. */
  static void nonReserved(Part part, String field, String value) {
    if (!value.startsWith("/") && !value.contains("..")) {
      return;
    }
    List<FieldError> errors = part.errors();
    FieldPath path = part.at(field);
    descending(errors, path, value);
    if (value.startsWith("..") && !value.startsWith("../")) {
      errors.add(FieldError.invalid(path, value, "must not start with '..'"));
    }
  }

  /** The permissions of files. */
  static void mode(Part part, String field) {
    long mode = part.number(field);
    if (mode < 0 || mode > MAX_MODE) {
      part.invalid(field, MODE);
    }
  }

  /** The number of a user or a group: {@code IsValidUserID}. */
  static void id(Part part, String field) {
    long id = part.number(field);
    if (id < 0 || id > MAX_ID) {
      part.invalid(field, ID);
    }
  }

  /** A key and the file that its value goes to: {@code validateKeyToPath}. */
  static void keyToPath(Part item) {
    if (item.text("key").isEmpty()) {
      item.required("key", "");
    }
    path(item);
    mode(item, "mode");
    id(item, "user");
  }

  /** A field of the pod and the file that its value goes to: {@code validateDownwardAPIVolumeFile}. */
  static void downwardFile(Part file) {
    path(file);
    Part field = file.find("fieldRef");
    if (field != null) {
      SelectorFieldRules.fieldRef(field, SelectorFieldRules.VOLUME_FIELDS);
      if (file.has("resourceFieldRef")) {
        file.error(FieldError.invalid(
            file.path(),
            "resource",
            "fieldRef and resourceFieldRef can not be specified simultaneously"));
      }
    } else if (file.has("resourceFieldRef")) {
      SelectorFieldRules.resourceFieldRef(file.object("resourceFieldRef"), true);
    } else {
      file.error(
          FieldError.required(file.path(), "one of fieldRef and resourceFieldRef is required"));
    }
    mode(file, "mode");
    id(file, "user");
  }

  private static void path(Part item) {
    String path = item.text("path");
    if (path.isEmpty()) {
      item.required("path", "");
    }
    nonReserved(item, "path", path);
  }
}
