package io.plimsoll.netpol;

/**
 * One of the pods or addresses that an endpoint stands for.
 *
 * @param unit the number of the pod or template, -1 for an address
 * @param atom for an address, its atom among those of the other side
 */
record End(int unit, int atom) {}
