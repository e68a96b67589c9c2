import { SmallSelect } from './SmallSelect';

/** A series that can be chosen. */
export interface SeriesChoice {
  readonly key: string;
  readonly name: string;
}

interface Props {
  readonly choices: readonly SeriesChoice[];
  /** Key of the one that is shown. */
  readonly value: string;
  readonly onChange: (key: string) => void;
  /** Widest it may be, CSS pixels. Default 220. */
  readonly maxWidth?: number;
}

/** Which series is looked at; nothing to choose where there is one. */
export function SeriesPicker({ choices, value, onChange, maxWidth = 220 }: Props) {
  const options = choices.map(({ key, name }) => ({ value: key, text: name }));
  return choices.length < 2 ? null : (
    <SmallSelect label="Series" options={options} value={value} maxWidth={maxWidth} onChange={onChange} />
  );
}
