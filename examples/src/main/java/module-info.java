/** A sample consumer of the library. */
module io.plimsoll.examples {
  requires io.plimsoll.core;
  requires io.plimsoll.psa;
  requires static org.jspecify;
}
