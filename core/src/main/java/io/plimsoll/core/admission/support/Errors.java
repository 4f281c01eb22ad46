package io.plimsoll.core.admission.support;

import io.plimsoll.core.request.Status;
import java.util.List;

/** Errors of upstream that are no statuses, and how several print together. */
public final class Errors {

  private Errors() {}

  /** Returns the answer to an error that is no status: the code 500 and no reason. Mirrors {@code responsewriters.ErrorToAPIStatus}. */
  public static Status plain(String message) {
    return Status.plain(500, "", message);
  }

  /** Returns several messages as one: each once, in brackets if there is more than one. Mirrors {@code utilerrors.NewAggregate}. */
  public static String aggregate(List<String> messages) {
    List<String> once = messages.stream().distinct().toList();
    return once.size() == 1 ? once.get(0) : "[" + String.join(", ", once) + "]";
  }
}
