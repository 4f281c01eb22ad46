package io.plimsoll.core.patch;

import static io.plimsoll.core.patch.Patching.document;
import static io.plimsoll.core.patch.Patching.refusal;
import static io.plimsoll.core.patch.Patching.tree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Value;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonPatchTest {

  private static final Value POD = tree("{'metadata':{'labels':{'a':'x'}},'spec':{'c':[1,2,3]}}");

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      [{'op':'add','path':'/spec/c/1','value':9}] | {'metadata':{'labels':{'a':'x'}},'spec':{'c':[1,9,2,3]}}
      [{'op':'add','path':'/spec/c/-','value':9}] | {'metadata':{'labels':{'a':'x'}},'spec':{'c':[1,2,3,9]}}
      [{'op':'add','path':'/spec/c/-1','value':9}] | {'metadata':{'labels':{'a':'x'}},'spec':{'c':[1,2,3,9]}}
      [{'op':'remove','path':'/spec/c/-1'}] | {'metadata':{'labels':{'a':'x'}},'spec':{'c':[1,2]}}
      [{'op':'replace','path':'/spec/new','value':9}] | {'metadata':{'labels':{'a':'x'}},'spec':{'c':[1,2,3],'new':9}}
      [{'op':'replace','path':'','value':{'a':1}}] | {'a':1}
      [{'op':'move','from':'/spec/c','path':'/c'}] | {'metadata':{'labels':{'a':'x'}},'spec':{},'c':[1,2,3]}
      [{'op':'copy','from':'/spec/none','path':'/c'}] | {'metadata':{'labels':{'a':'x'}},'spec':{'c':[1,2,3]},'c':null}
      [{'op':'remove','path':'no/metadata'}] | {'spec':{'c':[1,2,3]}}
      [{'op':'test','path':'/none'}] | {'metadata':{'labels':{'a':'x'}},'spec':{'c':[1,2,3]}}
      null | {'metadata':{'labels':{'a':'x'}},'spec':{'c':[1,2,3]}}
      """)
  void changesADocument(String patch, String expected) {
    assertThat(document(JsonPatch.apply(POD, tree(patch)))).isEqualTo(tree(expected));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      [{'op':'add','path':'/spec/c/x','value':9}] | error in add for path: '/spec/c/x': value was not a proper array index: 'x': strconv.Atoi: parsing "x": invalid syntax
      [{'op':'add','path':'/spec/c/9','value':9}] | error in add for path: '/spec/c/9': Unable to access invalid index: 9: invalid index referenced
      [{'op':'remove','path':'/spec/c/99999999999999999999'}] | error in remove for path: '/spec/c/99999999999999999999': strconv.Atoi: parsing "99999999999999999999": value out of range
      [{'op':'remove','path':'/spec/x'}] | error in remove for path: '/spec/x': Unable to remove nonexistent key: x: missing value
      [{'op':'replace','path':'/spec/c/7','value':1}] | replace operation does not apply: doc is missing key: /spec/c/7: missing value
      [{'op':'replace','path':'','value':1}] | replace operation value must be object or array: %!w(<nil>)
      [{'op':'replace','path':1}] | replace operation failed to decode path: json: cannot unmarshal number into Go value of type string
      [{'op':'test','path':'/spec/c/0','value':1.0}] | testing value /spec/c/0 failed: test failed
      [{'op':'move','from':'/spec/x','path':'/c'}] | error in move for path: 'x': Unable to remove nonexistent key: x: missing value
      [null] | Unexpected kind: unknown
      """)
  void saysWhyAChangeIsImpossible(String patch, String expected) {
    assertThat(refusal(JsonPatch.apply(POD, tree(patch))))
        .isEqualTo(new PatchResult.Refused(422, expected));
  }

  @Test
  void whatIsNoPatchIsABadRequest() {
    assertThat(JsonPatch.apply(POD, "[1]"))
        .isEqualTo(new PatchResult.Refused(
            400, "json: cannot unmarshal number into Go value of type jsonpatch.Operation"));
    assertThat(JsonPatch.apply(POD, "{}"))
        .isEqualTo(new PatchResult.Refused(
            400, "json: cannot unmarshal object into Go value of type jsonpatch.Patch"));
    assertThat(JsonPatch.apply(POD, "[{]"))
        .isEqualTo(new PatchResult.Refused(
            400, "invalid character ']' looking for beginning of object key string"));
  }

  @Test
  void whatIsNotTouchedIsShared() {
    Value patched =
        document(JsonPatch.apply(POD, tree("[{'op':'add','path':'/metadata/x','value':1}]")));

    assertThat(((MappingValue) patched).get("spec")).isSameAs(((MappingValue) POD).get("spec"));
  }

  @Test
  void valuesThatAreAddedOneAfterTheOtherAreSeenByWhatFollows() {
    Value document = tree("{'a':{'x':1},'b':{}}");
    String patch = "[{'op':'add','path':'/a/y','value':2},{'op':'add','path':'/a/x','value':3},"
        + "{'op':'add','path':'/a/y/z','value':4}]";
    assertThat(refusal(JsonPatch.apply(document, tree(patch))).message())
        .isEqualTo("add operation does not apply: doc is missing path: \"/a/y/z\": missing value");
    patch = "[{'op':'add','path':'/a/y','value':{}},{'op':'add','path':'/a/m~1n','value':5},"
        + "{'op':'add','path':'/a/y/z','value':4},{'op':'add','path':'/b/c','value':1},"
        + "{'op':'copy','from':'/a','path':'/b/a'},{'op':'remove','path':'/a'}]";
    assertThat(document(JsonPatch.apply(document, tree(patch))))
        .hasToString("{\"b\":{\"c\":1,\"a\":{\"x\":1,\"y\":{\"z\":4},\"m/n\":5}}}");
  }

  @Test
  void manyValuesAreAddedInTheTimeThatFewTake() {
    StringBuilder patch = new StringBuilder("[");
    for (int i = 0; i < 50_000; i++) {
      patch
          .append(i == 0 ? "" : ",")
          .append("{'op':'add','path':'/a/k")
          .append(i)
          .append("','value':1}");
    }
    Value operations = tree(patch.append("]").toString());

    PatchResult result = assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> JsonPatch.apply(tree("{'a':{}}"), operations));

    assertThat(((MappingValue) ((MappingValue) document(result)).get("a")).size())
        .isEqualTo(50_000);
  }

  @Test
  void copiesAreLimited() {
    String doubling = "{'op':'copy','from':'/a','path':'/a/-'},".repeat(40);
    String patch = "[" + doubling + "{'op':'test','path':''}]";

    assertThat(refusal(JsonPatch.apply(tree("{'a':['" + "x".repeat(1000) + "']}"), tree(patch)))
            .message())
        .startsWith("Unable to complete the copy, the accumulated size increase of copy is ")
        .endsWith(", exceeding the limit 3145728");
  }
}
