import type { StandardEditorProps } from '@grafana/data';
import { Input, RadioButtonGroup } from '@grafana/ui';
import type { ThresholdGoal } from 'foreband-detector';
import { useState } from 'react';

import { defaultPlan } from 'foreband-engine';

type Props = StandardEditorProps<ThresholdGoal | undefined>;

const kinds = [
  { value: 'fBeta' as const, label: 'Best F-beta' },
  { value: 'falseEvents' as const, label: 'Few false events' },
];
const usual: Readonly<Record<ThresholdGoal['kind'], ThresholdGoal>> = {
  fBeta: { kind: 'fBeta', beta: 1 },
  falseEvents: { kind: 'falseEvents', perWeek: 1 },
};

function numberOf(goal: ThresholdGoal): number {
  return goal.kind === 'fBeta' ? goal.beta : goal.perWeek;
}

function withNumber(goal: ThresholdGoal, value: number): ThresholdGoal {
  return goal.kind === 'fBeta' ? { kind: 'fBeta', beta: value } : { kind: 'falseEvents', perWeek: value };
}

/** The goal of the suggested threshold, and how strict it is. */
export function GoalEditor({ value, onChange, id }: Props) {
  const goal = value ?? defaultPlan.goal;
  const [draft, setDraft] = useState<string>();
  const least = goal.kind === 'fBeta' ? Number.MIN_VALUE : 0;
  const isRefused = draft !== undefined && !(draft.trim() !== '' && Number(draft) >= least);
  const commit = () => {
    if (draft !== undefined && !isRefused) {
      onChange(withNumber(goal, Number(draft)));
    }
    setDraft(undefined);
  };
  return (
    <>
      <RadioButtonGroup
        fullWidth
        options={kinds}
        value={goal.kind}
        onChange={(kind) => {
          setDraft(undefined);
          onChange(usual[kind]);
        }}
      />
      <Input
        id={id}
        type="number"
        min={0}
        step="any"
        prefix={goal.kind === 'fBeta' ? 'beta' : 'at most'}
        suffix={goal.kind === 'fBeta' ? 'weight of recall' : 'false events a week'}
        value={draft ?? String(numberOf(goal))}
        invalid={isRefused}
        aria-label={goal.kind === 'fBeta' ? 'Beta: weight of recall' : 'False events a week'}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onBlur={commit}
        onKeyDown={({ key }) => key === 'Enter' && commit()}
      />
    </>
  );
}
