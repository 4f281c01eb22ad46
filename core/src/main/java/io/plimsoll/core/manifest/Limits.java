package io.plimsoll.core.manifest;

/**
 * What reading may cost at the most. Whatever exceeds a limit is a problem that names the limit.
 *
 * @param streamSize UTF-16 characters of one stream (a file); by default 64 Mi
 * @param documentSize UTF-16 characters of one document that is no list; by default 3 Mi, what an API server takes
 * @param lineLength UTF-16 characters of one line of YAML; by default 1 Mi
 * @param depth how deep values may be nested; by default 100
 * @param aliasNodes how many nodes the aliases of one document may stand for, all together; by default 1,000,000
 * @param documents how many objects one stream may hold, items of lists included; by default 100,000
 * @param nodes how many values one stream may hold; by default 20,000,000
 */
public record Limits(
    int streamSize,
    int documentSize,
    int lineLength,
    int depth,
    int aliasNodes,
    int documents,
    int nodes) {

  /** The limits that are safe for input from anywhere and wide enough for any real manifest. */
  public static final Limits DEFAULT =
      new Limits(64 << 20, 3 << 20, 1 << 20, 100, 1_000_000, 100_000, 20_000_000);

  /** Limits for one document whose size nobody limits before it is read, such as what a webhook answers. */
  public static final Limits LARGE_DOCUMENT =
      DEFAULT.withDocumentSize(DEFAULT.streamSize()).withLineLength(DEFAULT.streamSize());

  /**
   * Limits for the body of a request. Upstream reads what is nested ten times as deep, which no object is, and looks at the length
   * of a body only, not at that of its lines.
   */
  public static final Limits BODY = DEFAULT.withDepth(1000).withLineLength(DEFAULT.documentSize());

  public Limits {
    requirePositive("streamSize", streamSize);
    requirePositive("documentSize", documentSize);
    requirePositive("lineLength", lineLength);
    requirePositive("depth", depth);
    requirePositive("aliasNodes", aliasNodes);
    requirePositive("documents", documents);
    requirePositive("nodes", nodes);
  }

  private static void requirePositive(String name, int value) {
    if (value <= 0) {
      throw new IllegalArgumentException(name + " must be positive: \"" + value + "\"");
    }
  }

  /** Returns these limits with another {@link #streamSize}. */
  public Limits withStreamSize(int characters) {
    return new Limits(characters, documentSize, lineLength, depth, aliasNodes, documents, nodes);
  }

  /** Returns these limits with another {@link #documentSize}. */
  public Limits withDocumentSize(int characters) {
    return new Limits(streamSize, characters, lineLength, depth, aliasNodes, documents, nodes);
  }

  /** Returns these limits with another {@link #lineLength}. */
  public Limits withLineLength(int characters) {
    return new Limits(streamSize, documentSize, characters, depth, aliasNodes, documents, nodes);
  }

  /** Returns these limits with another {@link #depth}. */
  public Limits withDepth(int levels) {
    return new Limits(streamSize, documentSize, lineLength, levels, aliasNodes, documents, nodes);
  }

  /** Returns these limits with another number of {@link #aliasNodes}. */
  public Limits withAliasNodes(int count) {
    return new Limits(streamSize, documentSize, lineLength, depth, count, documents, nodes);
  }

  /** Returns these limits with another number of {@link #documents}. */
  public Limits withDocuments(int count) {
    return new Limits(streamSize, documentSize, lineLength, depth, aliasNodes, count, nodes);
  }

  /** Returns these limits with another number of {@link #nodes}. */
  public Limits withNodes(int count) {
    return new Limits(streamSize, documentSize, lineLength, depth, aliasNodes, documents, count);
  }
}
