package io.plimsoll.core.apiserver;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.Stamps;
import java.util.random.RandomGenerator;

/** What upstream draws at random, made from the state: the same state gives the same. */
final class Generated {

  /** What generated names end with: no vowels, nothing that looks like something else. */
  private static final String ALPHABET = "bcdfghjklmnpqrstvwxz2456789";

  private static final int SUFFIX_LENGTH = 5;

  private Generated() {}

  /** Returns the uid of a new object. */
  static String uid(ServerState state, MappingValue object) {
    return uid(state.revision(), object);
  }

  /** Returns the uid of an object that was there at a revision, or made after it. */
  static String uid(long revision, MappingValue object) {
    return Stamps.uid(
        Long.toString(revision),
        Fields.of(object).text("kind"),
        Meta.namespace(object),
        Meta.name(object));
  }

  /** Returns what a generated name ends with. Mirrors {@code k8s.io/apimachinery/pkg/util/rand.String(5)}. */
  static String suffix(ServerState state) {
    return suffix(state.revision());
  }

  /** Returns what the generated name of the object of this number ends with. */
  static String suffix(long number) {
    StringBuilder suffix = new StringBuilder();
    long random = mix(number);
    for (int i = 0; i < SUFFIX_LENGTH; i++) {
      suffix.append(ALPHABET.charAt((int) Long.remainderUnsigned(random, ALPHABET.length())));
      random = Long.divideUnsigned(random, ALPHABET.length());
    }
    return suffix.toString();
  }

  /** Returns numbers that look random, others each time of so many at a revision. */
  static RandomGenerator random(ServerState state, long times) {
    return new SplitMix(state.revision() + (times << Integer.SIZE));
  }

  /** SplitMix64. */
  private static final class SplitMix implements RandomGenerator {

    private long seed;

    SplitMix(long seed) {
      this.seed = seed;
    }

    @Override
    public long nextLong() {
      seed += 0x9e3779b97f4a7c15L;
      return mix(seed);
    }
  }

  /** The finalizer of SplitMix64, which makes neighbours look unrelated. */
  private static long mix(long seed) {
    long z = seed + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
