import { useState, type KeyboardEvent } from 'react';
import type { StandardEditorProps } from '@grafana/data';
import { Input } from '@grafana/ui';

import { inheritedValue } from './inheritedValue';
import { ResetRow } from './ResetRow';
import type { NumberSettingName, OptionalNumberSettingName } from './settingNames';

/** What a number field needs besides the option's own description. */
export interface SettingNumberConfig {
  readonly setting: NumberSettingName | OptionalNumberSettingName;
  /** Smallest and largest value accepted. Default any. */
  readonly min?: number;
  readonly max?: number;
  readonly isInteger?: boolean;
  /** Shown after the number. */
  readonly unit?: string;
  /** The stored value is this many times the number shown, for instance 86,400,000 for days. Default 1. */
  readonly factor?: number;
}

type Props = StandardEditorProps<number | null | undefined, SettingNumberConfig>;

/** Reads what was typed; undefined for nothing, NaN for what cannot be accepted. */
export function parseTyped(typed: string, { min, max, isInteger }: SettingNumberConfig): number | undefined {
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

function shown(value: number | null | undefined, factor: number): string {
  return value === null || value === undefined ? '' : String(Number((value / factor).toPrecision(12)));
}

function rangeText({ min, max, isInteger }: SettingNumberConfig): string {
  const kind = isInteger === true ? 'a whole number' : 'a number';
  if (min === undefined && max === undefined) {
    return `Expected ${kind}`;
  }
  return max === undefined ? `Expected ${kind} from ${min}` : `Expected ${kind} from ${min} to ${max}`;
}

/**
 * A number field for a setting: empty means inherited, and the inherited value stands in it in grey. What is typed holds
 * from Enter or from leaving the field on: each digit of a longer training window would be a query of its own.
 */
export function SettingNumber({ value, onChange, item, context, id }: Props) {
  const config: SettingNumberConfig = item.settings ?? { setting: 'n' };
  const factor = config.factor ?? 1;
  const inherited = inheritedValue(context.data, config.setting);
  const stored = shown(value, factor);
  const [draft, setDraft] = useState<string>();
  const isRefused = draft !== undefined && Number.isNaN(parseTyped(draft, config));
  const commit = () => {
    const next = draft === undefined || draft === stored ? NaN : parseTyped(draft, config);
    setDraft(undefined);
    if (!Number.isNaN(next)) {
      onChange(next === undefined ? undefined : next * factor);
    }
  };
  const commitOnEnter = ({ key }: KeyboardEvent) => {
    if (key === 'Enter' && !isRefused) {
      commit();
    }
  };
  const reset = () => {
    setDraft(undefined);
    onChange(undefined);
  };
  return (
    <ResetRow
      isSet={value !== undefined}
      origin={inherited.origin}
      inheritedText={shown(inherited.value, factor) || 'none'}
      onReset={reset}
    >
      <Input
        id={id}
        type="number"
        min={config.min}
        max={config.max}
        step="any"
        placeholder={shown(inherited.value, factor) || 'none'}
        value={draft ?? stored}
        invalid={isRefused}
        title={isRefused ? rangeText(config) : undefined}
        suffix={config.unit}
        aria-label={item.name}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onKeyDown={commitOnEnter}
        onBlur={commit}
      />
    </ResetRow>
  );
}
