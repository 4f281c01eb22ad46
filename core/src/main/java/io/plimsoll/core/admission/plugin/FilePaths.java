package io.plimsoll.core.admission.plugin;

import java.util.ArrayDeque;
import java.util.Deque;

/** Paths that one file has of others. Mirrors {@code makeAbs} of {@code k8s.io/apiserver/pkg/admission/config.go}. */
final class FilePaths {

  private FilePaths() {}

  /** Returns a path in a file as seen from where the file's own path is seen from; an absolute one stays as it is. */
  static String resolve(String file, String path) {
    if (path.startsWith("/")) {
      return path;
    }
    return clean(file.substring(0, file.lastIndexOf('/') + 1).concat(path));
  }

  /** Returns the shortest path to the same: {@code filepath.Clean}. */
  private static String clean(String path) {
    boolean absolute = path.startsWith("/");
    Deque<String> steps = new ArrayDeque<>();
    for (String step : path.split("/", -1)) {
      boolean up = step.equals("..");
      if (up && !steps.isEmpty() && !steps.getLast().equals("..")) {
        steps.removeLast();
      } else if (!step.isEmpty() && !step.equals(".") && !(up && absolute)) {
        steps.addLast(step);
      }
    }
    String joined = String.join("/", steps);
    return absolute ? "/".concat(joined) : joined;
  }
}
