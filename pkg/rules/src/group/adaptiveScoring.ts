import { adaptiveParameters } from 'foreband-detector';

import { call, chain, operate, type Operand } from '../promql/build.js';
import type { Expression } from '../promql/expression.js';
import { beyondRecurring, LEVEL, levelRule, recurringRules, rowsOf, usualQuantities } from './adaptiveRows.js';
import { RESIDUAL, YHAT } from './forecastRules.js';
import { lastRows, record, recorded, smallerOf, type GroupContext } from './groupContext.js';
import type { RecordingRule } from './ruleGroup.js';
import type { Scoring } from './scoring.js';

const { spikeScales, unrestCap, returnCap, unrestMargin, biasMargin } = adaptiveParameters;
const HOUR_MS = 3_600_000;

/** Metrics of the score's parts. */
const DISTANCE = 'foreband:distance';
const UNREST = 'foreband:unrest';
const NEAR_UNREST = 'foreband:near_unrest';
const NEAR_RESIDUAL = 'foreband:near_residual';
const SPIKE = 'foreband:spike';
const SUSTAINED = 'foreband:sustained';
const BIAS = 'foreband:bias';
export const SCORE = 'foreband:score';

/** The rules of the adaptive score: `docs/adaptive.md`, and `fillScores` and `RowWindows` of foreband-detector. */
class AdaptiveRules {
  readonly usual;
  readonly recurring: readonly RecordingRule[];
  readonly isFine: boolean;
  private readonly residual: Expression;
  private readonly deviation: Expression;

  constructor(private readonly context: GroupContext) {
    this.usual = usualQuantities(context);
    this.recurring = recurringRules(context);
    this.isFine = context.stepMs <= adaptiveParameters.longestFineStepMs;
    this.residual = this.series(RESIDUAL);
    this.deviation = operate(this.residual, '-', this.series(LEVEL));
  }

  series(metric: string) {
    return recorded(this.context, metric);
  }

  mean(metric: string, durationMs: number): Expression {
    return call('avg_over_time', lastRows(this.context, this.series(metric), rowsOf(this.context, durationMs)));
  }

  spikeOf(distance: Expression): Expression {
    const beyond = beyondRecurring(this.context, distance, this.recurring.length > 0);
    return operate(beyond, '/', this.times(this.usual.scale.of, spikeScales));
  }

  sustainedOf(unrest: Expression, margin: number): Expression {
    const { unrestMean, unrestUnit } = this.usual;
    const above = call('clamp_min', operate(unrest, '-', unrestMean.of), 0);
    return operate(above, '/', this.times(unrestUnit.of, margin));
  }

  biasOf(bias: Expression, margin: number): Expression {
    return operate(bias, '/', this.times(this.usual.biasUnit.of, margin));
  }

  times(quantity: Operand, factor: number): Operand {
    return typeof quantity === 'number' ? quantity * factor : factor === 1 ? quantity : operate(quantity, '*', factor);
  }

  /** The deviation; where an incident has moved the level by more than a scale, the residual if that is smaller. */
  distance(): Expression {
    const { residual, deviation } = this;
    const moved = operate(residual, 'and', operate(call('abs', this.series(LEVEL)), '>', this.usual.scale.of));
    const isNearer = operate(call('abs', residual), '<', call('abs', deviation));
    return operate(operate(moved, 'and', isNearer), 'or', deviation);
  }

  inScales(distance: Expression): Expression {
    return call('clamp_max', operate(call('abs', distance), '/', this.usual.scale.of), unrestCap);
  }

  /** The residual, counted with at most so many scales. */
  capped(): Expression {
    const { scale } = this.usual;
    return operate(call('clamp', operate(this.residual, '/', scale.of), -returnCap, returnCap), '*', scale.of);
  }

  /** The smaller of a mean over its whole time and over the last half hour. */
  late(metric: string, durationMs: number, sized: (mean: Expression) => Expression): Expression {
    const whole = sized(this.mean(metric, durationMs));
    return smallerOf(whole, sized(this.mean(metric, adaptiveParameters.returnMs)));
  }

  slowRules(): readonly RecordingRule[] {
    const { sustainedMs, biasMs } = adaptiveParameters;
    const unrest = this.late(NEAR_UNREST, sustainedMs, (mean) => mean);
    const bias = this.late(NEAR_RESIDUAL, biasMs, (mean) => call('abs', mean));
    return [
      record(UNREST, this.inScales(this.deviation)),
      record(NEAR_UNREST, this.inScales(this.series(DISTANCE))),
      record(NEAR_RESIDUAL, this.capped()),
      record(SUSTAINED, this.sustainedOf(unrest, unrestMargin)),
      record(BIAS, this.biasOf(bias, biasMargin)),
    ];
  }

