import { score, type Verbs } from 'foreband-engine';
import { formatSelector, promDuration, type Matcher } from 'foreband-prometheus';

import { SCORE } from '../group/adaptiveScoring.js';
import { Y, YHAT } from '../group/forecastRules.js';
import { FOREBAND_LABEL, identityOf } from '../group/groupContext.js';
import type { RuleGroup } from '../group/ruleGroup.js';
import type { SeriesModel } from '../group/ruleSource.js';
import { call, holds, operate } from '../promql/build.js';
import type { Expression, Selector } from '../promql/expression.js';
import { toPromql } from '../promql/toPromql.js';
import { yamlText } from './prometheusFile.js';

/** Samples of a series on its step, gaps as NaN. */
export interface TestSamples {
  /** Epoch ms: of the last hours of the training, at least six of them. */
  readonly time: Float64Array;
  readonly y: Float64Array;
}

/** What a test is made of. */
export interface PromtoolTestInput {
  /** Name of the rule file, beside which the test is stored. */
  readonly ruleFile: string;
  /** Samples of each series of the group, in their order; all with the same times. */
  readonly samples: readonly TestSamples[];
  /**
   * Which clock promtool has: `dated` from version 3.9 on, which begins the test at its own time; `shifted` before, for a
   * rule file from `shiftClock`. Default `dated`.
   */
  readonly clock?: 'dated' | 'shifted';
}

/** The windows of the score are full after so long. */
const LEAD_MS = 6 * 3_600_000;
/** Rows that are compared: every so many hours, so that any coefficient is seen. */
const EVERY_MS = 2 * 3_600_000;
/** How far a value may be off, as a share of the largest training value, or of 1 for a score. */
const TOLERANCE = 1e-6;

interface Check {
  readonly expr: string;
  readonly eval_time: string;
  readonly exp_samples: ReadonlyArray<{ readonly labels: string; readonly value: number }>;
}

function labelsOf(group: RuleGroup, series: SeriesModel): readonly Matcher[] {
  return [[FOREBAND_LABEL, group.name] as const, ...identityOf(series)].map(([label, value]) => ({
    label,
    operator: '=',
    value,
  }));
}

/** A check that a recorded value is what it should be: 1 where it is. */
function check(selector: Selector, expected: number, tolerance: number, sinceMs: number): Check {
  const distance: Expression = call('abs', operate(selector, '-', expected));
  return {
    expr: toPromql(holds(distance, '<', tolerance)),
    eval_time: promDuration(sinceMs),
    exp_samples: [{ labels: formatSelector(selector.matchers), value: 1 }],
  };
}

function checksOf(
  verbs: Pick<Verbs, 'forecast'>,
  group: RuleGroup,
  series: SeriesModel,
  samples: TestSamples,
): readonly Check[] {
  const { settings } = group.source;
  const { fitted } = series;
  const { time } = samples;
  const forecast = verbs.forecast(fitted, time, settings.intervalWidth);
  const detection = score(samples, forecast, fitted, settings);
  const matchers = labelsOf(group, series);
  const every = Math.max(1, Math.round(EVERY_MS / group.stepMs));
  const size = fitted.model.scaling.yScale;
  const at = (metric: string): Selector => ({ kind: 'selector', metric, matchers, rangeMs: null, offsetMs: 0 });
  return Array.from(time.keys()).flatMap((row) => {
    const sinceMs = time[row] - time[0];
    if (sinceMs < LEAD_MS || row % every !== 0) {
      return [];
    }
    const yhat = check(at(YHAT), forecast.yhat[row], TOLERANCE * size, sinceMs);
    const value = detection.score[row];
    return Number.isNaN(value) ? [yhat] : [yhat, check(at(SCORE), value, TOLERANCE * (1 + value), sinceMs)];
  });
}

function valuesText(y: Float64Array): string {
  return Array.from(y, (value) => (Number.isFinite(value) ? String(value) : 'stale')).join(' ');
}

/**
 * A unit test for `promtool test rules`: the last samples of the series go in where the expression's would be recorded, and
 * forecast and score have to be the model's. It needs no server and no samples but those in it.
 */
export function toPromtoolTest(verbs: Pick<Verbs, 'forecast'>, group: RuleGroup, input: PromtoolTestInput): string {
  const { ruleFile, samples, clock = 'dated' } = input;
  const { series } = group.source;
  const [{ time }] = samples;
  const interval = promDuration(group.stepMs);
  return yamlText({
    rule_files: [ruleFile],
    evaluation_interval: interval,
    tests: [
      {
        name: `Forecast and score of ${group.name} are those of its models`,
        interval,
        ...(clock === 'dated' ? { start_timestamp: new Date(time[0]).toISOString() } : {}),
        input_series: series.map((one, i) => ({
          series: `${Y}${formatSelector(labelsOf(group, one))}`,
          values: valuesText(samples[i].y),
        })),
        promql_expr_test: series.flatMap((one, i) => checksOf(verbs, group, one, samples[i])),
      },
    ],
  });
}
