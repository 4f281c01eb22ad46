package io.plimsoll.core.apiserver;

import io.plimsoll.core.request.Status;

/** The end of a request that cannot be done. It never leaves the package: the chain makes it the response. */
final class Refusal extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Response.Body body;
  private final int code;

  private Refusal(int code, Response.Body body) {
    super(null, null, false, false);
    this.code = code;
    this.body = body;
  }

  static Refusal of(Status status) {
    return new Refusal(status.code(), new Response.Body.OfStatus(status));
  }

  /** Returns that only what no manifest describes could tell the answer, or that this library does not know it. */
  static Refusal unsupported(String what) {
    return of(Status.plain(501, "NotImplemented", what + " is not supported"));
  }

  /** Returns that resources that are served have no such path. */
  static Refusal pathNotFound() {
    return of(Status.pathNotFound());
  }

  /** Returns that nothing serves a path. */
  static Refusal pageNotFound() {
    return ofText(404, "404 page not found\n");
  }

  static Refusal ofText(int code, String text) {
    return new Refusal(code, new Response.Body.OfText(text));
  }

  int code() {
    return code;
  }

  Response.Body body() {
    return body;
  }
}
