package io.plimsoll.core.apiserver;
final class Tokens { Response create(Exchange e, Target t) throws Refusal { throw RestHandler.methodNotAllowed(); } }
