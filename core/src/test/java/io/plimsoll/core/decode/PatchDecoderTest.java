package io.plimsoll.core.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Source;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.patch.PatchType;
import io.plimsoll.core.schema.FieldValidation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PatchDecoderTest {

  private static final MappingValue CONFIG =
      tree("{'apiVersion':'v1','kind':'ConfigMap','metadata':{'name':'c'},'data':{'k':'v'}}");

  private static final PatchDecoder CONFIGS = PatchDecoder.of("v1", "ConfigMap");

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      JSON | [{'op':'replace','path':'/data/k','value':'w'}]
      MERGE | {'data':{'k':'w'}}
      STRATEGIC_MERGE | {'data':{'k':'w'}}
      """)
  void changesAnObject(PatchType type, String patch) {
    assertThat(decode(type, patch, FieldValidation.STRICT))
        .isEqualTo(
            new Decoded.Accepted(tree(CONFIG.toString().replace("\"v\"", "\"w\"")), List.of()));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      JSON | [{'op':'add','path':'/datta','value':{'x':'y'}}] | unknown field "datta"
      JSON | [{'op':'test','path':'/kind','value':'ConfigMap','x':1}] | json patch unknown field "[0].x"
      JSON | [{'op':'remove','op':'test','path':'/data/k','value':'v'}] | json patch duplicate field "[0].op"
      MERGE | {'datta':{'x':'y'}} | unknown field "datta"
      MERGE | {'data':{'a':'1','a':'2'}} | duplicate field "data.a"
      STRATEGIC_MERGE | {'datta':{'x':'y'}} | unknown field "datta"
      STRATEGIC_MERGE | {'data':{'a':'1','a':'2'}} | duplicate field "data.a"
      """)
  void warnsOfWhatIsDropped(PatchType type, String patch, String warning) {
    Decoded warned = decode(type, patch, FieldValidation.WARN);
    Decoded strict = decode(type, patch, FieldValidation.STRICT);

    assertThat(warned).isInstanceOf(Decoded.Accepted.class);
    assertThat(warned.warnings(FieldValidation.WARN)).containsExactly(warning);
    assertThat(decode(type, patch, FieldValidation.IGNORE).strictErrors()).isEmpty();
    assertThat(strict).isInstanceOfSatisfying(Decoded.Refused.class, refused -> {
      assertThat(refused.code()).isEqualTo(422);
      assertThat(refused.message()).endsWith("strict decoding error: " + warning);
    });
  }

  @Test
  void theStatusShowsWhatWasPatched() {
    String error = "strict decoding error: unknown field \"datta\"";

    assertThat(decode(PatchType.STRATEGIC_MERGE, "{'datta':{'x':'y'}}", FieldValidation.STRICT))
        .isEqualTo(invalid("\"map[datta:map[x:y]]\": " + error, error));
    assertThat(decode(PatchType.MERGE, "{'datta':{'x':'y'}}", FieldValidation.STRICT))
        .isEqualTo(invalid(
            "\"{\\\"apiVersion\\\":\\\"v1\\\",\\\"data\\\":{\\\"k\\\":\\\"v\\\"},"
                + "\\\"datta\\\":{\\\"x\\\":\\\"y\\\"},\\\"kind\\\":\\\"ConfigMap\\\","
                + "\\\"metadata\\\":{\\\"name\\\":\\\"c\\\"}}\": " + error,
            error));
  }

  private static Decoded invalid(String value, String error) {
    return new Decoded.Refused(
        422,
        "Invalid",
        " \"\" is invalid: patch: Invalid value: " + value,
        List.of(new Decoded.Cause("FieldValueInvalid", "Invalid value: " + value, "patch")),
        List.of(error.substring("strict decoding error: ".length())));
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      JSON | [{'op':'x'}] | 422 | Invalid | the server rejected our request due to an error in our request
      JSON | {} | 400 | BadRequest | error decoding patch: json: cannot unmarshal object into Go value of type []handlers.jsonPatchOp
      JSON | [1] | 400 | BadRequest | error decoding patch: json: cannot unmarshal number into Go value of type handlers.jsonPatchOp
      JSON | [{'op':1}] | 400 | BadRequest | error decoding patch: json: cannot unmarshal number into Go struct field jsonPatchOp.op of type string
      MERGE | [] | 400 | BadRequest | error decoding patch: json: cannot unmarshal array into Go value of type map[string]interface {}
      MERGE | null | 400 | BadRequest | Invalid JSON Patch
      STRATEGIC_MERGE | 1 | 400 | BadRequest | json: cannot unmarshal number into Go value of type map[string]interface {}
      STRATEGIC_MERGE | {'$retainKeys':1} | 400 | BadRequest | invalid patch format of retainKeys
      STRATEGIC_MERGE | {'$patch':1} | 500 | `` | unknown patch type: %!s(int64=1) in map: map[$patch:1]
      """)
  void saysWhatIsWrongWithAPatch(
      PatchType type, String patch, int code, String reason, String message) {
    assertThat(decode(type, patch, FieldValidation.STRICT))
        .isEqualTo(new Decoded.Refused(code, reason, message, List.of(), List.of()));
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      MERGE | {'data':{'k':1}} | json: cannot unmarshal number into Go struct field ConfigMap.data of type string
      MERGE | {'apiVersion':'v2'} | no kind "ConfigMap" is registered for version "v2" in scheme "pkg/api/legacyscheme/scheme.go:30"
      STRATEGIC_MERGE | {'data':{'k':1}} | cannot convert int64 to string
      STRATEGIC_MERGE | {'data':{'k':true}} | unrecognized type: string
      STRATEGIC_MERGE | {'data':['k']} | cannot restore map from slice
      STRATEGIC_MERGE | {'metadata':1} | cannot restore struct from: int64
      STRATEGIC_MERGE | {'immutable':'x'} | unrecognized type: bool
      STRATEGIC_MERGE | {'binaryData':{'k':'!'}} | error decoding from json: illegal base64 data at input byte 0
      STRATEGIC_MERGE | {'metadata':{'generation':1.5}} | cannot convert float64 to int64
      STRATEGIC_MERGE | {'metadata':{'finalizers':'x'}} | cannot restore slice from string
      """)
  void saysWhatIsWrongWithWhatWasPatched(PatchType type, String patch, String error) {
    assertThat(decode(type, patch, FieldValidation.IGNORE))
        .isInstanceOfSatisfying(Decoded.Refused.class, refused -> {
          assertThat(refused.code()).isEqualTo(422);
          assertThat(refused.message()).endsWith("\": " + error);
        });
  }

  @ParameterizedTest
  @EnumSource(PatchType.class)
  void whatIsNoJsonIsNoPatch(PatchType type) {
    assertThat(decode(type, "{", FieldValidation.IGNORE))
        .isEqualTo(
            new Decoded.Refused(400, "BadRequest", "invalid JSON patch", List.of(), List.of()));
  }

  @Test
  void aPatchHasTenThousandOperationsAtMost() {
    String operation = "{'op':'test','path':'/kind','value':'ConfigMap'}";
    String patch = "[" + (operation + ",").repeat(10_000) + operation + "]";

    assertThat(decode(PatchType.JSON, patch, FieldValidation.IGNORE))
        .isEqualTo(new Decoded.Refused(
            413,
            "RequestEntityTooLarge",
            "Request entity too large: The allowed maximum operations in a JSON patch is 10000,"
                + " got 10001",
            List.of(),
            List.of()));
  }

  @Test
  void mediaTypesNameThePatch() {
    assertThat(PatchType.ofContentType("application/merge-patch+json; charset=utf-8"))
        .contains(PatchType.MERGE);
    assertThat(PatchType.ofContentType("application/json")).isEmpty();
  }

  private static Decoded decode(PatchType type, String patch, FieldValidation validation) {
    return CONFIGS.decode(type, CONFIG, patch.replace('\'', '"'), validation);
  }

  private static MappingValue tree(String json) {
    return (MappingValue) Value.parseJson(Source.of("test", json.replace('\'', '"')));
  }
}
