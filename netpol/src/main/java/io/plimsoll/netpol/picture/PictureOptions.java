package io.plimsoll.netpol.picture;

import io.plimsoll.netpol.LineFilter;
import io.plimsoll.netpol.connection.Endpoint;
import java.util.List;

/**
 * What a {@link ConnectivityPicture} shows, and how much of it before it is folded.
 *
 * @param filter the connections it shows
 * @param namespaces the namespaces one of which an end of each connection must be in; empty means any
 * @param mostArrows how many arrows a graph has at most, and how many boxes; at least 16
 * @param mostRows how many rows a matrix has at most, and how many columns; at least 16
 */
public record PictureOptions(
    LineFilter filter, List<String> namespaces, int mostArrows, int mostRows) {

  private static final int LEAST = 16;

  /** Everything, up to 200 arrows or 60 rows. */
  public static final PictureOptions DEFAULT =
      new PictureOptions(LineFilter.ALL, List.of(), 200, 60);

  public PictureOptions {
    namespaces = List.copyOf(namespaces);
    if (Math.min(mostArrows, mostRows) < LEAST) {
      throw new IllegalArgumentException(
          "too few for any picture: \"" + Math.min(mostArrows, mostRows) + "\"");
    }
  }

  /** Returns these options for some connections: those of a workload, in a direction, by a port. */
  public PictureOptions showing(LineFilter other) {
    return new PictureOptions(other, namespaces, mostArrows, mostRows);
  }

  /** Returns these options for connections that have an end in one of these namespaces. */
  public PictureOptions of(String... names) {
    return new PictureOptions(filter, List.of(names), mostArrows, mostRows);
  }

  /**
   * Returns these options with other bounds.
   *
   * @throws IllegalArgumentException if less than 16 are asked for
   */
  public PictureOptions upTo(int arrows, int rows) {
    return new PictureOptions(filter, namespaces, arrows, rows);
  }

  boolean isInNamespaces(Endpoint endpoint) {
    return namespaces.isEmpty() || namespaces.contains(endpoint.namespace());
  }
}
