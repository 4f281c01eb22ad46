package io.plimsoll.psa.apparmor;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What becomes of a process that executes a file.
 *
 * @param qualifier the permission as a rule has it: {@code ix}, {@code Px}, {@code pux}, {@code Cix}, …; lower case where the environment
 *     is not cleaned
 * @param target the profile it changes to, where the rule names one
 */
public record ExecTransition(String qualifier, Optional<String> target) {

  static ExecTransition of(int exec, List<String> named) {
    int index = (exec & FileBits.INDEX) >> FileBits.INDEX_SHIFT;
    boolean inherit = (exec & FileBits.INHERIT) != 0;
    if (index == 0) {
      return new ExecTransition(inherit ? "ix" : "x", Optional.empty());
    }
    String letters = (index == FileBits.UNCONFINED >> FileBits.INDEX_SHIFT
            ? "u"
            : index == FileBits.LOCAL >> FileBits.INDEX_SHIFT ? "c" : "p")
        + ((exec & FileBits.PUX) != 0 ? "u" : "");
    boolean cleaned = (exec & FileBits.UNSAFE) == 0;
    String first = cleaned ? letters.toUpperCase(Locale.ROOT) : letters;
    return new ExecTransition(
        first + (inherit ? "ix" : "x"),
        index < FileBits.FIRST_NAMED
            ? Optional.empty()
            : Optional.of(ByteText.text(named.get(index - FileBits.FIRST_NAMED))));
  }

  /** Returns {@code pix -> helper}. */
  @Override
  public String toString() {
    return qualifier + target.map(name -> " -> " + name).orElse("");
  }
}
