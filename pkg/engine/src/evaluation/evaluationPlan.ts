import { plantedKinds, type PlantedKind, type ThresholdGoal } from 'foreband-detector';

/** Where the truth about the rows comes from. */
export type TruthSource = 'planted' | 'field' | 'annotations';

/** Which rows are held out: the last ones, or day after day while the model is refitted. */
export type RowsPlan = 'split' | 'rolling';

/** How a detector is evaluated; what the evaluation panel stores, whole. */
export interface EvaluationPlan {
  /** Default `planted`: anomalies injected into the series. */
  readonly truth: TruthSource;
  /** Start of the randomness of planted anomalies: a whole number of 32 bits. Default 1. */
  readonly seed: number;
  /** Kinds of anomaly to plant. Default every kind. */
  readonly kinds: readonly PlantedKind[];
  /** Share of the held-out rows that is displaced: above 0, at most 0.5. Default 0.15: a week of
   * five-minute samples then holds a dozen anomalies of every kind. */
  readonly ratio: number;
  /** How far, in units of the model's noise: above 0. Default 10. */
  readonly size: number;
  /** Name of the field that holds the labels. Default `label`. */
  readonly labelField: string;
  /** Annotations that carry all of these tags are anomalies. Default `anomaly`. */
  readonly tags: readonly string[];
  /** Default `split`. */
  readonly rows: RowsPlan;
  /** Share of the rows a split fits: above 0, below 1. Default 0.8. */
  readonly trainingShare: number;
  /** From one refit of a rolling evaluation to the next, in ms: one hour to four weeks. Default one day. */
  readonly refitEveryMs: number;
  /** Goal that the suggested threshold is chosen for. Default the best F1. */
  readonly goal: ThresholdGoal;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** How a detector is evaluated unless somebody says otherwise. */
export const defaultPlan: EvaluationPlan = {
  truth: 'planted',
  seed: 1,
  kinds: plantedKinds,
  ratio: 0.15,
  size: 10,
  labelField: 'label',
  tags: ['anomaly'],
  rows: 'split',
  trainingShare: 0.8,
  refitEveryMs: DAY_MS,
  goal: { kind: 'fBeta', beta: 1 },
};

function invalid(name: string, value: unknown, expected: string): RangeError {
  return new RangeError(`invalid ${name}: ${JSON.stringify(value)} (expected ${expected})`);
}

function requireNumber(name: string, value: unknown, expected: string, holds: (value: number) => boolean): void {
  if (typeof value !== 'number' || !Number.isFinite(value) || !holds(value)) {
    throw invalid(name, value, expected);
  }
}

function requireOneOf(name: string, value: string, allowed: readonly string[]): void {
  if (!allowed.includes(value)) {
    throw invalid(name, value, allowed.join(', '));
  }
}

function requireKinds(kinds: readonly PlantedKind[]): void {
  if (kinds.length === 0) {
    throw invalid('kinds', kinds, `some of ${plantedKinds.join(', ')}`);
  }
  kinds.forEach((kind) => requireOneOf('kinds', kind, plantedKinds));
}

function requireGoal(goal: ThresholdGoal): void {
  if (goal.kind === 'fBeta') {
    requireNumber('goal.beta', goal.beta, 'above 0', (beta) => beta > 0);
    return;
  }
  requireOneOf('goal.kind', goal.kind, ['fBeta', 'falseEvents']);
  requireNumber('goal.perWeek', goal.perWeek, '0 or more', (perWeek) => perWeek >= 0);
}

/**
 * Completes a stored plan with the defaults.
 * @throws RangeError that names the setting, its value and what is allowed.
 */
export function parsePlan(stored: Partial<EvaluationPlan> = {}): EvaluationPlan {
  const given = Object.entries(stored).filter(([, value]) => value !== undefined && value !== null);
  const plan: EvaluationPlan = { ...defaultPlan, ...Object.fromEntries(given) };
  requireOneOf('truth', plan.truth, ['planted', 'field', 'annotations']);
  requireNumber(
    'seed',
    plan.seed,
    'a whole number of 32 bits',
    (seed) => Number.isInteger(seed) && Math.abs(seed) < 2 ** 31,
  );
  requireKinds(plan.kinds);
  requireNumber('ratio', plan.ratio, 'above 0, at most 0.5', (ratio) => ratio > 0 && ratio <= 0.5);
  requireNumber('size', plan.size, 'above 0', (size) => size > 0);
  requireOneOf('rows', plan.rows, ['split', 'rolling']);
  requireNumber('trainingShare', plan.trainingShare, 'above 0, below 1', (share) => share > 0 && share < 1);
  requireNumber(
    'refitEveryMs',
    plan.refitEveryMs,
    'one hour to four weeks, in ms',
    (ms) => ms >= HOUR_MS && ms <= 28 * DAY_MS,
  );
  requireGoal(plan.goal);
  return plan;
}
