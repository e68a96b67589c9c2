import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

/** A choice with its text. */
export interface SmallOption {
  readonly value: string;
  readonly text: string;
}

interface Props {
  /** Accessible name. */
  readonly label: string;
  readonly options: readonly SmallOption[];
  /** Value of the option that is chosen. */
  readonly value: string;
  /** Widest it may be, as CSS: pixels, or a share of what is around it. */
  readonly maxWidth: number | `${number}%`;
  readonly onChange: (value: string) => void;
}

function getStyles(theme: GrafanaTheme2) {
  return css({
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
  });
}

/** The browser's own select, low enough for the head of a view. */
export function SmallSelect({ label, options, value, maxWidth, onChange }: Props) {
  const style = useStyles2(getStyles);
  return (
    <select
      className={style}
      style={{ maxWidth }}
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.text}
        </option>
      ))}
    </select>
  );
}
