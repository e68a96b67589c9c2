/** Where markers go: one on the worst point of each anomaly, one on every anomalous point, or nowhere. */
export type MarkerMode = 'anomaly' | 'point' | 'none';

/** The drawing options besides the series themselves. */
export interface DrawOptions {
  /** The translucent band in which a normal value lies. Default true. */
  readonly band: boolean;
  /** The forecast, as a thin dashed line. Default true. */
  readonly expected: boolean;
  /** Default `anomaly`. */
  readonly markers: MarkerMode;
  /** A strip at the bottom with the extent of each anomaly. Default true. */
  readonly spans: boolean;
  /** Points that left the band but that a filter suppressed, as hollow rings. Default false. */
  readonly suppressed: boolean;
  /** The vertical line between past and future, and the shading of the future. Default true. */
  readonly now: boolean;
  /** The dashboard's own annotations. Default true. */
  readonly annotations: boolean;
  /** The line above the chart: counts, key, notices and details. Default true. */
  readonly status: boolean;
}

/** The drawing options where the panel says nothing else. */
export const defaultDrawOptions: DrawOptions = {
  band: true,
  expected: true,
  markers: 'anomaly',
  spans: true,
  suppressed: false,
  now: true,
  annotations: true,
  status: true,
};
