import { type Engine, firstRowFrom } from 'foreband-engine';
import {
  compileRules,
  toPrometheusFile,
  toPromtoolTest,
  type RuleGroup,
  type SeriesModel,
  type TestSamples,
} from 'foreband-rules';

import type { AlertSubject, FittedSeries, UnfittedSeries } from '../subject/alertSubject';

import { readLabels, type RuleChoices } from './ruleChoices';

/** A group of rules, which is stored in a file of its own. */
export interface CompiledGroup {
  readonly group: RuleGroup;
  /** Content of the rule file. */
  readonly text: string;
  /** The series that it watches. */
  readonly watched: readonly FittedSeries[];
}

/** Rules that are ready to be stored. */
export interface CompiledSubject {
  readonly kind: 'compiled';
  /** Usually one; a fleet is split. */
  readonly groups: readonly CompiledGroup[];
  /** Series that the rules do not watch. */
  readonly refused: readonly UnfittedSeries[];
}

/** Rules, or why there are none. */
export type Compiled =
  | CompiledSubject
  /** `message` says what is wrong and what to do. */
  | { readonly kind: 'failed'; readonly message: string; readonly refused: readonly UnfittedSeries[] };

/** The windows of the score need six hours; what comes after is compared. */
const TEST_MS = 18 * 3_600_000;

function sentence(reason: string): string {
  return `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`;
}

function expiredMessage({ expires }: RuleGroup): string {
  const day = new Date(expires).toISOString().slice(0, 10);
  return `Rules of these models would have expired on ${day}: they say nothing from seven days after the training on. Refit the models, or use the live fit.`;
}

/**
 * Compiles the models of a subject as they are.
 * @param now epoch ms: rules that have expired by then are not given.
 * @param link address of the page that shows the series; undefined where there is none.
 */
export function compileSubject(
  { expression, settings, fitted, unfitted }: AlertSubject,
  { name, severities, labels: written }: RuleChoices,
  { now, link }: { readonly now: number; readonly link?: string },
): Compiled {
  const fail = (message: string, refused = unfitted): Compiled => ({ kind: 'failed', message, refused });
  const labels = readLabels(written);
  if (expression.kind === 'unknown') {
    return fail(expression.reason);
  }
  if (labels.kind === 'invalid') {
    return fail(labels.problem);
  }
  if (severities.length === 0) {
    return fail('Choose at least one severity that alerts.');
  }
  const seriesOf = new Map<SeriesModel, FittedSeries>(
    fitted.map((one) => [{ labels: one.detected.series.labels, fitted: one.detected.fitted }, one]),
  );
  try {
    const { groups, refusals } = compileRules({
      name,
      expression: expression.expr,
      series: [...seriesOf.keys()],
      settings,
      severities,
      labels: labels.labels,
      link,
    });
    const refused = [
      ...unfitted,
      ...refusals.map(({ series, reason }) => ({
        name: seriesOf.get(series)?.name ?? '',
        reason: sentence(reason),
      })),
    ];
    if (groups.length === 0) {
      return fail('No series has a model that rules can be made of.', refused);
    }
    const expired = groups.find(({ expires }) => expires <= now);
    if (expired !== undefined) {
      return fail(expiredMessage(expired), refused);
    }
    const compiled = groups.map((group) => ({
      group,
      text: toPrometheusFile([group]),
      watched: group.source.series.flatMap((series) => seriesOf.get(series) ?? []),
    }));
    return { kind: 'compiled', groups: compiled, refused };
  } catch (error) {
    return fail(`No rules: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

function onGrid({ time, y }: TestSamples, grid: Float64Array): TestSamples {
  const at = (moment: number) => {
    const row = firstRowFrom(time, moment);
    return time[row] === moment ? y[row] : NaN;
  };
  return { time: grid, y: grid.map(at) };
}

/** Name of a rule file. */
export function ruleFileName({ name }: RuleGroup): string {
  return `foreband-${name}.rules.yml`;
}

/** Name of its unit test. */
export function testFileName({ name }: RuleGroup): string {
  return `foreband-${name}.test.yml`;
}

/** A unit test of the rules for promtool: the last hours of the training, and what the models make of them. */
export function compileTest(
  engine: Pick<Engine, 'forecast' | 'fit'>,
  { group, watched }: Pick<CompiledGroup, 'group' | 'watched'>,
): string {
  const { stepMs } = group;
  const end = Math.max(...watched.map(({ detected }) => detected.training.time.at(-1) ?? 0));
  const count = Math.round(TEST_MS / stepMs);
  const grid = Float64Array.from({ length: count }, (_, row) => end - (count - 1 - row) * stepMs);
  const samples = watched.map(({ detected }) => onGrid(detected.training, grid));
  return toPromtoolTest(engine, group, { ruleFile: ruleFileName(group), samples });
}
