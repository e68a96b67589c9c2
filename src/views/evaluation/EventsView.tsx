import { useMemo } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

import { formatSpan } from '../formatTime';
import { ViewTile } from '../layout/ViewTile';
import { ViewMessage } from '../states/ViewMessage';

import { AnswerButtons } from './AnswerButtons';
import { eventRows } from './eventRows';
import type { EvaluationViewProps } from './evaluationViewProps';
import { outcomeCounts } from './outcomes';

function getStyles(theme: GrafanaTheme2) {
  return {
    table: css({
      width: '100%',
      fontSize: theme.typography.bodySmall.fontSize,
      fontVariantNumeric: 'tabular-nums',
      'th, td': {
        padding: theme.spacing(0.25, 0.5),
        textAlign: 'left',
        whiteSpace: 'nowrap',
        borderBottom: `1px solid ${theme.colors.border.weak}`,
      },
      th: { fontWeight: theme.typography.fontWeightRegular, color: theme.colors.text.secondary },
    }),
    answers: css({ display: 'flex', gap: theme.spacing(0.5) }),
    note: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize, margin: 0 }),
  };
}

/** Event by event: what was to be found, what became of it, and what was found that nobody planted. */
export function EventsView({ basis, evaluation, timeZone, answering, width, height }: EvaluationViewProps) {
  const styles = useStyles2(getStyles);
  const rows = useMemo(() => eventRows(evaluation, basis.unplanted), [evaluation, basis.unplanted]);
  const hasQuestions = answering !== undefined && rows.some(({ incident }) => incident !== undefined);
  return (
    <ViewTile
      width={width}
      height={height}
      title="Events"
      subject={basis.name}
      readout={outcomeCounts(evaluation.events)}
      hasFigure={false}
      table={() => ({
        headings: ['start', 'end', 'kind', 'outcome', 'delay', 'score'],
        rows: rows.map(({ start, end, kind, outcome, delay, score }) => [
          new Date(start).toISOString(),
          new Date(end).toISOString(),
          kind,
          outcome,
          delay,
          score,
        ]),
      })}
    >
      {() =>
        rows.length === 0 ? (
          <ViewMessage title="No events" advice="Nothing was to be found, and nothing was flagged." />
        ) : (
          <>
            {hasQuestions && <p className={styles.note}>{answering.stored}</p>}
            <table className={styles.table} aria-label="Events and alarms">
              <thead>
                <tr>
                  {['Time', 'Outcome', ...(hasQuestions ? ['Yours?'] : []), 'Delay', 'Score'].map((heading) => (
                    <th key={heading} scope="col">
                      {heading}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map(({ start, end, kind, outcome, delay, score, incident }) => (
                  <tr key={`${start} ${kind} ${outcome}`}>
                    <td>{formatSpan(start, end, timeZone)}</td>
                    <td>{kind === '' ? outcome : `${kind}, ${outcome}`}</td>
                    {hasQuestions && (
                      <td>
                        {incident !== undefined && (
                          <span className={styles.answers}>
                            <AnswerButtons incident={incident} name={formatSpan(start, end, timeZone)} {...answering} />
                          </span>
                        )}
                      </td>
                    )}
                    <td>{delay}</td>
                    <td>{score}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </>
        )
      }
    </ViewTile>
  );
}
