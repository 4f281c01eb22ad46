package io.plimsoll.core.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.schema.FieldValidation;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class BodyDecoderProperties {

  private static final BodyDecoder PODS = BodyDecoder.of("v1", "Pod");

  @Property
  void whatIsKeptFits(@ForAll("bodies") String body) {
    if (PODS.decode(MediaType.JSON, body, FieldValidation.IGNORE)
        instanceof Decoded.Accepted accepted) {
      assertThat(PODS.decode(accepted.object(), FieldValidation.STRICT)).isEqualTo(accepted);
    }
  }

  @Property
  void strictAndLenientDecodersDifferInStrictErrorsOnly(@ForAll("bodies") String body) {
    Decoded strict = PODS.decode(MediaType.JSON, body, FieldValidation.STRICT);
    Decoded lenient = PODS.decode(MediaType.JSON, body, FieldValidation.IGNORE);

    if (strict.strictErrors().isEmpty()) {
      assertThat(strict).isEqualTo(lenient);
    } else {
      assertThat(strict).isInstanceOf(Decoded.Refused.class);
      assertThat(lenient).isInstanceOf(Decoded.Accepted.class);
    }
  }

  /** Bodies whose names are mostly known and written again now and then. */
  @Provide
  Arbitrary<String> bodies() {
    return object(4);
  }

  private static Arbitrary<String> object(int depth) {
    Arbitrary<String> names = Arbitraries.of(
        "metadata", "spec", "labels", "name", "containers", "image", "hostNetwork", "x", "items");
    Arbitrary<String> entries =
        names.flatMap(name -> value(depth - 1).map(value -> "\"" + name + "\":" + value));
    return joined(entries.list().ofMaxSize(4), "{", "}");
  }

  private static Arbitrary<String> value(int depth) {
    Arbitrary<String> scalars = Arbitraries.of("1", "\"a\"", "true", "null");
    return depth == 0
        ? scalars
        : Arbitraries.oneOf(
            scalars, object(depth), joined(object(depth).list().ofMaxSize(2), "[", "]"));
  }

  private static Arbitrary<String> joined(Arbitrary<List<String>> parts, String start, String end) {
    return parts.map(list -> start + String.join(",", list) + end);
  }
}
