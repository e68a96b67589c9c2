import { useId } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Field, RadioButtonGroup, Select, useStyles2 } from '@grafana/ui';
import type { ThresholdGoal } from 'foreband-detector';

import type { EvaluationPlan } from 'foreband-engine';
import type { ExplorePlan } from '../address/planCodecs';
import { WholeField } from '../source/WholeField';

interface Props {
  readonly plan: EvaluationPlan;
  /** Whether anything is known to be anomalous. */
  readonly isKnown: boolean;
  /** Whether a saved model is evaluated: on what came after its training. */
  readonly isOfModel: boolean;
  readonly onChange: (change: Partial<ExplorePlan>) => void;
}

const truths: ReadonlyArray<{
  readonly value: ExplorePlan['truth'];
  readonly label: string;
  readonly description: string;
}> = [
  { value: 'field', label: 'Labels', description: 'The labels of the file, or the anomalies of the simulation' },
  { value: 'planted', label: 'Planted', description: 'Anomalies of every kind, planted in the held-out samples' },
];

const rowPlans = [
  { value: 'split' as const, label: 'Split', description: 'Fits the first 80 % and holds out the rest' },
  {
    value: 'rolling' as const,
    label: 'Rolling',
    description: 'Fits the first half, holds out the next day, refits with that day, and so on',
  },
];

const goals: ReadonlyArray<{ readonly label: string; readonly goal: ThresholdGoal }> = [
  { label: 'Best balance (F1)', goal: { kind: 'fBeta', beta: 1 } },
  { label: 'Miss less (F2)', goal: { kind: 'fBeta', beta: 2 } },
  { label: 'Alarm less (F0.5)', goal: { kind: 'fBeta', beta: 0.5 } },
  { label: 'At most 1 false event a week', goal: { kind: 'falseEvents', perWeek: 1 } },
  { label: 'No false event', goal: { kind: 'falseEvents', perWeek: 0 } },
];

const keyOf = (goal: ThresholdGoal) => JSON.stringify(goal);

function goalOptions(present: ThresholdGoal) {
  const isListed = goals.some(({ goal }) => keyOf(goal) === keyOf(present));
  const own = present.kind === 'fBeta' ? `Best F${present.beta}` : `At most ${present.perWeek} false events a week`;
  const all = isListed ? goals : [...goals, { label: own, goal: present }];
  return all.map(({ label, goal }) => ({ value: keyOf(goal), label, goal }));
}

function getStyles(theme: GrafanaTheme2) {
  return {
    bar: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(2), marginBottom: theme.spacing(1) }),
  };
}

/** How the detector is evaluated. */
export function PlanBar({ plan, isKnown, isOfModel, onChange }: Props) {
  const styles = useStyles2(getStyles);
  const id = useId();
  const options = goalOptions(plan.goal);
  return (
    <div className={styles.bar} role="group" aria-label="How it is evaluated">
      <Field label="Anomalies to find" noMargin>
        <RadioButtonGroup<ExplorePlan['truth']>
          aria-label="Anomalies to find"
          options={[...truths]}
          disabledOptions={isKnown ? [] : ['field']}
          value={plan.truth === 'annotations' ? 'planted' : plan.truth}
          onChange={(truth) => onChange({ truth })}
        />
      </Field>
      {!isOfModel && (
        <Field label="Scored samples" noMargin>
          <RadioButtonGroup
            aria-label="Scored samples"
            options={rowPlans}
            value={plan.rows}
            onChange={(rows) => onChange({ rows })}
          />
        </Field>
      )}
      <Field label="Suggest a threshold for" htmlFor={id} noMargin>
        <Select<string>
          inputId={id}
          aria-label="Suggest a threshold for"
          width={32}
          options={options}
          value={keyOf(plan.goal)}
          onChange={({ value }) => {
            const chosen = options.find((option) => option.value === value);
            onChange({ goal: chosen?.goal ?? plan.goal });
          }}
        />
      </Field>
      {plan.truth === 'planted' && (
        <>
          <WholeField
            label="Size (noise)"
            value={plan.size}
            min={1}
            max={100}
            onChange={(size) => onChange({ size })}
          />
          <WholeField
            label="Seed"
            value={plan.seed}
            min={0}
            max={2 ** 31 - 1}
            onChange={(seed) => onChange({ seed })}
          />
        </>
      )}
    </div>
  );
}
