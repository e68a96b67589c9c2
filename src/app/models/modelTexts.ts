import { getValueFormat, formattedValueToString, dateTimeFormat } from '@grafana/data';
import { numberText, percentText } from 'foreband-detector';

import type { EvaluationFigures, SavedModel } from 'foreband-engine';

/**
 * Writes values in the unit of a model's series.
 * @param decimals how many digits follow the point. Default: as many as the unit usually has.
 */
export function valueText({ unit }: Pick<SavedModel, 'unit'>, decimals?: number): (value: number) => string {
  const format = getValueFormat(unit ?? 'short');
  return (value) => (Number.isFinite(value) ? formattedValueToString(format(value, decimals)) : 'n/a');
}

/** From when to when the model's history goes. */
export function historyText({ training }: SavedModel): string {
  const day = (time: number) => dateTimeFormat(time, { format: 'YYYY-MM-DD' });
  return `${day(training.start)} to ${day(training.end)}, ${training.nSamples} samples`;
}

/** How well the model meets what it was fitted to. */
export function qualityText(model: SavedModel): string {
  const { quality } = model;
  return quality === null
    ? 'not measured'
    : `error ${valueText(model, 3)(quality.mae)}, ${percentText(quality.coverage)} within the interval`;
}

/** The figures of an evaluation, in a few words. */
export function figuresText({ f1, thresholdMultiplier, subject }: EvaluationFigures): string {
  const of = subject === 'model' ? 'itself' : 'by its settings';
  return `evaluated ${of}: F1 ${Number.isFinite(f1) ? numberText(f1) : 'n/a'} at threshold ${numberText(thresholdMultiplier)}`;
}

/** How well the model detected when it was evaluated last. */
export function evaluationText({ evaluation }: SavedModel): string {
  return evaluation === null ? 'not evaluated yet' : figuresText(evaluation);
}

/** Name and labels of the series, as one text to search in. */
export function seriesText({ series }: SavedModel): string {
  const labels = Object.entries(series.labels).map(([name, value]) => `${name}="${value}"`);
  return labels.length === 0 ? series.name : `{${labels.join(', ')}}`;
}

/** Whether a model is meant by what somebody searches for: every word, in name, series or note. */
export function isFound(model: SavedModel, search: string): boolean {
  const text = `${model.name} ${model.series.name} ${seriesText(model)} ${model.note}`.toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
