import { useState, type KeyboardEvent } from 'react';
import { Input } from '@grafana/ui';

import { parseTyped, shownNumber, type NumberInputConfig } from './numberConfig';

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
      onCommit(next);
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
      title={isRefused ? `Expected ${config.expectation}` : undefined}
      suffix={config.unit}
      aria-label={name}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onKeyDown={commitOnEnter}
      onBlur={commit}
    />
  );
}
