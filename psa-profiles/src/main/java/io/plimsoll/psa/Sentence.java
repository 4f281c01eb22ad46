package io.plimsoll.psa;

/** Puts findings into upstream's words. */
@FunctionalInterface
interface Sentence {

  String detail(Findings findings);
}
