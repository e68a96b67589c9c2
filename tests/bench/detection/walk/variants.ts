import {
  adaptiveParameters,
  type AdaptiveParameters,
  detect,
  parseDetectionOptions,
  replayScoring,
  type Scoring,
} from 'foreband-detector';
import type { AdaptiveOptions, Prophet } from 'prophet-wasm';

import { adaptiveFits, type WalkedFit } from './adaptiveFits';
import { pagesOf } from './pagesOf';
import { scoreFits, type ScoringVariant } from './scoreFits';
import type { RegularSeries, WalkedRows } from './walk';
import { replayPreset } from './walkForward';

/** Verdicts of the adaptive preset with one part of it taken away or changed. */
export interface VariantRows {
  readonly name: string;
  readonly rows: WalkedRows;
}

const without = (changed: Partial<AdaptiveParameters>): ScoringVariant => ({
  replay: { parameters: { ...adaptiveParameters, ...changed } },
});

/** As the product fits. */
const AS_IT_IS: AdaptiveOptions = { period: 'add' };

/** Score and state, over the same fits. */
const scorings: Readonly<Record<string, ScoringVariant>> = {
  'as it is': {},
  'no budget': { replay: { pagesPerWeek: null } },
  '1 page a week': { replay: { pagesPerWeek: 1 } },
  'nothing recurs in the score': {
    ...without({ recurringFrom: Infinity }),
    change: (state) => ({ ...state, recurring: { above: [], below: [] } }),
  },
  'no sustained branch': {
    ...without({ sustainedDeviations: Infinity }),
    change: (state) => ({ ...state, unrest: null }),
  },
  'no bias branch': { ...without({ biasScales: Infinity }), change: (state) => ({ ...state, biasScale: null }) },
  "state from the fit's own residuals": { isInSample: true },
};

/** Fits with other options. */
const fits: Readonly<Record<string, AdaptiveOptions>> = {
  'no other period': { period: 'off' },
  'no bounds': { ...AS_IT_IS, model: { bounds: 'off' } },
  'weekly order 3': { ...AS_IT_IS, model: { weeklySeasonality: 3 } },
};

/** Names of the variants, in the order of `walkVariants`. */
export const variantNames: readonly string[] = [
  ...Object.keys(scorings),
  ...Object.keys(fits),
  "Prophet's own forecast (classic's)",
];

/** Every variant on one series. */
export function walkVariants(prophet: Prophet, series: RegularSeries, from: number): readonly VariantRows[] {
  const own = adaptiveFits(prophet, series, from, AS_IT_IS);
  const scored = (name: string, of: readonly WalkedFit[], variant?: ScoringVariant) => ({
    name,
    rows: scoredPages(series, from, () => scoreFits(prophet, series, of, variant)),
  });
  return [
    ...Object.entries(scorings).map(([name, variant]) => scored(name, own, variant)),
    ...Object.entries(fits).map(([name, options]) => scored(name, adaptiveFits(prophet, series, from, options))),
    { name: variantNames[variantNames.length - 1], rows: scoreOnClassic(prophet, series, from) },
  ];
}

/** The adaptive score of forecasts that Prophet makes as it comes, each day's from the 28 days before it. */
function scoreOnClassic(prophet: Prophet, series: RegularSeries, from: number): WalkedRows {
  const { time, y } = series;
  const { forecast } = replayPreset(prophet, 'classic', series, 0);
  const size = y.reduce((largest, value) => (Math.abs(value) > largest ? Math.abs(value) : largest), 0);
  const scoring = replayScoring({ stepMs: time[1] - time[0], size });
  return scoredPages(series, from, (_, options) => scoring({ time, y, forecast }, options));
}

function scoredPages({ time, y }: RegularSeries, from: number, scoring: Scoring): WalkedRows {
  const nothing = new Float64Array(time.length).fill(NaN);
  const forecast = { time, yhat: nothing, yhatLower: nothing, yhatUpper: nothing };
  const context = { isDegenerate: false, scale: 1, scoring };
  const rows = pagesOf(time, detect(time, y, forecast, parseDetectionOptions(), context));
  return { ...rows, pages: rows.pages.filter((page) => page.time >= time[from]) };
}
