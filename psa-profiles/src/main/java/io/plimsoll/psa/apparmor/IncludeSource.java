package io.plimsoll.psa.apparmor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Where the files that a policy includes come from: a function from a path, such as {@code abstractions/base}, to what is there. */
@FunctionalInterface
public interface IncludeSource {

  /** There is nothing to include. */
  IncludeSource NONE = path -> Optional.empty();

  /** What stands at a path. */
  sealed interface Entry {}

  /**
   * A file.
   *
   * @param text its text
   */
  record IncludedFile(String text) implements Entry {}

  /**
   * A directory.
   *
   * @param names the names of its files
   */
  record IncludedDirectory(List<String> names) implements Entry {
    public IncludedDirectory {
      names = List.copyOf(names);
    }
  }

  /** Returns what stands at a path as the policy names it, if anything does. */
  Optional<Entry> find(String path);

  /** Returns the source of files by path; a path that others lie below is a directory. */
  static IncludeSource of(Map<String, String> files) {
    NavigableMap<String, String> known = new TreeMap<>();
    files.forEach((path, text) -> known.put(normal(path), text));
    return path -> {
      String at = normal(path);
      String text = known.get(at);
      return text != null ? Optional.of(new IncludedFile(text)) : directory(known, at);
    };
  }

  private static Optional<Entry> directory(NavigableMap<String, String> known, String path) {
    String prefix = path.isEmpty() ? "" : path + "/";
    TreeSet<String> names = new TreeSet<>();
    for (String file : known.tailMap(prefix).keySet()) {
      if (!file.startsWith(prefix)) {
        break;
      }
      if (file.indexOf('/', prefix.length()) < 0) {
        names.add(file.substring(prefix.length()));
      }
    }
    boolean exists = !names.isEmpty()
        || (known.ceilingKey(prefix) != null && known.ceilingKey(prefix).startsWith(prefix));
    return exists ? Optional.of(new IncludedDirectory(new ArrayList<>(names))) : Optional.empty();
  }

  private static String normal(String path) {
    List<String> parts = new ArrayList<>();
    for (String part : path.split("/", -1)) {
      if (part.equals("..") && !parts.isEmpty()) {
        parts.remove(parts.size() - 1);
      } else if (!part.isEmpty() && !part.equals(".") && !part.equals("..")) {
        parts.add(part);
      }
    }
    return String.join("/", parts);
  }
}
