package io.plimsoll.core.registry.pod;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MetTextsTest {

  @Test
  void eachTextIsNewOnce() {
    MetTexts texts = new MetTexts();
    for (int i = 0; i < 20; i++) {
      assertThat(texts.add("t" + i)).isTrue();
      assertThat(texts.add("t" + i)).isFalse();
      assertThat(texts.add("t0")).isFalse();
    }
  }
}
