package io.plimsoll.core.admission.support;

import io.plimsoll.core.admission.Admission;
import io.plimsoll.core.model.LabelSyntax;
import java.util.Map;

/** Keys of notes for the audit log. Mirrors {@code checkKeyFormat} of {@code k8s.io/apiserver/pkg/admission}. */
public final class AuditKeys {

  private AuditKeys() {}

  /** Returns an answer with further notes; those whose key is no qualified name with a prefix are dropped. */
  public static Admission annotate(Admission answer, String prefix, Map<String, String> notes) {
    Admission noted = answer;
    for (Map.Entry<String, String> note : notes.entrySet()) {
      String key = prefix.concat(note.getKey());
      if (key.indexOf('/') >= 0 && LabelSyntax.keyErrors(key).isEmpty()) {
        noted = noted.withAuditAnnotation(key, note.getValue());
      }
    }
    return noted;
  }
}
