package io.plimsoll.core.load;

import io.plimsoll.core.manifest.Documents;
import io.plimsoll.core.manifest.Limits;
import io.plimsoll.core.manifest.Problem;
import io.plimsoll.core.manifest.Severity;
import io.plimsoll.core.manifest.Source;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The files of a path, as {@code kubectl -f} finds them: the file itself, or those of a directory that end in {@code .yaml},
 * {@code .yml} or {@code .json}, in the order of their names.
 */
final class ManifestFiles {

  private static final List<String> EXTENSIONS = List.of(".yaml", ".yml", ".json");

  private final ManifestReader reader;
  private final ReadOptions options;

  ManifestFiles(ManifestReader reader, ReadOptions options) {
    this.reader = reader;
    this.options = options;
  }

  /** Returns how many bytes a stream may have: a character of UTF-8 has three at the most, and UTF-16 a mark before it. */
  static int mostBytes(Limits limits) {
    return (int) Math.min(Integer.MAX_VALUE - 16, 3L * limits.streamSize() + 2);
  }

  void read(Path path) {
    if (!Files.isDirectory(path)) {
      readFile(path);
      return;
    }
    int files = readDirectory(path);
    if (files == 0) {
      report(
          "no-manifests",
          Severity.ERROR,
          path,
          "the directory has no file that ends in " + String.join(", ", EXTENSIONS));
    }
  }

  /** Reads the files of a directory, then those of its subdirectories, and returns how many there were. */
  private int readDirectory(Path directory) {
    int files = 0;
    try (Stream<Path> children = Files.list(directory)) {
      for (Path child : children.sorted().toList()) {
        if (!Files.isDirectory(child)) {
          files += isManifest(child) ? readFile(child) : 0;
        } else if (Files.isSymbolicLink(child)) {
          // Links may form a circle, and kubectl does not follow them.
          report(
              "skipped-directory",
              Severity.WARNING,
              child,
              "a link to a directory is not followed");
        } else if (options.recursive()) {
          files += readDirectory(child);
        }
      }
    } catch (IOException e) {
      unreadable(directory, e);
    }
    return files;
  }

  private static boolean isManifest(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return EXTENSIONS.stream().anyMatch(name::endsWith);
  }

  private int readFile(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(mostBytes(options.limits()) + 1);
      reader.read(Documents.read(Source.of(nameOf(file), bytes), options.limits()));
    } catch (IOException e) {
      unreadable(file, e);
    }
    return 1;
  }

  private void unreadable(Path path, IOException e) {
    if (e instanceof NoSuchFileException) {
      report("no-such-file", Severity.ERROR, path, "no such file or directory");
    } else {
      report("unreadable", Severity.ERROR, path, "cannot be read: " + reason(e));
    }
  }

  private static String reason(IOException e) {
    return switch (e.getClass().getSimpleName()) {
      case "AccessDeniedException" -> "access is denied";
      default -> String.valueOf(e.getMessage()).lines().findFirst().orElse("input error");
    };
  }

  private void report(String code, Severity severity, Path path, String message) {
    Problem problem = Problem.error(code, null, "\"" + nameOf(path) + "\": " + message);
    reader.report(problem.withSeverity(severity));
  }

  /** The same on every system. */
  private static String nameOf(Path path) {
    return path.toString().replace('\\', '/');
  }
}
