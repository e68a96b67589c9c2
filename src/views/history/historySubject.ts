import type { TimeZone } from '@grafana/data';
import type { Series, TimeSpan } from 'foreband-detector';

import type { ModelComponents } from 'foreband-engine';

/** A series whose history is looked at. */
export interface HistorySubject {
  readonly name: string;
  /** Every row that is looked at, excluded ones as well; gaps as NaN or left out. */
  readonly series: Series;
  /** Distance between two rows, ms. */
  readonly stepMs: number;
  readonly timeZone: TimeZone;
  /** A value with its unit, as the field config asks for it. */
  readonly format: (value: number) => string;
  /** Stretches excluded from the fit. */
  readonly exclusions: readonly TimeSpan[];
  /** The fitted model taken apart, computed when first asked for. */
  readonly components?: () => ModelComponents;
  /** Why there is no model; what is wrong and what to do. */
  readonly noModel?: string;
}
