import { FieldType, type DataFrame } from '@grafana/data';
import type { Series } from 'foreband-detector';

import type { DetectorSettings } from 'foreband-engine';

import { carry, type Carried } from './carried';
import { columnFromNumbers } from './columns';
import { ANOMALY_PANEL_ID } from './detectionFrame';

/** Readings that nobody has judged yet. */
export interface TrainedReadings {
  /** Rows to be drawn and judged. */
  readonly visible: Series;
  /** Rows to learn from. */
  readonly training: Series;
  /** What holds where a panel sets nothing else. */
  readonly settings: DetectorSettings;
  readonly isSimulated: boolean;
  /** Grafana's unit of the readings. Default none. */
  readonly unit?: string;
  /** What the settings come from. Default a query. */
  readonly origin?: Carried['origin'];
}

/** `time, value`, with the history that a panel learns from: the same panel draws it without asking anybody. */
export function trainedFrame({ visible, training, settings, isSimulated, unit, origin }: TrainedReadings): DataFrame {
  const { name, labels, time, y } = visible;
  return {
    refId: 'A',
    name,
    meta: {
      custom: carry({ training, settings }, isSimulated, origin),
      preferredVisualisationPluginId: ANOMALY_PANEL_ID,
    },
    fields: [
      { name: 'time', type: FieldType.time, config: { interval: settings.stepMs }, values: Array.from(time) },
      {
        name: 'value',
        type: FieldType.number,
        labels: { ...labels },
        config: { displayNameFromDS: name, unit },
        values: columnFromNumbers(y),
      },
    ],
    length: time.length,
  };
}
