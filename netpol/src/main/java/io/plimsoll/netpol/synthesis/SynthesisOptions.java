package io.plimsoll.netpol.synthesis;

import io.plimsoll.netpol.ConnectivityOptions;

/**
 * How to make policies of wanted connections.
 *
 * @param dns whether all pods may ask the cluster's DNS, wanted or not
 * @param reading how the policies will be read
 */
public record SynthesisOptions(boolean dns, ConnectivityOptions reading) {

  /** With the cluster's DNS, as the APIs' documentation reads. */
  public static final SynthesisOptions DEFAULT =
      new SynthesisOptions(true, ConnectivityOptions.DEFAULT);

  /** Returns options by which nothing but the wanted is allowed. */
  public SynthesisOptions withoutDns() {
    return new SynthesisOptions(false, reading);
  }

  /** Returns options for another reading of policies. */
  public SynthesisOptions readBy(ConnectivityOptions other) {
    return new SynthesisOptions(dns, other);
  }
}
