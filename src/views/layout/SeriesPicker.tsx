import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

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

function getStyles(theme: GrafanaTheme2) {
  return {
    select: css({
      minWidth: 0,
      flexShrink: 1,
      height: 22,
      padding: theme.spacing(0, 0.5),
      fontSize: theme.typography.bodySmall.fontSize,
      color: theme.colors.text.primary,
      background: theme.components.input.background,
      border: `1px solid ${theme.components.input.borderColor}`,
      borderRadius: theme.shape.radius.default,
      textOverflow: 'ellipsis',
      '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}` },
    }),
  };
}

/** Which series is looked at; nothing to choose where there is one. */
export function SeriesPicker({ choices, value, onChange, maxWidth = 220 }: Props) {
  const styles = useStyles2(getStyles);
  if (choices.length < 2) {
    return null;
  }
  return (
    <select
      className={styles.select}
      style={{ maxWidth }}
      aria-label="Series"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      {choices.map(({ key, name }) => (
        <option key={key} value={key}>
          {name}
        </option>
      ))}
    </select>
  );
}
