package io.plimsoll.core.apiserver;
final class Patches { Patches(Updates u, Bodies b) {} Response patch(Exchange e, Target t) throws Refusal { throw RestHandler.methodNotAllowed(); } Response scale(Exchange e, Target t, Scales s) throws Refusal { throw RestHandler.methodNotAllowed(); } }
