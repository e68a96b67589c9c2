import { useState, type KeyboardEvent } from 'react';
import { Input } from '@grafana/ui';

/** How a stored number is shown and typed. */
export interface NumberInputConfig {
  /** Smallest and largest value accepted. Default any. */
  readonly min?: number;
  readonly max?: number;
  readonly isInteger?: boolean;
  /** Shown after the number. */
  readonly unit?: string;
  /** The stored value is this many times the number shown, for instance 86,400,000 for days. Default 1. */
  readonly factor?: number;
}

interface Props {
  readonly id?: string;
  /** The field's name for screen readers. */
  readonly name: string;
  readonly config: NumberInputConfig;
  /** The stored value; nothing where none is set. */
  readonly value: number | null | undefined;
  /** Shown in gray where nothing is set. */
  readonly placeholder: string;
  /** Given the stored value that was typed, undefined for an emptied field; not called for one that stayed the same. */
  readonly onCommit: (value: number | undefined) => void;
}

/** Reads what was typed; undefined for nothing, NaN for what cannot be accepted. */
export function parseTyped(typed: string, { min, max, isInteger }: NumberInputConfig): number | undefined {
  if (typed.trim() === '') {
    return undefined;
  }
  const value = Number(typed);
  const isAccepted =
    Number.isFinite(value) &&
    value >= (min ?? -Infinity) &&
    value <= (max ?? Infinity) &&
    (isInteger !== true || Number.isInteger(value));
  return isAccepted ? value : NaN;
}

// So that 95 % is 0.95 and not a hair more.
const rounded = (value: number) => Number(value.toPrecision(12));

/** A stored value as it is shown; empty for none. */
export function shownNumber(value: number | null | undefined, { factor = 1 }: NumberInputConfig): string {
  return value === null || value === undefined ? '' : String(rounded(value / factor));
}

function rangeText({ min, max, isInteger }: NumberInputConfig): string {
  const kind = isInteger === true ? 'a whole number' : 'a number';
  if (min === undefined && max === undefined) {
    return `Expected ${kind}`;
  }
  return max === undefined ? `Expected ${kind} from ${min}` : `Expected ${kind} from ${min} to ${max}`;
}

/**
 * A field for a number. What is typed holds from Enter or from leaving the field on: each digit of a longer training
 * window would be a query of its own.
 */
export function NumberInput({ id, name, config, value, placeholder, onCommit }: Props) {
  const stored = shownNumber(value, config);
  const [draft, setDraft] = useState<string>();
  const isRefused = draft !== undefined && Number.isNaN(parseTyped(draft, config));
  const commit = () => {
    const next = draft === undefined || draft === stored ? NaN : parseTyped(draft, config);
    setDraft(undefined);
    if (!Number.isNaN(next)) {
      onCommit(next === undefined ? undefined : rounded(next * (config.factor ?? 1)));
    }
  };
  const commitOnEnter = ({ key }: KeyboardEvent) => {
    if (key === 'Enter' && !isRefused) {
      commit();
    }
  };
  return (
    <Input
      id={id}
      type="number"
      min={config.min}
      max={config.max}
      step="any"
      placeholder={placeholder}
      value={draft ?? stored}
      invalid={isRefused}
      title={isRefused ? rangeText(config) : undefined}
      suffix={config.unit}
      aria-label={name}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onKeyDown={commitOnEnter}
      onBlur={commit}
    />
  );
}
