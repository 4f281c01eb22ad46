package io.plimsoll.psa;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.manifest.Documents;
import io.plimsoll.core.manifest.Limits;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Source;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.pod.Pod;
import io.plimsoll.core.pod.Workload;

/** Objects from texts. */
final class Trees {

  private Trees() {}

  /** Reads one object, YAML or JSON. */
  static MappingValue read(String text) {
    Documents documents = Documents.read(Source.of("test", text), Limits.DEFAULT);
    assertThat(documents.roots()).as(text).hasSize(1);
    return (MappingValue) documents.roots().get(0);
  }

  /** Reads JSON in which apostrophes stand for quotation marks. */
  static MappingValue json(String text) {
    return read(text.replace('\'', '"'));
  }

  static Pod pod(MappingValue tree) {
    return Pod.from(Fields.of(tree));
  }

  static Workload workload(MappingValue tree) {
    return Workload.of(KubeObject.of(tree)).orElseThrow();
  }
}
