import type { NumberFieldConfigSettings, StandardEditorProps } from '@grafana/data';
import { Input } from '@grafana/ui';
import { useEffect, useState } from 'react';

const COMMIT_AFTER_MS = 500;

/** A number that is committed on leaving the field, on Enter, and half a second after the last key. Empty: undefined. */
export function NumberEditor({ value, onChange, id, item }: StandardEditorProps<number, NumberFieldConfigSettings>) {
  const { min, max, step, integer, placeholder } = item.settings ?? {};
  const [text, setText] = useState(value === undefined || value === null ? '' : String(value));
  useEffect(() => setText(value === undefined || value === null ? '' : String(value)), [value]);
  const commit = () => {
    const next = text.trim() === '' ? undefined : clamp(Number(text), min, max, integer);
    if (next !== (value ?? undefined) && !Number.isNaN(next)) {
      onChange(next);
    }
  };
  useEffect(() => {
    const timer = setTimeout(commit, COMMIT_AFTER_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <Input
      id={id}
      type="number"
      value={text}
      min={min}
      max={max}
      step={step}
      placeholder={placeholder}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => event.key === 'Enter' && commit()}
    />
  );
}

function clamp(value: number, min = -Infinity, max = Infinity, integer = false): number {
  return Math.min(max, Math.max(min, integer ? Math.trunc(value) : value));
}
