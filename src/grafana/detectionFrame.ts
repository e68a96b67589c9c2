import { FieldType, type DataFrame, type Field, type FieldConfig, type Labels } from '@grafana/data';

import type { DetectedSeries } from 'foreband-engine';

import { carry } from './carried';
import { columnFromNumbers } from './columns';

/** Id of the panel that draws a detection best. */
export const ANOMALY_PANEL_ID = 'foreband-anomaly-panel';

/** How a series is presented. */
export interface FramePresentation {
  readonly refId: string;
  /** Display name of the series. */
  readonly name: string;
  /** Whether the samples are simulated. */
  readonly isSimulated: boolean;
  /** Grafana's unit of the samples, for instance `percentunit`. Default none. */
  readonly unit?: string;
}

type Custom = Readonly<Record<string, unknown>>;

// A plain time series panel draws the samples solid, the forecast thin and dashed, and fills between the band's edges.
const forecastLine: Custom = { lineWidth: 1, lineStyle: { fill: 'dash', dash: [6, 4] } };
const bandEdge: Custom = { lineWidth: 0, hideFrom: { legend: true, tooltip: false, viz: false } };
const helper: Custom = { hideFrom: { legend: true, tooltip: true, viz: true } };

interface ColumnPlan {
  readonly name: string;
  readonly values: Array<number | null>;
  readonly custom?: Custom;
  readonly isUnitless?: boolean;
}

function plannedColumns(detected: DetectedSeries, name: string): ColumnPlan[] {
  const { series, forecast, detection } = detected;
  const upperEdge = { ...bandEdge, fillBelowTo: `${name} band_lower`, fillOpacity: 12 };
  return [
    { name: 'value', values: columnFromNumbers(series.y) },
    { name: 'expected', values: columnFromNumbers(detection.expected), custom: forecastLine },
    { name: 'yhat', values: columnFromNumbers(forecast.yhat), custom: helper },
    { name: 'yhat_lower', values: columnFromNumbers(forecast.yhatLower), custom: helper },
    { name: 'yhat_upper', values: columnFromNumbers(forecast.yhatUpper), custom: helper },
    { name: 'band_lower', values: columnFromNumbers(detection.bandLower), custom: bandEdge },
    { name: 'band_upper', values: columnFromNumbers(detection.bandUpper), custom: upperEdge },
    { name: 'score', values: columnFromNumbers(detection.score), custom: helper, isUnitless: true },
    { name: 'anomaly', values: Array.from(detection.anomalous), custom: helper, isUnitless: true },
  ];
}

function severityColumn(detected: DetectedSeries): Array<string | null> {
  const { series, detection } = detected;
  const column = new Array<string | null>(series.time.length).fill(null);
  for (const incident of detection.incidents) {
    const first = series.time.indexOf(incident.start);
    for (let row = first; row >= 0 && series.time[row] <= incident.end; row++) {
      column[row] = detection.anomalous[row] === 1 ? incident.severity : null;
    }
  }
  return column;
}

function numberField(plan: ColumnPlan, labels: Labels, presentation: FramePresentation): Field {
  const isValue = plan.name === 'value';
  const config: FieldConfig = {
    displayNameFromDS: isValue ? presentation.name : `${presentation.name} ${plan.name}`,
    unit: plan.isUnitless === true ? undefined : presentation.unit,
    custom: plan.custom === undefined ? undefined : { ...plan.custom },
  };
  return { name: plan.name, type: FieldType.number, labels, config, values: plan.values };
}

/**
 * A detection as a data frame that any panel can show: `time, value, expected, yhat, yhat_lower, yhat_upper, band_lower,
 * band_upper, score, anomaly, severity`. It carries what the anomaly panel needs to refit.
 */
export function detectionFrame(detected: DetectedSeries, presentation: FramePresentation): DataFrame {
  const labels: Labels = { ...detected.series.labels };
  const { name, refId, isSimulated } = presentation;
  const time = Array.from(detected.series.time);
  const severity: Field = {
    name: 'severity',
    type: FieldType.string,
    labels,
    config: { displayNameFromDS: `${name} severity`, custom: { ...helper } },
    values: severityColumn(detected),
  };
  return {
    refId,
    name,
    meta: { custom: carry(detected, isSimulated), preferredVisualisationPluginId: ANOMALY_PANEL_ID },
    fields: [
      { name: 'time', type: FieldType.time, config: { interval: detected.settings.stepMs }, values: time },
      ...plannedColumns(detected, name).map((plan) => numberField(plan, labels, presentation)),
      severity,
    ],
    length: time.length,
  };
}
