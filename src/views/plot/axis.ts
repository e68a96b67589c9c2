/** The scale along one side of a plot. */
export interface Axis {
  /** First and last value shown. */
  readonly domain: readonly [number, number];
  /** A value as the reader sees it. */
  readonly format: (value: number) => string;
  /** Where ticks stand. Default: round numbers, as many as there is room for. */
  readonly ticks?: (nMost: number) => readonly number[];
  /** The measured quantity. Default: nothing is written. */
  readonly label?: string;
}