  /** Rows that a branch decides, with its score. */
  decidedBy(branch: 'spike' | 'sustained' | 'bias'): Expression {
    const [spike, sustained, bias] = [SPIKE, SUSTAINED, BIAS].map((metric) => this.series(metric));
    switch (branch) {
      case 'spike':
        return this.isFine ? operate(operate(spike, '>=', sustained), '>=', bias) : spike;
      case 'sustained':
        return operate(operate(sustained, '>', spike), '>=', bias);
      case 'bias':
        return operate(operate(bias, '>', spike), '>', sustained);
    }
  }

  /** By branch: what `valueOf` says of the rows that it decides. */
  byBranch(valueOf: (branch: 'spike' | 'sustained' | 'bias') => Expression): Expression {
    const branches = this.isFine ? (['spike', 'sustained', 'bias'] as const) : (['spike'] as const);
    return chain('or', branches.map(valueOf));
  }

  /** The score, 0 until the windows hold an hour of samples. */
  scoreRule(): RecordingRule {
    const { context } = this;
    const known = call(
      'count_over_time',
      lastRows(context, this.series(RESIDUAL), rowsOf(context, adaptiveParameters.levelMs)),
    );
    const isKnown = operate(known, '>=', rowsOf(context, HOUR_MS));
    const scored = operate(
      this.byBranch((branch) => this.decidedBy(branch)),
      'and',
      isKnown,
    );
    return record(SCORE, operate(scored, 'or', operate(this.residual, '*', 0)));
  }

  sizeOf(branch: 'spike' | 'sustained' | 'bias'): Expression {
    const { unrestMean, unrestUnit, biasUnit, scale } = this.usual;
    const decided = this.decidedBy(branch);
    switch (branch) {
      case 'spike':
        return operate(call('abs', this.series(DISTANCE)), 'and', decided);
      case 'sustained': {
        const unrest = operate(operate(decided, '*', this.times(unrestUnit.of, unrestMargin)), '+', unrestMean.of);
        return operate(unrest, '*', scale.of);
      }
      case 'bias':
        return operate(decided, '*', this.times(biasUnit.of, biasMargin));
    }
  }

  sideOf(branch: 'spike' | 'sustained' | 'bias', direction: 'above' | 'below'): Expression {
    const operator = direction === 'above' ? '>=' : '<';
    const mean = this.mean(RESIDUAL, adaptiveParameters.biasMs);
    const level = this.series(LEVEL);
    const sides = {
      spike: operate(this.series(DISTANCE), operator, 0),
      sustained: operate(mean, operator, level),
      bias: operate(mean, operator, 0),
    };
    return operate(sides[branch], 'and', this.decidedBy(branch));
  }

  lingering(): Expression {
    const { sustainedMs, biasMs } = adaptiveParameters;
    const spike = this.spikeOf(this.deviation);
    const slow = [
      this.sustainedOf(this.mean(UNREST, sustainedMs), 1),
      this.biasOf(call('abs', this.mean(RESIDUAL, biasMs)), 1),
    ];
    const scores = this.isFine ? [spike, ...slow] : [spike];
    return chain(
      'or',
      scores.map((score) => operate(score, '>=', this.usual.threshold.of)),
    );
  }
}

/** The adaptive score of a group's series. */
export function adaptiveScoring(context: GroupContext): Scoring {
  const rules = new AdaptiveRules(context);
  const { usual } = rules;
  const used = [
    usual.scale,
    usual.threshold,
    usual.least,
    ...(rules.isFine ? [usual.unrestMean, usual.unrestUnit, usual.biasUnit] : []),
  ];
  const size = rules.byBranch((branch) => rules.sizeOf(branch));
  return {
    rules: [
      ...used.flatMap((one) => one.rules),
      levelRule(context),
      ...rules.recurring,
      record(DISTANCE, rules.distance()),
      record(SPIKE, rules.spikeOf(rules.series(DISTANCE))),
      ...(rules.isFine ? rules.slowRules() : []),
      rules.scoreRule(),
    ],
    threshold: usual.threshold.of,
    outside: operate(
      operate(rules.series(SCORE), '>=', usual.threshold.of),
      'and',
      operate(size, '>=', usual.least.of),
    ),
    lingering: rules.lingering(),
    inSeverities: (scores) => operate(scores, '/', usual.threshold.of),
    expected: operate(rules.series(YHAT), '+', rules.series(LEVEL)),
    size,
    side: (direction) => rules.byBranch((branch) => rules.sideOf(branch, direction)),
  };
}
