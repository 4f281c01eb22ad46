package io.plimsoll.core.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Source;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.schema.FieldValidation;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BodyDecoderTest {

  private static final BodyDecoder PODS = BodyDecoder.of("v1", "Pod");

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      {'spec':{'hostnetwork':true}} | unknown field "spec.hostnetwork" | {'kind':'Pod','apiVersion':'v1','spec':{}}
      {'spec':{'volumes':[{},{'x y':1}]}} | unknown field "spec.volumes[1].x y" | {'kind':'Pod','apiVersion':'v1','spec':{'volumes':[{},{}]}}
      {'metadata':{'labels':{'a':'1','a':'2'}}} | duplicate field "metadata.labels.a" | {'kind':'Pod','apiVersion':'v1','metadata':{'labels':{'a':'2'}}}
      {'spec':{'hostname':'a'},'spec':{'subdomain':'b'}} | duplicate field "spec" | {'kind':'Pod','apiVersion':'v1','spec':{'hostname':'a','subdomain':'b'}}
      {'spec':{'hostname':'a','hostname':null}} | duplicate field "spec.hostname" | {'kind':'Pod','apiVersion':'v1','spec':{'hostname':'a'}}
      {'spec':{'priority':1,'priority':null}} | duplicate field "spec.priority" | {'kind':'Pod','apiVersion':'v1','spec':{}}
      {'KIND':'Pod'} | unknown field "KIND" | {'kind':'Pod','apiVersion':'v1'}
      """)
  void keepsWhatTheServerKeepsAndWarns(String body, String warning, String kept) {
    Decoded decoded = json(body, FieldValidation.WARN);

    assertThat(decoded.warnings(FieldValidation.WARN)).containsExactly(warning);
    assertThat(object(decoded)).isEqualTo(tree(kept));
    assertThat(object(json(body, FieldValidation.IGNORE))).isEqualTo(tree(kept));
    assertThat(message(json(body, FieldValidation.STRICT)))
        .isEqualTo(
            "Pod in version \"v1\" cannot be handled as a Pod: strict decoding error: " + warning);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      {'spec':{'containers':'x'}} | json: cannot unmarshal string into Go struct field PodSpec.spec.containers of type []v1.Container
      {'spec':{'containers':[{'env':[{'valueFrom':{'secretKeyRef':{'name':1}}}]}]}} | json: cannot unmarshal number into Go struct field SecretKeySelector.spec.containers.env.valueFrom.secretKeyRef.LocalObjectReference.name of type string
      {'spec':{'priority':3000000000}} | json: cannot unmarshal number 3000000000 into Go struct field PodSpec.spec.priority of type int32
      {'spec':{'priority':1.0}} | json: cannot unmarshal number 1.0 into Go struct field PodSpec.spec.priority of type int32
      {'spec':{'priority':'1'},'metadata':1} | json: cannot unmarshal string into Go struct field PodSpec.spec.priority of type int32
      {'metadata':{'labels':{'a':['x']}}} | json: cannot unmarshal array into Go struct field ObjectMeta.metadata.labels of type string
      {'metadata':{'creationTimestamp':1}} | json: cannot unmarshal number into Go struct field ObjectMeta.metadata.creationTimestamp of type string
      {'metadata':{'creationTimestamp':'x'}} | parsing time "x" as "2006-01-02T15:04:05Z07:00": cannot parse "x" as "2006"
      {'spec':{'priority':'1','overhead':{'cpu':'x'}}} | quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'
      {'spec':{'containers':[{'livenessProbe':{'httpGet':{'port':true}}}]}} | json: cannot unmarshal bool into Go struct field HTTPGetAction.spec.containers.livenessProbe.ProbeHandler.httpGet.port of type int32
      {'apiVersion':'v1','kind':'Service'} | converting (v1.Service) to (core.Pod): unknown conversion
      {'apiVersion':'v2','kind':'Pod'} | no kind "Pod" is registered for version "v2" in scheme "pkg/api/legacyscheme/scheme.go:30"
      {'apiVersion':'x/','kind':'Pod'} | Object 'apiVersion' is missing in '{"apiVersion":"x/","kind":"Pod"}'
      """)
  void saysWhatCannotBeHandled(String body, String error) {
    assertThat(message(json(body, FieldValidation.IGNORE)))
        .contains(" cannot be handled as a Pod: ")
        .endsWith(": " + error);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      [] | couldn't get version/kind; json parse error: json: cannot unmarshal array into Go value of type struct { APIVersion string "json:\\"apiVersion,omitempty\\""; Kind string "json:\\"kind,omitempty\\"" } (5b5d)
      {'kind':1} | couldn't get version/kind; json parse error: json: cannot unmarshal number into Go struct field .kind of type string ({"kind":1})
      {'metadata':{'name':'a long name'}, | couldn't get version/kind; json parse error: unexpected end of JSON input ({"metadata":{"name":"a long na ...)
      {'apiVersion':'a/b/c'} | unexpected GroupVersion string: a/b/c ({"apiVersion":"a/b/c"})
      """)
  void saysWhatIsNotRecognized(String body, String error) {
    assertThat(message(json(body, FieldValidation.IGNORE)))
        .isEqualTo("the object provided is unrecognized (must be of type Pod): " + error);
  }

  @Test
  void anEmptyBodyIsNoJsonButAnEmptyDocumentOfYaml() {
    assertThat(message(json("", FieldValidation.WARN)))
        .endsWith("json parse error: unexpected end of JSON input (<empty>)");
    assertThat(object(PODS.decode(MediaType.YAML, "", FieldValidation.WARN)))
        .isEqualTo(tree("{'kind':'Pod','apiVersion':'v1'}"));
  }

  @Test
  void duplicatesOfYamlComeFirstAndInOneError() {
    String body = """
        metadata:
          nme: x
          labels:
            a: x
            a: z
          labels:
            1: y
            1: z
        """;

    Decoded decoded = PODS.decode("application/yaml", body, FieldValidation.WARN);

    assertThat(decoded.strictErrors()).hasSize(2);
    assertThat(decoded.warnings(FieldValidation.WARN))
        .containsExactly(
            "line 5: key \"a\" already set in map",
            "line 8: key 1 already set in map",
            "line 7: key \"labels\" already set in map",
            "unknown field \"metadata.nme\"");
    assertThat(object(decoded))
        .isEqualTo(tree("{'metadata':{'labels':{'1':'z'}},'kind':'Pod','apiVersion':'v1'}"));
  }

  @Test
  void fieldsOfYamlAreMetByName() {
    String body = "spec: {zone: 1, hostname: 2}\nmetadata: 3\n";

    assertThat(message(PODS.decode(MediaType.YAML, body, FieldValidation.STRICT)))
        .endsWith(
            "cannot unmarshal number into Go struct field Pod.metadata of type v1.ObjectMeta");
  }

  @Test
  void anotherVersionIsAnotherObject() {
    BodyDecoder deployments = BodyDecoder.of("apps/v1", "Deployment");
    String body = "{\"apiVersion\":\"apps/v1beta1\",\"kind\":\"Deployment\"}";

    assertThat(message(deployments.decode(MediaType.JSON, body, FieldValidation.WARN)))
        .isEqualTo("the API version in the data (apps/v1beta1) does not match the expected API"
            + " version (apps/v1)");
    assertThat(deployments
            .accepting(Set.of("apps/v1", "apps/v1beta1"))
            .decode(MediaType.JSON, body, FieldValidation.WARN))
        .isInstanceOf(Decoded.Accepted.class);
  }

  @Test
  void otherMediaTypesAreRefused() {
    assertThat(PODS.decode("text/plain", "{}", FieldValidation.WARN))
        .isEqualTo(new Decoded.Refused(
            415,
            "UnsupportedMediaType",
            "the body of the request was in an unknown format - accepted media types include:"
                + " application/json, application/yaml, application/vnd.kubernetes.protobuf",
            List.of(),
            List.of()));
  }

  @ParameterizedTest
  @EnumSource(FieldValidation.class)
  void whatFitsIsKeptAsItIs(FieldValidation validation) {
    MappingValue pod = tree("{'apiVersion':'v1','kind':'Pod','metadata':{'name':'a'}}");

    assertThat(object(PODS.decode(pod, validation))).isSameAs(pod);
  }

  @Test
  void theNameOfTheSchemeIsAnOption() {
    assertThat(message(PODS.inScheme("x.go:1")
            .decode(MediaType.JSON, "{\"apiVersion\":\"x\"}", FieldValidation.WARN)))
        .endsWith("in scheme \"x.go:1\"");
  }

  @Test
  void anObjectIsDecodedAsItsJsonIs() {
    String body = "{\"apiVersion\":\"apps/\",\"kind\":\"Pod\"}";
    MappingValue object = tree(body);

    assertThat(PODS.decode(object, FieldValidation.WARN))
        .isEqualTo(json(body, FieldValidation.WARN));
    assertThat(message(PODS.decode(object, FieldValidation.WARN)))
        .endsWith("Object 'apiVersion' is missing in '" + body + "'");
  }

  @Test
  void anApiVersionHasOneSlashAtMost() {
    assertThatThrownBy(() -> BodyDecoder.of("a/b/c", "Pod"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not an API version: \"a/b/c\"");
  }

  private static Decoded json(String body, FieldValidation validation) {
    return PODS.decode(MediaType.JSON, body.replace('\'', '"'), validation);
  }

  private static MappingValue tree(String json) {
    return (MappingValue) Value.parseJson(Source.of("test", json.replace('\'', '"')));
  }

  private static MappingValue object(Decoded decoded) {
    return ((Decoded.Accepted) decoded).object();
  }

  private static String message(Decoded decoded) {
    return ((Decoded.Refused) decoded).message();
  }
}
