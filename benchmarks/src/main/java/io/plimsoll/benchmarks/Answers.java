package io.plimsoll.benchmarks;

import io.plimsoll.core.apiserver.Response;

/** Answers that a benchmark must get: one that measures refusals by mistake says so. */
final class Answers {

  private Answers() {}

  static Response created(Response response) {
    if (response.code() != 201) {
      throw new IllegalStateException("not created: " + response.message());
    }
    return response;
  }
}
