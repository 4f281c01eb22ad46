package io.plimsoll.core.load;

import io.plimsoll.core.manifest.Documents;
import io.plimsoll.core.manifest.Problem;
import io.plimsoll.core.manifest.Severity;
import io.plimsoll.core.manifest.Source;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.KubeObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The objects of manifests, in the order they were written, and everything that is wrong with them.
 *
 * <p>Lists are taken apart. Each object is checked against {@link io.plimsoll.core.schema.Schema Kubernetes' table of fields};
 * one that has errors is here all the same, as far as it could be understood, so that nothing else is lost: who wants only
 * faultless manifests calls {@link #orThrow}. A document that could not be read, or has no kind, is not here and named by a
 * problem; an input without any object is a warning.
 *
 * @param objects the objects
 * @param problems what is wrong, file by file and in the order of the text
 */
public record Manifests(List<KubeObject> objects, List<Problem> problems) {

  public Manifests {
    objects = List.copyOf(objects);
    problems = List.copyOf(problems);
  }

  /**
   * Reads a file, or the files right in a directory that end in {@code .yaml}, {@code .yml} or {@code .json}, in the order of
   * their names, strictly.
   */
  public static Manifests read(Path path) {
    return read(path, ReadOptions.DEFAULT);
  }

  /**
   * Reads a file or a directory. A file that is missing or cannot be read is a problem. Locations show names as they follow from
   * the path: relative if it is, with forward slashes.
   */
  public static Manifests read(Path path, ReadOptions options) {
    ManifestReader reader = new ManifestReader(options);
    new ManifestFiles(reader, options).read(path);
    return reader.manifests(ManifestFiles.nameOf(path));
  }

  /** Reads a text; the name is what locations show. */
  public static Manifests read(String name, String text) {
    return read(name, text, ReadOptions.DEFAULT);
  }

  /** Reads a text; the name is what locations show. */
  public static Manifests read(String name, String text, ReadOptions options) {
    ManifestReader reader = new ManifestReader(options);
    reader.read(Documents.read(Source.of(name, text), options.limits()));
    return reader.manifests(name);
  }

  /**
   * Reads a text to its end, without closing it.
   *
   * @throws IOException if the reader does
   */
  public static Manifests read(String name, Reader text, ReadOptions options) throws IOException {
    // One character more than may be is enough for the reader of documents to see it is too long.
    return read(name, Bounded.read(text, options.limits().streamSize() + 1), options);
  }

  /**
   * Reads bytes, UTF-8 or UTF-16 with a byte order mark, to their end, without closing the stream.
   *
   * @throws IOException if the stream does
   */
  public static Manifests read(String name, InputStream bytes, ReadOptions options)
      throws IOException {
    ManifestReader reader = new ManifestReader(options);
    byte[] all = bytes.readNBytes(ManifestFiles.mostBytes(options.limits()) + 1);
    reader.read(Documents.read(Source.of(name, all), options.limits()));
    return reader.manifests(name);
  }

  /** Reads one object, or one list of objects, strictly. */
  public static Manifests read(Map<String, ?> object) {
    return read(object, ReadOptions.DEFAULT);
  }

  /**
   * Reads one object, or one list of objects, from plain maps, lists, strings, numbers and booleans, as any client's own
   * serializer makes them. Problems have no place, but the path of the field.
   *
   * @throws IllegalArgumentException if there is anything else in it, or it is nested too deep: see {@link Value#from}
   */
  public static Manifests read(Map<String, ?> object, ReadOptions options) {
    ManifestReader reader = new ManifestReader(options);
    reader.read(new Documents(List.of(Value.from(object)), List.of()));
    return reader.manifests();
  }

  /**
   * Returns these manifests if nothing is wrong with them but for warnings.
   *
   * @throws ManifestException if there is any error, naming every problem
   */
  public Manifests orThrow() {
    for (Problem problem : problems) {
      if (problem.severity() == Severity.ERROR) {
        throw new ManifestException(problems);
      }
    }
    return this;
  }
}
