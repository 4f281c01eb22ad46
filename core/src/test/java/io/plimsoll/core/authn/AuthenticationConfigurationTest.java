package io.plimsoll.core.authn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticationConfigurationTest {

  private static final String LOAD =
      "failed to load authentication configuration from file \"a.yaml\": ";
  private static final String INVALID = "invalid authentication configuration: ";

  private static void refused(String text, String message) {
    assertThatExceptionOfType(AuthenticationSettingsException.class)
        .isThrownBy(
            () -> Authenticators.builder().authenticationConfig("a.yaml", text).build())
        .withMessage(message);
  }

  private static String file(String version, String rest) {
    return ("{'apiVersion':'apiserver.config.k8s.io/" + version
            + "','kind':'AuthenticationConfiguration'" + rest + "}")
        .replace('\'', '"');
  }

  private static String issuer(String issuer, String rest) {
    return file(
        "v1",
        ",'jwt':[{'issuer':{" + issuer
            + "},'claimMappings':{'username':{'claim':'sub','prefix':''}}" + rest + "}]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1", "v1beta1", "v1alpha1"})
  void allVersionsAreRead(String version) {
    assertThat(AuthenticationConfiguration.parse("a.yaml", file(version, "")))
        .isEqualTo(AuthenticationConfiguration.empty());
  }

  @Test
  void yamlIsReadToo() {
    AuthenticationConfiguration read = AuthenticationConfiguration.parse("a.yaml", """
        apiVersion: apiserver.config.k8s.io/v1beta1
        kind: AuthenticationConfiguration
        jwt:
        - issuer:
            url: https://issuer.example
            audiences: [a, b]
            audienceMatchPolicy: MatchAny
          claimMappings:
            username: {claim: sub, prefix: ""}
        anonymous:
          enabled: true
          conditions:
          - path: /livez
        """);

    assertThat(read.jwt()).singleElement().satisfies(jwt -> {
      assertThat(jwt.issuer().audiences()).containsExactly("a", "b");
      assertThat(jwt.claimMappings().username())
          .isEqualTo(AuthenticationConfiguration.PrefixedClaimOrExpression.of("sub", ""));
      assertThat(jwt.claimMappings().groups())
          .isEqualTo(AuthenticationConfiguration.PrefixedClaimOrExpression.NONE);
    });
    assertThat(read.anonymous())
        .hasValueSatisfying(anonymous -> assertThat(anonymous.conditions())
            .containsExactly(new AuthenticationConfiguration.AnonymousAuthCondition("/livez")));
  }

  @Test
  void decodingIsStrict() {
    refused("", LOAD + "empty config data");
    refused(
        file("v2", ""),
        LOAD + "no kind \"AuthenticationConfiguration\" is registered for version"
            + " \"apiserver.config.k8s.io/v2\" in scheme \"pkg/runtime/scheme.go:111\"");
    refused(
        file("v1", ",'jwt':[{'issuer':{'uri':'x'}}],'annonymous':{}"),
        LOAD
            + "strict decoding error: unknown field \"jwt[0].issuer.uri\", unknown field \"annonymous\"");
    refused(
        file("v1", ",'jwt':[{'issuer':{'url':7}}]"),
        LOAD
            + "json: cannot unmarshal number into Go struct field Issuer.jwt.issuer.url of type string");
    refused(
        file("v1", ",'jwt':[{'issuer':'x'}]"),
        LOAD
            + "json: cannot unmarshal string into Go struct field JWTAuthenticator.jwt.issuer of type v1.Issuer");
    refused(
        "apiVersion: apiserver.config.k8s.io/v1\nkind: AuthenticationConfiguration\nkind: AuthenticationConfiguration\n",
        LOAD
            + "strict decoding error: yaml: unmarshal errors:\n  line 3: key \"kind\" already set in map");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      'url':''                              | url: Required value
      'url':'http://a'                      | url: Invalid value: "http://a": URL scheme must be https
      'url':'https://u:p@a'                 | url: Invalid value: "https://u:p@a": URL must not contain a username or password
      'url':'https://a?b'                   | url: Invalid value: "https://a?b": URL must not contain a query
      'url':'https://a#b'                   | url: Invalid value: "https://a#b": URL must not contain a fragment
      'url':':a'                            | url: Invalid value: ":a": parse ":a": missing protocol scheme
      'url':'https://a:b'                   | url: Invalid value: "https://a:b": parse "https://a:b": invalid port ":b" after host
      'url':'https://a/%zz'                 | url: Invalid value: "https://a/%zz": parse "https://a/%zz": invalid URL escape "%zz"
      'url':'https://a','discoveryURL':'https://a/'     | discoveryURL: Invalid value: "https://a/": discoveryURL must be different from URL
      'url':'https://a','certificateAuthority':'x'      | certificateAuthority: Invalid value: "<omitted>": data does not contain any valid RSA or ECDSA certificates
      'url':'https://a','egressSelectorType':'etcd'     | egressSelectorType: Invalid value: "etcd": egress selector must be either controlplane or cluster
      'url':'https://a','audienceMatchPolicy':'x'       | audienceMatchPolicy: Invalid value: "x": audienceMatchPolicy must be empty or MatchAny for single audience
      """)
  void anIssuerIsAUrlOfHttps(String issuer, String error) {
    refused(issuer(issuer + ",'audiences':['c']", ""), INVALID + "jwt[0].issuer." + error);
  }

  @Test
  void audiencesAreDifferentAndNotEmpty() {
    refused(
        issuer("'url':'https://a','audiences':['','b','b']", ""),
        INVALID
            + "[jwt[0].issuer.audiences[0]: Required value, jwt[0].issuer.audiences[2]: Duplicate value: \"b\","
            + " jwt[0].issuer.audienceMatchPolicy: Invalid value: \"\": audienceMatchPolicy must be MatchAny for"
            + " multiple audiences]");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      [{}]                                            | [0]: Required value: claim or expression is required
      [{'claim':'a','expression':'b'}]                | [0]: Invalid value: "a": claim and expression can't both be set
      [{'claim':'a','message':'m'}]                   | [0].message: Invalid value: "m": may not be specified when claim is set
      [{'claim':'a'},{'claim':'a'}]                   | [1].claim: Duplicate value: "a"
      [{'expression':'a','requiredValue':'r'}]        | [0].requiredValue: Invalid value: "r": may not be specified when expression is set
      [{'expression':'a'},{'expression':'a'}]         | [1].expression: Duplicate value: "a"
      """)
  void aClaimRuleIsAClaimOrAnExpression(String rules, String error) {
    refused(
        issuer("'url':'https://a','audiences':['c']", ",'claimValidationRules':" + rules),
        INVALID + "jwt[0].claimValidationRules" + error);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      'groups':{'claim':'g'}                              | groups.prefix: Required value: prefix is required when claim is set. It can be set to an empty string to disable prefixing
      'groups':{'claim':'g','expression':'e'}             | groups: Invalid value: "": claim and expression can't both be set
      'groups':{'expression':'e','prefix':'p'}            | groups.prefix: Invalid value: "p": may not be specified when expression is set
      'uid':{'claim':'g','expression':'e'}                | uid: Invalid value: "": claim and expression can't both be set
      'extra':[{'key':'','valueExpression':'e'}]          | extra[0].key: Required value
      'extra':[{'key':'a','valueExpression':'e'}]         | extra[0].key: Invalid value: "a": must be a domain-prefixed path (such as "acme.io/foo")
      'extra':[{'key':'a.b/c d','valueExpression':'e'}]   | extra[0].key: Invalid value: "c d": Invalid path (regex used for validation is '[A-Za-z0-9/\\-._~%!$&'()*+,;=:]+')
      'extra':[{'key':'k8s.io/c','valueExpression':'e'}]  | extra[0].key: Invalid value: "k8s.io/c": k8s.io, kubernetes.io and their subdomains are reserved for Kubernetes use
      'extra':[{'key':'a.b/c'}]                           | extra[0].valueExpression: Required value
      """)
  void mappingsAreClaimsOrExpressions(String mapping, String error) {
    refused(
        file(
            "v1",
            ",'jwt':[{'issuer':{'url':'https://a','audiences':['c']},"
                + "'claimMappings':{'username':{'claim':'sub','prefix':''}," + mapping + "}}]"),
        INVALID + "jwt[0].claimMappings." + error.replace("\\\\", "\\"));
  }

  @Test
  void userRulesAreDifferentExpressions() {
    refused(
        issuer(
            "'url':'https://a','audiences':['c']",
            ",'userValidationRules':[{},{'expression':'a'},{'expression':'a'}]"),
        INVALID + "[jwt[0].userValidationRules[0].expression: Required value,"
            + " jwt[0].userValidationRules[2].expression: Duplicate value: \"a\"]");
  }

  @Test
  void sixtyFourIssuersAreTheMost() {
    refused(
        file("v1", ",'jwt':[" + "{},".repeat(64) + "{}]"),
        INVALID + "jwt: Too many: 65: must have at most 64 items");
  }

  @Test
  void conditionsAreForThoseWhoAreLetIn() {
    refused(
        file("v1", ",'anonymous':{'enabled':false,'conditions':[{'path':'/a'}]}"),
        INVALID
            + "anonymous.conditions: Invalid value: [{\"Path\":\"/a\"}]: enabled should be set to true when"
            + " conditions are defined");
  }

  @Test
  void expressionsAreNotLookedInto() {
    String text = issuer(
        "'url':'https://a','audiences':['c']",
        ",'claimValidationRules':[{'expression':'claims.'}]");

    assertThat(Authenticators.builder()
            .authenticationConfig("a.yaml", text)
            .build()
            .apiAudiences())
        .isEmpty();
  }
}
