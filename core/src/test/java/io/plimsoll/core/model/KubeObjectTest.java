package io.plimsoll.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.core.manifest.Source;
import io.plimsoll.core.manifest.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KubeObjectTest {

  private static KubeObject object(String json) {
    return KubeObject.of((MappingValue) Value.parseJson(Source.of("o.json", json)));
  }

  private final KubeObject account = object("""
      {"apiVersion": "v1", "kind": "ServiceAccount",
       "metadata": {"name": "web", "namespace": "shop", "labels": {"a": "b"}},
       "secrets": [{"name": "s"}], "imagePullSecrets": [{"name": "reg"}],
       "automountServiceAccountToken": false}
      """);

  @Test
  void anObjectIsNamedByWhatItSays() {
    assertThat(account.ref()).isEqualTo(new ObjectRef("v1", "ServiceAccount", "shop", "web"));
    assertThat(account).hasToString("ServiceAccount shop/web");
    assertThat(account.metadata().labels()).isEqualTo(Map.of("a", "b"));
  }

  @Test
  void whatATreeDoesNotSayIsEmpty() {
    KubeObject nothing = KubeObject.of(MappingValue.empty());

    assertThat(nothing.ref()).isEqualTo(new ObjectRef("", "", "", ""));
    assertThat(nothing.metadata()).isEqualTo(ObjectMeta.EMPTY);
    assertThat(object("{\"metadata\": 3, \"kind\": 4}").ref().kind()).isEmpty();
  }

  @Test
  void anObjectOfAKindBecomesItsRecord() {
    ServiceAccount record = account.as(ServiceAccount.KIND);

    assertThat(record)
        .isEqualTo(new ServiceAccount(
            account.metadata(), List.of("s"), List.of(new LocalObjectReference("reg")), false));
    assertThat(record.ref()).isEqualTo(account.ref());
  }

  @Test
  void aNamespaceHasAPhase() {
    KubeObject shop = object("""
        {"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": "shop"},
         "status": {"phase": "Active"}}
        """);

    Namespace namespace = shop.as(Namespace.KIND);

    assertThat(namespace.phase()).isEqualTo("Active");
    assertThat(namespace.ref()).isEqualTo(new ObjectRef("v1", "Namespace", "", "shop"));
  }

  @Test
  void theVersionOfTheApiDoesNotMakeAnotherKind() {
    assertThat(object("{\"apiVersion\": \"v2\", \"kind\": \"Namespace\"}").is(Namespace.KIND))
        .isTrue();
    assertThat(object("{\"apiVersion\": \"x/v1\", \"kind\": \"Namespace\"}").is(Namespace.KIND))
        .isFalse();
  }

  @Test
  void anObjectOfAnotherKindIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> account.as(Namespace.KIND))
        .withMessage("not a v1 Namespace: \"ServiceAccount shop/web\"");
  }

  @Test
  void fieldsAreLocatedInTheText() {
    assertThat(account.locate(FieldPath.of("metadata", "labels").key("a")))
        .hasValueSatisfying(place -> assertThat(place).hasToString("o.json:2:62"));
    assertThat(KubeObject.of(MappingValue.empty()).locate(FieldPath.of("spec"))).isEmpty();
  }

  @Test
  void aKindNamesItsObjects() {
    Kind<Namespace> made = new Kind<>("apps/v1", "Thing", Namespace::from);

    assertThat(made.group()).isEqualTo("apps");
    assertThat(Namespace.KIND.group()).isEmpty();
    assertThat(made).hasToString("apps/v1 Thing");
    assertThat(made.ref("shop", "x")).isEqualTo(new ObjectRef("apps/v1", "Thing", "shop", "x"));
  }

  @Test
  void aNumberOrAStringIsExactlyOneOfThem() {
    assertThat(IntOrString.of(80).asInt()).hasValue(80);
    assertThat(IntOrString.of("http").asInt()).isEmpty();
    assertThat(IntOrString.of(80)).hasToString("80");
    assertThat(IntOrString.of("http")).hasToString("http");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new IntOrString(null, null))
        .withMessage("exactly one of number and string: \"null\", \"null\"");
    assertThatIllegalArgumentException().isThrownBy(() -> new IntOrString(1, "x"));
  }
}
