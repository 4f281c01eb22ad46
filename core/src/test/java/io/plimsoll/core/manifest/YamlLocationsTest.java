package io.plimsoll.core.manifest;

import static io.plimsoll.core.manifest.Reads.read;
import static io.plimsoll.core.manifest.Reads.stretch;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class YamlLocationsTest {

  private static final String POD = """
      # a pod
      metadata:
        name: web   # its name
        labels: {app: "web", tier: 'front' }
      spec:
        containers:
        - name: main
          args: [a,
                 b]
          text: |
            one
            two

          empty:
          tagged: !!str 12
        # the end
      status: &s {}
      again: *s
      """;

  private final MappingValue root = (MappingValue) read(POD).roots().get(0);

  private String stretchAt(String path) {
    return stretch(FieldPath.parse(path).in(root).location());
  }

  private String keyAt(String path) {
    return FieldPath.parse(path).locate(root).start().toString();
  }

  @Test
  void scalarsStandWhereTheyAreWritten() {
    assertThat(stretchAt("metadata.name")).isEqualTo("web");
    assertThat(stretchAt("metadata.labels.app")).isEqualTo("\"web\"");
    assertThat(stretchAt("metadata.labels.tier")).isEqualTo("'front'");
    assertThat(stretchAt("spec.containers[0].text")).isEqualTo("|\n      one\n      two");
    assertThat(stretchAt("spec.containers[0].tagged")).isEqualTo("!!str 12");
  }

  @Test
  void anEmptyValueStandsBehindItsColon() {
    assertThat(stretchAt("spec.containers[0].empty")).isEmpty();
    assertThat(FieldPath.parse("spec.containers[0].empty").in(root).location().start())
        .hasToString("14:11");
  }

  @Test
  void collectionsReachFromTheirFirstToTheirLastEntry() {
    assertThat(stretchAt("metadata"))
        .isEqualTo("name: web   # its name\n  labels: {app: \"web\", tier: 'front' }");
    assertThat(stretchAt("metadata.labels")).isEqualTo("{app: \"web\", tier: 'front' }");
    assertThat(stretchAt("spec.containers[0].args")).isEqualTo("[a,\n           b]");
    assertThat(stretchAt("spec.containers")).startsWith("- name: main").endsWith("!!str 12");
    assertThat(stretch(root.location())).startsWith("metadata:").endsWith("again: *s");
  }

  @Test
  void keysStandWhereTheyAreWritten() {
    assertThat(keyAt("metadata")).isEqualTo("2:1");
    assertThat(keyAt("metadata.labels.tier")).isEqualTo("4:24");
    assertThat(keyAt("spec.containers[0].name")).isEqualTo("7:5");
    assertThat(keyAt("spec.containers[0].tagged")).isEqualTo("15:5");
  }

  @Test
  void anAliasStandsWhereItsAnchorDoes() {
    assertThat(stretchAt("again")).isEqualTo("&s {}");
    assertThat(keyAt("again")).isEqualTo("18:1");
  }
}
