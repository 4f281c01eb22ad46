package io.plimsoll.core.apiserver;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.request.ApiRequest;
import io.plimsoll.core.request.Status;
import io.plimsoll.core.validation.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reading what a container wrote: what the server says of it before it asks the node, whose answer no manifest knows. Mirrors
 * {@code LogREST} of {@code pkg/registry/core/pod/rest} and {@code ValidatePodLogOptions}.
 */
final class PodLogs {

  private static final String POSITIVE = "must be greater than 0";

  private PodLogs() {}

  static Response read(Exchange exchange, Scope scope) throws Refusal {
    ApiRequest request = exchange.request();
    List<FieldError> errors = errors(request);
    if (!errors.isEmpty()) {
      throw Refusal.of(Status.invalid("", "PodLogOptions", scope.name(), errors));
    }
    MappingValue pod = Store.get(exchange, scope);
    PodContainers.check(pod, request.parameter("container"));
    if (PodContainers.node(pod).isEmpty()) {
      return exchange.answer(200, new Response.Body.OfText(""));
    }
    throw Refusal.unsupported("reading the log of " + scope.ref());
  }

  private static List<FieldError> errors(ApiRequest request) throws Refusal {
    Parameters parameters = new Parameters(request);
    Long since = parameters.int64("sinceSeconds");
    Long tail = parameters.int64("tailLines");
    Long limit = parameters.int64("limitBytes");
    String time = request.parameter("sinceTime");
    Optional<String> noTime = time.isEmpty() ? Optional.empty() : GoText.timeError(time);
    if (noTime.isPresent()) {
      throw Refusal.of(Status.badRequest(noTime.get()));
    }
    List<FieldError> errors = new ArrayList<>();
    if (tail != null && tail < 0) {
      errors.add(FieldError.invalid(
          FieldPath.of("tailLines"), tail, "must be greater than or equal to 0"));
    }
    if (limit != null && limit < 1) {
      errors.add(FieldError.invalid(FieldPath.of("limitBytes"), limit, POSITIVE));
    }
    if (since != null && !time.isEmpty()) {
      errors.add(FieldError.forbidden(
          FieldPath.ROOT, "at most one of `sinceTime` or `sinceSeconds` may be specified"));
    } else if (since != null && since < 1) {
      errors.add(FieldError.invalid(FieldPath.of("sinceSeconds"), since, POSITIVE));
    }
    if (!request.parameterValues("stream").isEmpty()) {
      errors.add(FieldError.forbidden(FieldPath.of("stream"), "may not be specified"));
    }
    return errors;
  }
}
