package io.plimsoll.core.patch;

import static io.plimsoll.core.patch.Patching.document;
import static io.plimsoll.core.patch.Patching.tree;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonMergePatchTest {

  @ParameterizedTest(name = "{1} on {0}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      {'a':'b'} | {'a':'c'} | {'a':'c'}
      {'a':'b','b':'c'} | {'a':null} | {'b':'c'}
      {'a':{'b':'c'}} | {'a':{'b':'d','c':null}} | {'a':{'b':'d'}}
      {'a':[{'b':'c'}]} | {'a':[1]} | {'a':[1]}
      {'a':'b'} | {'a':{'b':{'c':null}}} | {'a':{'b':{}}}
      {} | {'a':[{'b':null},null]} | {'a':[{},null]}
      {'a':{}} | {'a':[{'b':null}]} | {'a':[{'b':null}]}
      {'a':'b'} | ['c'] | ['c']
      {'a':null} | {'b':null} | {'a':null}
      """)
  void mergesObjectsAndReplacesTheRest(String document, String patch, String expected) {
    assertThat(document(JsonMergePatch.apply(tree(document), tree(patch))))
        .isEqualTo(tree(expected));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "1", "'x'", "[", ""})
  void whatIsNoPatchIsABadRequest(String patch) {
    assertThat(JsonMergePatch.apply(tree("{}"), patch.replace('\'', '"')))
        .isEqualTo(new PatchResult.Refused(400, "Invalid JSON Patch"));
  }

  @Test
  void whatIsNotTouchedIsShared() {
    Value document = tree("{'a':{'x':1},'b':{'y':2}}");

    MappingValue patched =
        (MappingValue) document(JsonMergePatch.apply(document, tree("{'a':{'x':3}}")));

    assertThat(patched.get("b")).isSameAs(((MappingValue) document).get("b"));
    assertThat(document(JsonMergePatch.apply(document, tree("{'c':null}")))).isSameAs(document);
  }
}
