package io.plimsoll.core.patch;

import static io.plimsoll.core.patch.Patching.document;
import static io.plimsoll.core.patch.Patching.refusal;
import static io.plimsoll.core.patch.Patching.tree;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.schema.ObjectType;
import io.plimsoll.core.schema.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrategicMergePatchTest {

  private static final ObjectType SPEC =
      Schema.kubernetes().type("core.v1.PodSpec").orElseThrow();
  private static final ObjectType META =
      Schema.kubernetes().type("meta.v1.ObjectMeta").orElseThrow();

  @ParameterizedTest(name = "{1} on {0}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      {'containers':[{'name':'a','image':'x'}]} | {'containers':[{'name':'a','tty':true}]} | {'containers':[{'name':'a','image':'x','tty':true}]}
      {'containers':[{'name':'a'},{'name':'b'}]} | {'containers':[{'name':'c'},{'name':'a'}]} | {'containers':[{'name':'c'},{'name':'a'},{'name':'b'}]}
      {'containers':[{'name':'a'},{'name':'b'}]} | {'containers':[{'name':'a','$patch':'delete'}]} | {'containers':[{'name':'b'}]}
      {'containers':[{'name':'a'}]} | {'containers':[{'name':'b'},{'$patch':'replace'}]} | {'containers':[{'name':'b'}]}
      {'containers':[{'name':'a'},{'name':'b'}]} | {'$setElementOrder/containers':[{'name':'b'},{'name':'a'}]} | {'containers':[{'name':'b'},{'name':'a'}]}
      {'tolerations':[{'key':'a'}]} | {'tolerations':[{'key':'b'}]} | {'tolerations':[{'key':'b'}]}
      {'securityContext':{'runAsUser':1}} | {'securityContext':{'$patch':'replace','runAsGroup':2}} | {'securityContext':{'runAsGroup':2}}
      {'securityContext':{'runAsUser':1}} | {'securityContext':{'$patch':'delete'}} | {'securityContext':{}}
      {'securityContext':{'runAsUser':1,'runAsGroup':2}} | {'securityContext':{'$retainKeys':['runAsUser'],'runAsUser':3}} | {'securityContext':{'runAsUser':3}}
      {'hostname':'a'} | {'hostname':null,'subdomain':null} | {}
      {'containers':[{'name':'a'}]} | {'containers':[{'name':['a'],'$patch':'delete'}]} | {'containers':[{'name':'a'}]}
      {'containers':[{'name':'a'}]} | {'$setElementOrder/containers':[{'name':'b'},{'name':{}}],'containers':[{'name':'b'}]} | {'containers':[{'name':'b'},{'name':'a'}]}
      {} | {'dnsConfig':{'searches':null,'options':[{'$patch':'delete'}]}} | {'dnsConfig':{'options':[]}}
      """)
  void mergesAsTheTypeSays(String document, String patch, String expected) {
    assertThat(document(StrategicMergePatch.apply(tree(document), tree(patch), SPEC)))
        .isEqualTo(tree(expected));
  }

  @ParameterizedTest(name = "{1} on {0}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      {'finalizers':['a','b']} | {'finalizers':['c','a']} | {'finalizers':['c','a','b']}
      {'finalizers':['a','b']} | {'$deleteFromPrimitiveList/finalizers':['a']} | {'finalizers':['b']}
      {'finalizers':['a','b']} | {'$setElementOrder/finalizers':['b','a']} | {'finalizers':['b','a']}
      """)
  void mergesListsOfScalars(String document, String patch, String expected) {
    assertThat(document(StrategicMergePatch.apply(tree(document), tree(patch), META)))
        .isEqualTo(tree(expected));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      {'$retainKeys':'x'} | 400 | invalid patch format of retainKeys
      {'$retainKeys':[],'hostname':'a'} | 400 | invalid patch format of retainKeys
      {'$deleteFromPrimitiveList':[]} | 400 | invalid patch format of primitive list
      {'$setElementOrder':[]} | 400 | invalid patch format of setElementOrder list
      {'$setElementOrder/containers':'x'} | 500 | expected a []interface {}, but received a string
      {'$setElementOrder/nothing':[]} | 500 | unable to find api field in struct PodSpec for the json field "nothing"
      {'$setElementOrder/nodeSelector':[]} | 500 | expected slice or array type, but got: struct
      {'containers':['x']} | 500 | list element types are not identical: [[map[name:a]] [x]]
      {'containers':[{'name':'a','$patch':'merge'}]} | 500 | merging lists cannot yet be specified in the patch
      {'containers':[{'name':'a','$patch':1.5}]} | 500 | unknown patch type: %!s(float64=1.5) in map: map[$patch:1.5 name:a]
      {'containers':[{'image':'a','x':null}]} | 500 | map: map[image:a x:<nil>] does not contain declared merge key: name
      {'$setElementOrder/containers':['x']} | 500 | value for key 0 is not a map
      {'$setElementOrder/containers':[{'name':'a'},'x']} | 500 | expected a map[string]interface {}, but received a string
      {'hostname':[{'x':1e400}]} | 400 | invalid JSON document
      [] | 400 | invalid JSON document
      """)
  void saysWhyAMergeIsImpossible(String patch, int code, String expected) {
    Value document = tree("{'containers':[{'name':'a'}]}");

    assertThat(refusal(StrategicMergePatch.apply(document, tree(patch), SPEC)))
        .isEqualTo(new PatchResult.Refused(code, expected));
  }

  @Test
  void thePatchIsOrderedFirst() {
    ObjectType account = Schema.kubernetes().type("v1", "ServiceAccount").orElseThrow();
    Value document = tree("{'imagePullSecrets':[{'name':'a'}]}");
    Value patch = tree("{'$setElementOrder/imagePullSecrets':[0],'imagePullSecrets':[]}");

    assertThat(refusal(StrategicMergePatch.apply(document, patch, account)).message())
        .isEqualTo("expected a map[string]interface {}, but received a int64");
  }

  @Test
  void whereGoPanicsThereIsAClearError() {
    Value document = tree("{'finalizers':['a']}");

    assertThat(refusal(StrategicMergePatch.apply(
                document, tree("{'$setElementOrder/finalizers':[{'x':1}]}"), META))
            .message())
        .isEqualTo(
            "a strategic merge patch cannot tell items of lists apart by an object, as here: {\"x\":1}");
  }

  @Test
  void whatIsNotTouchedIsShared() {
    Value document = tree("{'containers':[{'name':'a'},{'name':'b'}],'hostname':'x'}");
    Value patch = tree("{'containers':[{'name':'a','image':'x'}]}");

    MappingValue patched =
        (MappingValue) document(StrategicMergePatch.apply(document, patch, SPEC));

    assertThat(patched.get("hostname")).isSameAs(((MappingValue) document).get("hostname"));
    assertThat(document(StrategicMergePatch.apply(document, tree("{}"), SPEC))).isSameAs(document);
  }
}
