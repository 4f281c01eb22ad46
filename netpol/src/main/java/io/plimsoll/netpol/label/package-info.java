/**
 * What selectors select by labels: their conditions one by one, and indexes that answer without a look at each thing.
 *
 * <pre>{@code
 * LabelIndex.Builder builder = LabelIndex.builder();
 * builder.add(0, Map.of("app", "web"));
 * LabelIndex index = builder.build();
 * index.result(index.select(selector)).contains(0);
 * }</pre>
 */
@NullMarked
package io.plimsoll.netpol.label;

import org.jspecify.annotations.NullMarked;
