import { BusEventBase, BusEventWithPayload } from '@grafana/data';

/** A threshold that an evaluation offers to the anomaly panels of its dashboard. */
export interface ThresholdOffer {
  readonly thresholdMultiplier: number;
  /** Id of the panel that offers. */
  readonly panelId: number;
  readonly panelTitle: string;
  /** Name of the series it was found on. */
  readonly series: string;
}

/*
 * The bus of a panel's context reaches every panel of its dashboard: what a panel publishes there bubbles up to the
 * dashboard, at which the buses of all its panels listen (behaviors.CursorSync of @grafana/scenes, which every dashboard
 * has, whatever its tooltips share). The panels are separate bundles, so events are told apart by their type alone, and
 * what they carry is read as anything from outside is.
 */

/** Published by an evaluation panel when somebody uses a threshold, and in answer to a request. */
export class ThresholdOfferEvent extends BusEventWithPayload<ThresholdOffer> {
  static readonly type = 'foreband-threshold-offer';
}

/** Published by an anomaly panel that appears: panels out of sight are not there to hear an offer. */
export class ThresholdOfferRequest extends BusEventBase {
  static readonly type = 'foreband-threshold-offer-request';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** Reads what an event carries; undefined for anything but an offer. */
export function readThresholdOffer(payload: unknown): ThresholdOffer | undefined {
  if (!isRecord(payload)) {
    return undefined;
  }
  const { thresholdMultiplier, panelId, panelTitle, series } = payload;
  const isThreshold = typeof thresholdMultiplier === 'number' && thresholdMultiplier > 0 && thresholdMultiplier < 1000;
  if (!isThreshold || typeof panelId !== 'number') {
    return undefined;
  }
  return {
    thresholdMultiplier,
    panelId,
    panelTitle: typeof panelTitle === 'string' ? panelTitle : '',
    series: typeof series === 'string' ? series : '',
  };
}
