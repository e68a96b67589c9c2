import { textFingerprint } from 'foreband-engine';
import { findSyntaxProblem } from 'foreband-prometheus';

import { VALID_AFTER_MS } from '../forecast/validity.js';
import { valueType } from '../promql/valueType.js';
import { adaptiveScoring, SCORE } from './adaptiveScoring.js';
import { alerts } from './alerts.js';
import { anomalyRule } from './anomalyRules.js';
import { forecastRules } from './forecastRules.js';
import { identityOf, recorded, type GroupContext } from './groupContext.js';
import { incidentRules } from './incidentRules.js';
import { groupSize } from './groupSize.js';
import { refusalOf } from './refusal.js';
import type { Rule, RuleGroup } from './ruleGroup.js';
import type { RuleSource, SeriesModel } from './ruleSource.js';

/** A series without rules. */
export interface Refusal {
  readonly series: SeriesModel;
  /** Why, as the end of a sentence. */
  readonly reason: string;
}

/** What came of it. */
export interface CompiledRules {
  /** Usually one; several, each for a file of its own, where one would be larger than 1 MB or hold more than 1,000 series. */
  readonly groups: readonly RuleGroup[];
  readonly refusals: readonly Refusal[];
}

/** Most series and bytes of a group: a server reads and evaluates it as one. */
const MAX_SERIES = 1000;
const MAX_BYTES = 1_000_000;

const NAME = /^[a-zA-Z0-9_-]+$/;

function checkSource({ name, expression, settings }: RuleSource): void {
  if (!NAME.test(name)) {
    throw new RangeError(`invalid name: ${name} (expected letters, figures, _ and -)`);
  }
  const problem = findSyntaxProblem(expression);
  if (problem !== undefined) {
    throw new RangeError(`invalid expression: not PromQL at ${problem.near} (expected PromQL without variables)`);
  }
  if (settings.n > 1) {
    throw new RangeError(`invalid n: ${settings.n} (expected 1: N of M cannot be compiled so far)`);
  }
}

function refusalsOf({ series, settings }: RuleSource): readonly Refusal[] {
  const seen = new Set<string>();
  return series.flatMap((one) => {
    const key = JSON.stringify([...identityOf(one)].sort());
    const reason = seen.has(key) ? 'another series has the same labels' : refusalOf(one, settings);
    seen.add(key);
    return reason === undefined ? [] : [{ series: one, reason }];
  });
}

/** @param parts names of all groups of the source, of which this is one. */
function groupOf(source: RuleSource, parts: readonly string[]): RuleGroup {
  const { name, series, settings } = source;
  const expires = Math.min(...series.map(({ fitted }) => fitted.training.end)) + VALID_AFTER_MS;
  const context: GroupContext = { ...source, stepMs: settings.stepMs, expires, parts };
  const fingerprint = textFingerprint(series.map(({ fitted }) => fitted.key).join('\n'));
  const scoring = adaptiveScoring(context);
  const rules: readonly Rule[] = [
    ...forecastRules(context),
    ...scoring.rules,
    anomalyRule(context, scoring, recorded(context, SCORE)),
    ...incidentRules(context, scoring),
    ...alerts(context, fingerprint),
  ];
  rules.forEach(({ expression }) => valueType(expression));
  return { name, stepMs: settings.stepMs, rules, expires, fingerprint, source };
}

/** Groups that are each small enough for a file. */
function groupsOf(source: RuleSource): readonly RuleGroup[] {
  const { name, series } = source;
  const whole = groupOf(source, [name]);
  const nParts = Math.max(Math.ceil(series.length / MAX_SERIES), Math.ceil(groupSize(whole).bytes / MAX_BYTES));
  if (nParts === 1 || series.length === 1) {
    return [whole];
  }
  const parts = Array.from({ length: Math.min(nParts, series.length) }, (_, part) => `${name}-${part + 1}`);
  const first = (part: number) => Math.round((part * series.length) / parts.length);
  return parts.map((own, part) =>
    groupOf({ ...source, name: own, series: series.slice(first(part), first(part + 1)) }, parts),
  );
}

/**
 * Compiles fitted models to rules. A series whose model cannot be expressed is refused with the reason.
 * @throws RangeError for a name, an expression or settings that no rules can be made of.
 */
export function compileRules(source: RuleSource): CompiledRules {
  checkSource(source);
  const refusals = refusalsOf(source);
  const refused = new Set(refusals.map(({ series }) => series));
  const series = source.series.filter((one) => !refused.has(one));
  return { groups: series.length === 0 ? [] : groupsOf({ ...source, series }), refusals };
}
