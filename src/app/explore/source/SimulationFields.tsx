import { useId, useState } from 'react';
import { Field, Input } from '@grafana/ui';

import type { SourceChoice } from '../address/exploreState';

type SimulationSource = Extract<SourceChoice, { kind: 'simulation' }>;

interface WholeFieldProps {
  readonly label: string;
  readonly value: number;
  readonly max: number;
  readonly min: number;
  readonly onChange: (value: number) => void;
}

function WholeField({ label, value, min, max, onChange }: WholeFieldProps) {
  const id = useId();
  const [draft, setDraft] = useState<string>();
  const typed = Number(draft ?? value);
  const isRefused = draft === '' || !Number.isInteger(typed) || typed < min || typed > max;
  const commit = () => {
    setDraft(undefined);
    if (!isRefused && typed !== value) {
      onChange(typed);
    }
  };
  return (
    <Field
      label={label}
      htmlFor={id}
      invalid={isRefused}
      error={isRefused ? `A whole number from ${min} to ${max}` : undefined}
      noMargin
    >
      <Input
        id={id}
        type="number"
        width={14}
        min={min}
        max={max}
        value={draft ?? String(value)}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onBlur={commit}
        onKeyDown={({ key }) => key === 'Enter' && commit()}
      />
    </Field>
  );
}

interface Props {
  readonly source: SimulationSource;
  readonly onChange: (source: SimulationSource) => void;
}

/** How many machines are simulated, and which. */
export function SimulationFields({ source, onChange }: Props) {
  return (
    <>
      <WholeField
        label="Machines"
        value={source.nInstances}
        min={1}
        max={1000}
        onChange={(nInstances) => onChange({ ...source, nInstances })}
      />
      <WholeField
        label="Seed"
        value={source.seed}
        min={0}
        max={2 ** 32 - 1}
        onChange={(seed) => onChange({ ...source, seed })}
      />
    </>
  );
}
