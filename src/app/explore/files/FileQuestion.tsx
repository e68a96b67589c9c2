import { useId } from 'react';
import { css } from '@emotion/css';
import { dateTimeFormat, type GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';
import type { CsvOption } from 'foreband-detector';

import type { AskedFile } from './useFiles';

function getStyles(theme: GrafanaTheme2) {
  return {
    root: css({
      padding: theme.spacing(3),
      background: theme.colors.background.primary,
      border: `1px solid ${theme.colors.border.weak}`,
      borderRadius: theme.shape.radius.default,
      overflowWrap: 'anywhere',
      h2: { fontSize: theme.typography.h4.fontSize },
      h3: { fontSize: theme.typography.h5.fontSize },
    }),
    options: css({
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 320px), 1fr))',
      gap: theme.spacing(2),
      margin: theme.spacing(2, 0),
    }),
    option: css({
      display: 'flex',
      flexDirection: 'column',
      alignItems: 'start',
      gap: theme.spacing(1),
      minWidth: 0,
      padding: theme.spacing(2),
      border: `1px solid ${theme.colors.border.medium}`,
      borderRadius: theme.shape.radius.default,
    }),
    table: css({
      width: '100%',
      fontVariantNumeric: 'tabular-nums',
      'th, td': { padding: theme.spacing(0.5, 1, 0.5, 0), textAlign: 'left' },
      'th:last-child, td:last-child': { textAlign: 'right', paddingRight: 0 },
      th: { fontWeight: theme.typography.fontWeightRegular, color: theme.colors.text.secondary },
    }),
  };
}

// The name of the month leaves no doubt; files are read in UTC where they name no zone.
function timeText(time: number): string {
  return `${dateTimeFormat(time, { timeZone: 'utc', format: 'D MMM YYYY HH:mm:ss' })} UTC`;
}

function Option({ option, onChoose }: { readonly option: CsvOption; readonly onChoose: () => void }) {
  const styles = useStyles2(getStyles);
  const id = useId();
  return (
    <section className={styles.option} aria-labelledby={id}>
      <h3 id={id}>{option.title}</h3>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Line</th>
            <th scope="col">Written</th>
            <th scope="col">Time</th>
            <th scope="col">Value</th>
          </tr>
        </thead>
        <tbody>
          {option.rows.map(({ line, written, time, value }) => (
            <tr key={line}>
              <td>{line}</td>
              <td>{written}</td>
              <td>{timeText(time)}</td>
              <td>{Number.isNaN(value) ? 'none' : String(value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Button onClick={onChoose} aria-describedby={id}>
        Read it like this
      </Button>
    </section>
  );
}

/** Asks how a file is to be read, with its first rows both ways, side by side. */
export function FileQuestion({ asked: { name, question, answer, dismiss } }: { readonly asked: AskedFile }) {
  const styles = useStyles2(getStyles);
  const id = useId();
  return (
    <section className={styles.root} aria-labelledby={id} data-testid="foreband file question">
      <h2 id={id}>{`${name} can be read in two ways`}</h2>
      <span>{question.text}</span>
      <div className={styles.options}>
        {question.options.map((option) => (
          <Option key={option.title} option={option} onChoose={() => answer(option.answers)} />
        ))}
      </div>
      <Button variant="secondary" fill="text" onClick={dismiss}>
        Cancel
      </Button>
    </section>
  );
}
