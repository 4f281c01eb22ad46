package io.plimsoll.posture;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The files that flags name: texts by their paths, and a directory that stands for the root of the server's file system.
 *
 * @param texts the texts by their paths
 * @param root where other files are, if anywhere
 */
record FlagFiles(Map<String, String> texts, Optional<Path> root) {

  static final FlagFiles NONE = new FlagFiles(Map.of(), Optional.empty());

  FlagFiles with(String path, String text) {
    Map<String, String> all = new LinkedHashMap<>(texts);
    all.put(path, text);
    return new FlagFiles(all, root);
  }

  FlagFiles below(Path directory) {
    return new FlagFiles(texts, Optional.of(directory));
  }

  /** Returns the text of a file; nothing if there is none. */
  Optional<String> find(String path) {
    return Optional.ofNullable(texts.get(path)).or(() -> onDisk(path).flatMap(FlagFiles::readable));
  }

  private static Optional<String> readable(Path file) {
    try {
      return Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  /** Returns where a file is: below the root, wherever its path leads. */
  private Optional<Path> onDisk(String path) {
    return root.map(directory ->
        directory.resolve(Path.of("/").resolve(path).normalize().toString().substring(1)));
  }

  /** Returns what the operating system says of a file that cannot be read. Mirrors {@code os.ReadFile}. */
  String error(String path) {
    Optional<Path> file = onDisk(path);
    if (file.isPresent() && Files.isDirectory(file.get())) {
      return "read " + path + ": is a directory";
    }
    boolean there = file.isPresent() && Files.exists(file.get());
    return "open " + path + ": " + (there ? "permission denied" : "no such file or directory");
  }
}
