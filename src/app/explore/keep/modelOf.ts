import {
  type Engine,
  type EvaluationBasis,
  evaluationFigures,
  type EvaluationFigures,
  type SavedModel,
  type SavedSource,
  saveModel,
  withScoring,
  withThreshold,
} from 'foreband-engine';

import { writeSource } from '../address/sourceAddress';

import { askingQuery, titleOf, type Kept } from './dashboardPanel';

function sourceOf(kept: Kept): SavedSource | null {
  const query = askingQuery(kept);
  const { type, uid } = query?.datasource ?? {};
  return query === undefined || type === undefined || uid === undefined
    ? null
    : { datasource: { type, uid }, query: { ...query } };
}

// Of the model, or of settings that fit and score the same but for the threshold.
function isOf({ fitted, settings }: EvaluationBasis, { detected, opened }: Kept): boolean {
  const { thresholdMultiplier } = detected.settings;
  const comparable = JSON.stringify({ ...settings, thresholdMultiplier });
  return fitted?.key === opened?.key && comparable === JSON.stringify(detected.settings);
}

/** The figures of the page's evaluation at its threshold; those stored before where there is none of this model. */
export function evaluationOf(kept: Kept): EvaluationFigures | null {
  const { evaluated, detected, opened } = kept;
  return evaluated !== undefined && isOf(evaluated.basis, kept)
    ? evaluationFigures(withThreshold(evaluated.basis, detected.settings.thresholdMultiplier), evaluated.at)
    : (opened?.evaluation ?? null);
}

function savedNow(engine: Pick<Engine, 'forecast'>, kept: Kept, now: number): SavedModel {
  const { detected, source, unit = null } = kept;
  const title = titleOf(kept);
  const name = title === detected.series.name ? title : `${title}, ${detected.series.name}`;
  const explored = Object.fromEntries(writeSource(source));
  return saveModel(engine, detected, { unit, source: sourceOf(kept), explored, now, name });
}

// A saved model stays fitted as it was; how it is forecast and scored is as the page has it.
function openedNow(opened: SavedModel, { detected: { settings } }: Kept): SavedModel {
  const { intervalWidth, horizonMs } = settings;
  return { ...opened, settings: { ...withScoring(opened.settings, settings), intervalWidth, horizonMs } };
}

/** The opened model with the page's threshold and figures; undefined where the series is fitted live. */
export function savedOpened(kept: Kept): SavedModel | undefined {
  return kept.opened && { ...openedNow(kept.opened, kept), evaluation: evaluationOf(kept) };
}

/**
 * The model of the page as it is saved: with the threshold and the figures of the evaluation that the page has. An opened
 * one stays itself.
 */
export function modelOf(engine: Pick<Engine, 'forecast'>, kept: Kept, now: number): SavedModel {
  return savedOpened(kept) ?? { ...savedNow(engine, kept, now), evaluation: evaluationOf(kept) };
}
