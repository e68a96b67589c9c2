import type { NumberFieldConfigSettings, StandardEditorProps } from '@grafana/data';
import { Input } from '@grafana/ui';
import { useEffect, useRef, useState } from 'react';

const COMMIT_AFTER_MS = 500;

/** A number that is committed on leaving the field, on Enter, and half a second after the last key. Empty: undefined. */
export function NumberEditor({ value, onChange, id, item }: StandardEditorProps<number, NumberFieldConfigSettings>) {
  const { min, max, step, integer, placeholder } = item.settings ?? {};
  const [text, setText] = useState(textOf(value));
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => setText(textOf(value)), [value]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const commit = (typed: string) => {
    clearTimeout(timer.current);
    const next = typed.trim() === '' ? undefined : clamp(Number(typed), min, max, integer);
    if (next !== (value ?? undefined) && !Number.isNaN(next)) {
      onChange(next);
    }
  };
  const type = (typed: string) => {
    setText(typed);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => commit(typed), COMMIT_AFTER_MS);
  };
  return (
    <Input
      id={id}
      type="number"
      value={text}
      min={min}
      max={max}
      step={step}
      placeholder={placeholder}
      onChange={(event) => type(event.currentTarget.value)}
      onBlur={(event) => commit(event.currentTarget.value)}
      onKeyDown={(event) => event.key === 'Enter' && commit(event.currentTarget.value)}
    />
  );
}

const textOf = (value: number | undefined | null): string =>
  value === undefined || value === null ? '' : String(value);

function clamp(value: number, min = -Infinity, max = Infinity, integer = false): number {
  return Math.min(max, Math.max(min, integer ? Math.trunc(value) : value));
}
