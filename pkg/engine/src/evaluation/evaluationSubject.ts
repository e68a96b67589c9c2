import type { Bounds, LabelledSpan, Series, TimeSpan } from 'foreband-detector';

import type { DetectorSettings } from '../settings/settings.js';

/** What somebody else marked as anomalous, for plans that do not plant anomalies. */
export interface MarkedTruth {
  readonly spans: readonly LabelledSpan[];
  /** Where the marks are complete: rows before are learnt from and never judged. Default everywhere. */
  readonly known?: TimeSpan;
}

/** A series whose detector is judged. */
export interface EvaluationSubject {
  readonly name: string;
  /** Every row there is, on a fixed step, gaps as NaN or left out. */
  readonly series: Series;
  /** The settings the detector is judged with. */
  readonly settings: DetectorSettings;
  /** Values stay within, such as 0 and 1 for a share: planted anomalies do too. Default none. */
  readonly bounds?: Bounds;
  /** Needed unless the plan plants anomalies. */
  readonly marked?: MarkedTruth;
}
