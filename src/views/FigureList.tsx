import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

/** A table of figures: the first cell of a row names it. */
export interface FigureRows {
  /** Of the columns after the first. */
  readonly headings: readonly string[];
  /** Of the first. Default none is seen. */
  readonly firstHeading?: string;
  readonly rows: ReadonlyArray<readonly string[]>;
}

interface Props extends FigureRows {
  /** The table's caption, for screen readers. */
  readonly caption: string;
}

function getStyles(theme: GrafanaTheme2) {
  return {
    table: css({
      width: '100%',
      fontSize: theme.typography.bodySmall.fontSize,
      fontVariantNumeric: 'tabular-nums',
      'th, td': {
        padding: theme.spacing(0.25, 0.5),
        textAlign: 'right',
        whiteSpace: 'nowrap',
        borderBottom: `1px solid ${theme.colors.border.weak}`,
      },
      th: { fontWeight: theme.typography.fontWeightRegular, color: theme.colors.text.secondary },
      'th:first-child, td:first-child': { textAlign: 'left' },
    }),
    caption: css({ position: 'absolute', clipPath: 'inset(50%)', width: 1, height: 1, overflow: 'hidden' }),
  };
}

/** Figures in rows, aligned so that they can be compared. */
export function FigureList({ caption, headings, firstHeading = '', rows }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>{caption}</caption>
      <thead>
        <tr>
          <th scope="col" aria-label={firstHeading === '' ? 'Figure' : undefined}>
            {firstHeading}
          </th>
          {headings.map((heading) => (
            <th key={heading} scope="col">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, ...cells]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {cells.map((cell, column) => (
              <td key={headings[column]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
