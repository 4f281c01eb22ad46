package io.plimsoll.psa.apparmor;

import io.plimsoll.core.manifest.Location;
import io.plimsoll.core.manifest.Source;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The texts that are read, one within the other. Mirrors {@code include_filename} of {@code parser_lex.l}, {@code parser_include.c} and
 * {@code _aa_is_blacklisted} of libapparmor.
 *
 * <p>A file is included once in each block; so files that include themselves end, but blocks that do would not: there are limits.
 */
final class Inputs {

  private static final int DEEPEST = 200;
  private static final long LONGEST = 64L << 20;

  private static final List<String> IGNORED = List.of(
      ".dpkg-new",
      ".dpkg-old",
      ".dpkg-dist",
      ".dpkg-bak",
      ".dpkg-remove",
      ".pacsave",
      ".pacnew",
      ".rpmnew",
      ".rpmsave",
      ".orig",
      ".rej",
      "~");

  private final IncludeSource includes;
  private final Deque<Input> open = new ArrayDeque<>();
  private final Deque<Set<String>> included = new ArrayDeque<>();
  private long length;

  Inputs(Source source, IncludeSource includes) {
    this.includes = includes;
    included.push(new HashSet<>());
    open.push(new Input(SourceText.of(source)));
  }

  /** A text and how far it has been read. */
  static final class Input {
    final SourceText source;
    final String text;
    int position;

    Input(SourceText source) {
      this.source = source;
      this.text = source.bytes();
    }
  }

  Input current() {
    return open.getFirst();
  }

  /** Leaves a text that has been read; returns whether there was another around it. */
  boolean leave() {
    if (open.size() == 1) {
      return false;
    }
    open.pop();
    return true;
  }

  void enterBlock() {
    included.push(new HashSet<>());
  }

  void leaveBlock() {
    included.pop();
  }

  /**
   * Includes what an instruction names.
   *
   * @param searched whether it is in angle brackets: then it counts as another file than the same name without them
   */
  void include(String name, boolean searched, boolean ifExists, Location place) {
    String key = searched ? "<" + name : name;
    if (included.getFirst().contains(key)) {
      return;
    }
    IncludeSource.Entry entry = includes.find(ByteText.text(name)).orElse(null);
    if (entry == null) {
      if (ifExists) {
        return;
      }
      throw PolicyException.of("include", place, "Could not open '" + ByteText.text(name) + "'");
    }
    included.getFirst().add(key);
    if (entry instanceof IncludeSource.IncludedFile file) {
      enter(name, file.text(), place);
    } else if (entry instanceof IncludeSource.IncludedDirectory directory) {
      enterAll(name, key, directory.names(), place);
    }
  }

  /** The last file of a directory is read first, as each is put in front. */
  private void enterAll(String directory, String key, List<String> names, Location place) {
    List<String> sorted = new ArrayList<>(names);
    sorted.sort((a, b) -> ByteText.of(a).compareTo(ByteText.of(b)));
    for (String name : sorted) {
      String path = directory + "/" + ByteText.of(name);
      if (!isIgnored(name)
          && included.getFirst().add(key + "/" + ByteText.of(name))
          && includes.find(ByteText.text(path)).orElse(null)
              instanceof IncludeSource.IncludedFile file) {
        enter(path, file.text(), place);
      }
    }
  }

  private void enter(String name, String text, Location place) {
    length += text.length();
    if (open.size() >= DEEPEST || length > LONGEST) {
      throw PolicyException.of(
          "limit",
          place,
          "includes are nested too deep, or too long: '" + ByteText.text(name) + "'");
    }
    open.push(new Input(SourceText.of(Source.of(ByteText.text(name), text))));
  }

  private static boolean isIgnored(String name) {
    return name.isEmpty()
        || name.startsWith(".")
        || name.equals("README")
        || IGNORED.stream().anyMatch(suffix -> endsFirst(name, suffix));
  }

  /** The suffix counts where it stands for the first time. */
  private static boolean endsFirst(String name, String suffix) {
    int at = name.indexOf(suffix);
    return at >= 0 && at + suffix.length() == name.length();
  }
}
