package io.plimsoll.core.apiserver;

/** Requests that ask the server instead of storing anything. */
final class Reviews {

  boolean handles(Scope scope) {
    return false;
  }

  Response answer(Exchange exchange, Scope scope) throws Refusal {
    throw RestHandler.methodNotAllowed();
  }
}
