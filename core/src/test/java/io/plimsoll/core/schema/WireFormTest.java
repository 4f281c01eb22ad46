package io.plimsoll.core.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Source;
import io.plimsoll.core.manifest.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Objects as Go decodes and encodes them. */
class WireFormTest {

  private static final ObjectType POD = Schema.kubernetes().type("v1", "Pod").orElseThrow();

  @Test
  void whatIsUnknownOrNullIsDropped() {
    MappingValue pod = json(
        "{\"kind\":\"Pod\",\"odd\":1,\"spec\":{\"nodeName\":null,\"containers\":[{\"name\":\"a\",\"x\":2}]}}");

    assertThat(WireForm.decode(pod, POD).toString())
        .isEqualTo("{\"kind\":\"Pod\",\"spec\":{\"containers\":[{\"name\":\"a\"}]}}");
  }

  @Test
  void nullsInListsAndMapsAreZero() {
    MappingValue pod = json(
        "{\"metadata\":{\"labels\":{\"a\":null}},\"spec\":{\"containers\":[null],\"hostAliases\":[{\"hostnames\":[null]}]}}");

    assertThat(WireForm.decode(pod, POD).toString())
        .isEqualTo(
            "{\"metadata\":{\"labels\":{\"a\":\"\"}},\"spec\":{\"containers\":[{\"name\":\"\",\"resources\":{}}],"
                + "\"hostAliases\":[{\"hostnames\":[\"\"]}]}}");
  }

  @Test
  void quantitiesBecomeCanonical() {
    MappingValue pod =
        json("{\"spec\":{\"overhead\":{\"cpu\":\"1000m\",\"memory\":1024,\"x\":\" 2 \"}}}");

    assertThat(WireForm.decode(pod, POD).toString())
        .isEqualTo("{\"spec\":{\"overhead\":{\"cpu\":\"1\",\"memory\":\"1024\",\"x\":\"2\"}}}");
  }

  @Test
  void whatNeedsNoChangeStaysTheSameInstance() {
    MappingValue pod = json("{\"kind\":\"Pod\",\"spec\":{\"containers\":[]}}");

    assertThat(WireForm.decode(pod, POD)).isSameAs(pod);
  }

  @Test
  void zeroIsLeftOutWhereTheTagSaysSoAndAddedWhereItDoesNot() {
    MappingValue pod = json(
        "{\"metadata\":{\"labels\":{}},\"spec\":{\"hostNetwork\":false,\"containers\":[{\"name\":\"a\",\"stdin\":false,"
            + "\"securityContext\":{\"privileged\":false}}]}}");

    assertThat(WireForm.encode(pod, POD).toString())
        .isEqualTo(
            "{\"metadata\":{},\"spec\":{\"containers\":[{\"name\":\"a\",\"securityContext\":{\"privileged\":false},"
                + "\"resources\":{}}]},\"status\":{}}");
  }

  @Test
  void aFieldWithoutAPointerOrAnOmissionIsWritten() {
    ObjectType role =
        Schema.kubernetes().type("rbac.authorization.k8s.io/v1", "Role").orElseThrow();

    assertThat(WireForm.encode(MappingValue.empty(), role).toString())
        .isEqualTo("{\"metadata\":{},\"rules\":null}");
  }

  @ParameterizedTest(name = "{0} and {1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"hostNetwork\":false} | {} | true",
        "{\"nodeSelector\":{}} | {} | true",
        "{\"volumes\":[]} | {} | true",
        "{\"securityContext\":{}} | {} | false",
        "{\"priority\":0} | {} | false",
        "{\"overhead\":{\"cpu\":\"1\"}} | {\"overhead\":{\"cpu\":\"1e0\"}} | true",
        "{\"overhead\":{\"cpu\":\"1\"}} | {\"overhead\":{\"cpu\":\"2\"}} | false",
        "{\"volumes\":[{\"name\":\"a\"}]} | {\"volumes\":[{\"name\":\"b\"}]} | false",
      })
  void absentAndEmptyMeanTheSameButForPointers(String a, String b, boolean same) {
    ObjectType spec = Schema.kubernetes().type("core.v1.PodSpec").orElseThrow();

    assertThat(WireForm.isSame(json(a), json(b), spec)).isEqualTo(same);
    assertThat(WireForm.isSame(json(b), json(a), spec)).isEqualTo(same);
  }

  private static MappingValue json(String text) {
    return (MappingValue) Value.parseJson(Source.of("test.json", text));
  }
}
