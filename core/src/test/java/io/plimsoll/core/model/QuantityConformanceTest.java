package io.plimsoll.core.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.testkit.Conformance;
import io.plimsoll.testkit.ConformanceCase;
import java.util.OptionalLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Quantities: reading, canonical text, rounding, comparison and arithmetic. */
@Tag("conformance")
class QuantityConformanceTest {

  @Test
  void quantitiesAreWhatUpstreamSays() {
    Conformance.suite("objects/quantity").lines(QuantityConformanceTest::judge);
  }

  private static void judge(ConformanceCase c) {
    if (c.json().has("text")) {
      judgeOne(c, c.json());
    } else {
      judgePair(c, c.json());
    }
  }

  private static void judgeOne(ConformanceCase c, JsonNode expected) {
    Quantity quantity;
    try {
      quantity = Quantity.parse(expected.get("text").asText());
    } catch (IllegalArgumentException e) {
      c.same(expected.path("error").asText("no error"), e.getMessage());
      return;
    }
    if (expected.has("error")) {
      c.mismatch(expected.get("error").asText(), quantity.toString());
      return;
    }
    c.same(expected.get("canonical").asText(), quantity.toString());
    c.same(expected.get("format").asText(), quantity.format().toString());
    c.same(expected.get("sign").asInt(), quantity.sign());
    c.same(wholeNumber(expected.get("value")), quantity.value());
    c.same(wholeNumber(expected.get("milliValue")), quantity.milliValue());
  }

  private static OptionalLong wholeNumber(JsonNode node) {
    return node.isNull()
        ? OptionalLong.empty()
        : OptionalLong.of(node.bigIntegerValue().longValueExact());
  }

  private static void judgePair(ConformanceCase c, JsonNode expected) {
    Quantity a = Quantity.parse(expected.get("a").asText());
    Quantity b = Quantity.parse(expected.get("b").asText());

    c.same(expected.get("cmp").asInt(), a.compareTo(b));
    c.same(expected.get("equal").asBoolean(), a.equals(b));
    c.same(expected.get("add").asText(), a.add(b).toString());
    c.same(expected.get("sub").asText(), a.sub(b).toString());
  }
}
