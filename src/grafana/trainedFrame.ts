import { FieldType, type DataFrame } from '@grafana/data';
import type { Series } from 'foreband-detector';

import type { DetectorSettings } from 'foreband-engine';

import { carry, type Carried } from './carried';
import { columnFromNumbers } from './columns';
import { ANOMALY_PANEL_ID } from './detectionFrame';

/** Samples that nobody has scored yet. */
export interface TrainedSamples {
  /** Rows to be drawn and scored. */
  readonly visible: Series;
  /** Rows that the model is fitted to. */
  readonly training: Series;
  /** The settings where a panel sets nothing else. */
  readonly settings: DetectorSettings;
  readonly isSimulated: boolean;
  /** Grafana's unit of the samples. Default none. */
  readonly unit?: string;
  /** The origin of the settings. Default a query. */
  readonly origin?: Carried['origin'];
}

/** `time, value`, with the history that a panel is fitted to: the same panel draws it without asking anybody. */
export function trainedFrame({ visible, training, settings, isSimulated, unit, origin }: TrainedSamples): DataFrame {
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
