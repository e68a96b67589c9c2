import type { TimeSpan } from 'foreband-detector';

import type { DetectionOutcome, DetectorSettings, Note } from 'foreband-engine';
import type { PlannedJob } from '../../training/detectionJobs';
import type { Training } from '../../training/trainingAnswer';

import type { ChartSeries } from './chartSeries';

/** A series with everything the panel knows about it. */
export interface ModelSeries {
  readonly chart: ChartSeries;
  readonly color: string;
  /** The settings it was scored with. */
  readonly settings?: DetectorSettings;
  readonly outcome?: DetectionOutcome;
  readonly planned?: PlannedJob;
}

/** All the panel shows, ready for its views. */
export interface PanelModel {
  /** Every series, hidden ones as well, in the order of the query. */
  readonly series: readonly ModelSeries[];
  readonly notes: readonly Note[];
  readonly isSimulated: boolean;
  /** Whether training is being asked for or models are being fitted. */
  readonly isFitting: boolean;
  /** Whether the engine is still starting, a matter of milliseconds: drawing now would mean drawing twice. */
  readonly isStarting: boolean;
  readonly training: Training;
  /** The range asked for training, for the details. */
  readonly trainingSpan: TimeSpan;
  /** Epoch ms; where the future begins. */
  readonly now: number;
}
