package io.plimsoll.core.apiserver;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.model.FieldSelector;
import io.plimsoll.core.model.Selector;
import io.plimsoll.core.request.ApiRequest;
import io.plimsoll.core.request.Status;
import io.plimsoll.core.validation.FieldError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which objects are wanted, and how many of them at a time. Mirrors {@code internalversion.ListOptions} and its validation.
 *
 * @param labels what labels they must have
 * @param fields what fields they must have
 * @param limit how many at most, 0 for all
 * @param continuation the token of a list that goes on, or empty
 * @param resourceVersion how new they must be, or empty
 * @param match how that is meant, or empty
 */
record ListOptions(
    Selector labels,
    FieldSelector fields,
    long limit,
    String continuation,
    String resourceVersion,
    String match) {

  private static final String EXACT = "Exact";
  private static final String NOT_OLDER = "NotOlderThan";
  private static final FieldPath MATCH = FieldPath.of("resourceVersionMatch");
  private static final FieldPath INITIAL = FieldPath.of("sendInitialEvents");

  /** Reads the options of a request; refuses what is invalid. */
  static ListOptions of(Exchange exchange, Scope scope) throws Refusal {
    ApiRequest request = exchange.request();
    Parameters parameters = new Parameters(request);
    parameters.int64("timeoutSeconds");
    Long limit = parameters.int64("limit");
    ListOptions options = new ListOptions(
        labels(request.parameter("labelSelector")),
        SelectableFields.read(request.parameter("fieldSelector")),
        limit == null ? 0 : limit,
        request.parameter("continue"),
        request.parameter("resourceVersion"),
        request.parameter("resourceVersionMatch"));
    boolean watch = Boolean.TRUE.equals(parameters.bool("watch"));
    Boolean initial = parameters.bool("sendInitialEvents");
    List<FieldError> errors = watch ? options.watchErrors(initial) : options.listErrors(initial);
    if (!errors.isEmpty()) {
      throw Refusal.of(Status.invalid("meta.k8s.io", "ListOptions", "", errors));
    }
    return options.selecting(SelectableFields.of(exchange, scope).known(options.fields));
  }

  private ListOptions selecting(FieldSelector others) {
    return new ListOptions(labels, others, limit, continuation, resourceVersion, match);
  }

  private static Selector labels(String query) throws Refusal {
    try {
      return query.isEmpty() ? Selector.EVERYTHING : Selector.parse(query);
    } catch (IllegalArgumentException invalid) {
      throw Refusal.of(Status.badRequest(String.valueOf(invalid.getMessage())));
    }
  }

  private List<FieldError> listErrors(@Nullable Boolean initial) {
    List<FieldError> errors = new ArrayList<>();
    if (!match.isEmpty()) {
      if (resourceVersion.isEmpty()) {
        errors.add(FieldError.forbidden(
            MATCH, "resourceVersionMatch is forbidden unless resourceVersion is provided"));
      }
      addContinued(errors);
      if (!match.equals(EXACT) && !match.equals(NOT_OLDER)) {
        errors.add(FieldError.notSupported(MATCH, match, List.of(EXACT, NOT_OLDER, "")));
      }
      if (isExact() && resourceVersion.equals("0")) {
        errors.add(FieldError.forbidden(
            MATCH, "resourceVersionMatch \"exact\" is forbidden for resourceVersion \"0\""));
      }
    }
    if (initial != null) {
      errors.add(FieldError.forbidden(INITIAL, "sendInitialEvents is forbidden for list"));
    }
    return errors;
  }

  private List<FieldError> watchErrors(@Nullable Boolean initial) {
    List<FieldError> errors = new ArrayList<>();
    if (initial != null && !match.equals(NOT_OLDER)) {
      errors.add(FieldError.forbidden(
          MATCH, "sendInitialEvents requires setting resourceVersionMatch to " + NOT_OLDER));
    }
    if (!match.isEmpty()) {
      if (initial == null) {
        errors.add(FieldError.forbidden(
            MATCH,
            "resourceVersionMatch is forbidden for watch unless sendInitialEvents is provided"));
      }
      if (!match.equals(NOT_OLDER)) {
        errors.add(FieldError.notSupported(MATCH, match, List.of(NOT_OLDER)));
      }
      addContinued(errors);
    }
    return errors;
  }

  private void addContinued(List<FieldError> errors) {
    if (!continuation.isEmpty()) {
      errors.add(FieldError.forbidden(
          MATCH, "resourceVersionMatch is forbidden when continue is provided"));
    }
  }

  boolean isExact() {
    return match.equals(EXACT);
  }

  /** Returns whether every object is wanted, so that those that are left can be counted. */
  boolean selectsAll() {
    return labels.equals(Selector.EVERYTHING) && fields.terms().isEmpty();
  }
}
