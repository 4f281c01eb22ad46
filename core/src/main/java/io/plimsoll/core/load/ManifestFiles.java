package io.plimsoll.core.load;

import io.plimsoll.core.manifest.Documents;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.Limits;
import io.plimsoll.core.manifest.Problem;
import io.plimsoll.core.manifest.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The files of a path, as {@code kubectl -f} finds them: the file itself, or those of a directory that end in {@code .yaml},
 * {@code .yml} or {@code .json}. The children of a directory come in the order of their names, files and directories alike.
 *
 * <p>Mirrors {@code ExpandPathsToFileVisitors} of {@code k8s.io/cli-runtime/pkg/resource}.
 */
final class ManifestFiles {

  private static final List<String> EXTENSIONS = List.of(".yaml", ".yml", ".json");

  private final ManifestReader reader;
  private final ReadOptions options;

  /** How many files were read or reported as unreadable. */
  private int met;

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
    boolean hasDirectories = readDirectory(path);
    if (met == 0) {
      error(
          "no-manifests",
          path,
          "the directory has no file that ends in " + String.join(", ", EXTENSIONS)
              + (hasDirectories && !options.recursive()
                  ? "; its subdirectories are not read"
                  : ""));
    }
  }

  /** Returns whether there are other directories in it. */
  private boolean readDirectory(Path directory) {
    boolean hasDirectories = false;
    for (Path child : children(directory)) {
      if (Files.isDirectory(child)) {
        hasDirectories = true;
        readSubdirectory(child);
      } else if (isManifest(child)) {
        readIfRegular(child);
      } else if (isManifest(child.resolveSibling(lowerCase(child)))) {
        warning("skipped-file", child, "not read, as kubectl wants the ending in lower case");
      }
    }
    return hasDirectories;
  }

  private void readSubdirectory(Path directory) {
    if (!options.recursive()) {
      return;
    }
    if (Files.isSymbolicLink(directory)) {
      // Links may form a circle, and kubectl does not follow them.
      warning("skipped-directory", directory, "a link to a directory is not followed");
    } else {
      readDirectory(directory);
    }
  }

  private List<Path> children(Path directory) {
    try (Stream<Path> children = Files.list(directory)) {
      // The same order on every system, unlike that of paths.
      return children
          .sorted(Comparator.comparing(child -> child.getFileName().toString(), GoText::compare))
          .toList();
    } catch (IOException e) {
      unreadable(directory, e);
    } catch (UncheckedIOException e) {
      unreadable(directory, new IOException("input error", e));
    }
    return List.of();
  }

  private static boolean isManifest(Path file) {
    return EXTENSIONS.stream().anyMatch(file.getFileName().toString()::endsWith);
  }

  private static String lowerCase(Path file) {
    return file.getFileName().toString().toLowerCase(Locale.ROOT);
  }

  /** A pipe or a device is read only where it was asked for by its name: it may have no end. */
  private void readIfRegular(Path file) {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      met++;
      error("unreadable", file, "not a regular file");
    } else {
      readFile(file);
    }
  }

  private void readFile(Path file) {
    met++;
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(mostBytes(options.limits()) + 1);
      reader.read(Documents.read(Source.of(nameOf(file), bytes), options.limits()));
    } catch (IOException e) {
      unreadable(file, e);
    }
  }

  private void unreadable(Path path, IOException e) {
    met++;
    if (e instanceof NoSuchFileException) {
      error("no-such-file", path, "no such file or directory");
    } else {
      error("unreadable", path, "cannot be read: " + reason(e));
    }
  }

  private static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "access is denied";
    }
    // The message of these starts with the path.
    String text = e instanceof FileSystemException system ? system.getReason() : e.getMessage();
    return text == null ? "input error" : text.lines().findFirst().orElse("input error");
  }

  private void error(String code, Path path, String message) {
    reader.report(Problem.error(code, null, named(path) + message));
  }

  private void warning(String code, Path path, String message) {
    reader.report(Problem.warning(code, null, named(path) + message));
  }

  private static String named(Path path) {
    return "\"" + nameOf(path) + "\": ";
  }

  /** The same on every system. */
  static String nameOf(Path path) {
    return path.toString().replace(path.getFileSystem().getSeparator(), "/");
  }
}
