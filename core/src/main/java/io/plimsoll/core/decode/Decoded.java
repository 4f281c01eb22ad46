package io.plimsoll.core.decode;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.schema.FieldValidation;
import java.util.List;

/** What becomes of the body of a request: an object, or the reason why there is none. */
public sealed interface Decoded {

  /**
   * The body is an object of the kind that was expected.
   *
   * @param object what the server goes on with, as it holds it: without unknown fields and nulls, with quantities in their canonical
   *     form, and of a field that was set again what Go makes of it; the version and the kind are always there
   * @param strictErrors what is unknown or was set again, in order and in upstream's words; empty if nobody asked
   */
  record Accepted(MappingValue object, List<String> strictErrors) implements Decoded {
    public Accepted {
      strictErrors = List.copyOf(strictErrors);
    }
  }

  /**
   * The server does not go on.
   *
   * @param code the HTTP code: 400; 415 for a media type that is not read; 501 for a body that only upstream reads; of patches also
   *     413, 422 and 500
   * @param reason the reason in the {@code Status}, such as {@code BadRequest}; empty with 500
   * @param message the message in the {@code Status}, in upstream's words but with 501
   * @param causes the causes in the {@code Status}
   * @param strictErrors what is unknown or was set again, in order; empty if the decoder did not get that far
   */
  record Refused(
      int code, String reason, String message, List<Cause> causes, List<String> strictErrors)
      implements Decoded {
    public Refused {
      causes = List.copyOf(causes);
      strictErrors = List.copyOf(strictErrors);
    }
  }

  /**
   * A cause in a {@code Status}.
   *
   * @param reason what is wrong in a word
   * @param message what is wrong in a sentence
   * @param field the field that it is about
   */
  record Cause(String reason, String message, String field) {}

  /** Returns what is unknown or was set again. */
  List<String> strictErrors();

  /**
   * Returns the texts of the {@code Warning} headers, in order. Mirrors {@code addStrictDecodingWarnings} of {@code
   * k8s.io/apiserver}: what YAML says in several lines becomes several warnings.
   */
  default List<String> warnings(FieldValidation validation) {
    return validation == FieldValidation.WARN ? StrictErrors.warnings(strictErrors()) : List.of();
  }
}
