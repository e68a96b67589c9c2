import { useId, useState } from 'react';
import { Field, Input } from '@grafana/ui';

interface Props {
  readonly label: string;
  readonly value: number;
  readonly max: number;
  readonly min: number;
  readonly onChange: (value: number) => void;
}

/** A field for a whole number; what is typed holds from Enter or from leaving the field on. */
export function WholeField({ label, value, min, max, onChange }: Props) {
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
