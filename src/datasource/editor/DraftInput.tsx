import { useState, type KeyboardEvent } from 'react';
import { InlineField, Input } from '@grafana/ui';

/** A text field that hands on what was typed when the user leaves it or presses Enter, and only if it can be read. */
export interface DraftInputProps {
  readonly label: string;
  /** Help behind the label. */
  readonly tooltip: string;
  readonly value: string;
  /** Shown where the field is empty: what then holds. */
  readonly placeholder: string;
  /** The fault of a text, or undefined where it can be taken. Empty texts are always taken. */
  readonly problemOf: (text: string) => string | undefined;
  readonly onCommit: (text: string) => void;
  readonly id: string;
  /** Width in units of 8 pixels. Default 12. */
  readonly width?: number;
  readonly labelWidth?: number;
}

/** See DraftInputProps. */
export function DraftInput(props: DraftInputProps) {
  const { label, tooltip, value, placeholder, problemOf, onCommit, id, width = 12, labelWidth } = props;
  const [draft, setDraft] = useState<string>();
  const typed = (draft ?? '').trim();
  const problem = draft === undefined || typed === '' ? undefined : problemOf(typed);
  const commit = () => {
    if (draft !== undefined && problem === undefined) {
      setDraft(undefined);
      if (typed !== value) {
        onCommit(typed);
      }
    }
  };
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key === 'Enter') {
      commit();
    }
  };
  return (
    <InlineField
      label={label}
      tooltip={tooltip}
      htmlFor={id}
      labelWidth={labelWidth}
      invalid={problem !== undefined}
      error={problem}
    >
      <Input
        id={id}
        width={width}
        value={draft ?? value}
        placeholder={placeholder}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onBlur={commit}
        onKeyDown={onKeyDown}
      />
    </InlineField>
  );
}
