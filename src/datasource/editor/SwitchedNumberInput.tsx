import { DraftInput } from './DraftInput';
import { numberProblem } from './fieldTexts';

/** A number field for a setting that can be switched off. */
export interface SwitchedNumberInputProps {
  readonly id: string;
  readonly label: string;
  readonly tooltip: string;
  /** The stored value; null where it is off, nothing where the default holds. */
  readonly value: number | null | undefined;
  readonly defaultValue: number | null;
  readonly min: number;
  readonly max: number;
  readonly onCommit: (value: number | null | undefined) => void;
}

const OFF = 'off';

const textOf = (value: number | null | undefined) => (value === null ? OFF : String(value ?? ''));

/** Takes a number, the word "off", or nothing for the default. */
export function SwitchedNumberInput({ value, defaultValue, min, max, onCommit, ...field }: SwitchedNumberInputProps) {
  return (
    <DraftInput
      {...field}
      value={textOf(value)}
      placeholder={textOf(defaultValue)}
      problemOf={(text) => {
        const problem = text.toLowerCase() === OFF ? undefined : numberProblem(text, min, max);
        return problem === undefined ? undefined : `${problem}, or off`;
      }}
      onCommit={(text) => onCommit(text.toLowerCase() === OFF ? null : text === '' ? undefined : Number(text))}
    />
  );
}
