import { adaptiveParameters } from './adaptiveParameters.js';
import { adaptiveDefaults, type AdaptiveRows, type AdaptiveSettings } from './adaptiveRows.js';
import type { AdaptiveScores } from './adaptiveScores.js';
import type { AdaptiveState } from './adaptiveState.js';
import { createScoreColumns, scoresFrom } from './scoreColumns.js';
import { StateScorer } from './stateScorer.js';

/** So much before the first row to be scored makes its level, unrest and bias complete, milliseconds: 5 h 40. */
export const ADAPTIVE_LEAD_MS = adaptiveParameters.levelMs + adaptiveParameters.sustainedMs;

/**
 * Scores rows with the state of a fitted model. A row needs nothing but the rows of the 5 h 40 before it, so any cut of a
 * series gives the same numbers. After the last sample the level fades.
 * @param rows on the state's step; the first `nLead` of them only lead in, and are not part of the answer.
 * @param nLead rows, 0 or more; at best all within `ADAPTIVE_LEAD_MS`.
 */
export function scoreAdaptive(
  state: AdaptiveState,
  rows: AdaptiveRows,
  nLead = 0,
  settings: Partial<AdaptiveSettings> = {},
): AdaptiveScores {
  const nRows = rows.time.length;
  const columns = createScoreColumns(nRows);
  if (nRows > 0) {
    const scorer = new StateScorer(state, { ...adaptiveDefaults, ...settings }, rows.time[0]);
    const nSeen = rows.y.findLastIndex(Number.isFinite) + 1;
    scorer.score(rows, 0, nSeen, columns);
    scorer.expect(rows, nSeen, nRows, columns);
  }
  return scoresFrom(columns, nLead);
}
