import { useMemo } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { reportMarkdown, reportOf, reportText, type ReportSection } from 'foreband-detector';

import { FigureList } from '../FigureList';
import { ViewTile } from '../layout/ViewTile';

import type { EvaluationViewProps } from './evaluationViewProps';

function getStyles(theme: GrafanaTheme2) {
  return {
    root: css({
      fontSize: theme.typography.bodySmall.fontSize,
      paddingRight: theme.spacing(1),
      p: { margin: theme.spacing(0, 0, 0.5) },
      ul: { margin: theme.spacing(0, 0, 0.5), paddingLeft: theme.spacing(2) },
    }),
    heading: css({
      fontSize: theme.typography.bodySmall.fontSize,
      fontWeight: theme.typography.fontWeightMedium,
      margin: theme.spacing(1, 0, 0.25),
    }),
  };
}

function Section({ title, paragraphs, points, table }: ReportSection) {
  const styles = useStyles2(getStyles);
  const [headings, ...rows] = table;
  return (
    <>
      <h5 className={styles.heading}>{title}</h5>
      {paragraphs.map((text) => (
        <p key={text}>{text}</p>
      ))}
      {points.length > 0 && (
        <ul>
          {points.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
      {headings !== undefined && rows.length > 0 && (
        <FigureList caption={title} headings={headings.slice(1)} firstHeading={headings[0]} rows={rows} />
      )}
    </>
  );
}

/** The evaluation in words: what to do first, how it was measured last. */
export function ReportView({ basis, evaluation, width, height }: EvaluationViewProps) {
  const styles = useStyles2(getStyles);
  const report = useMemo(
    () =>
      reportOf(
        basis.fitted === undefined ? basis.name : `${basis.name}, by the saved model`,
        evaluation,
        basis.study,
        basis.comparison,
      ),
    [basis, evaluation],
  );
  return (
    <ViewTile
      width={width}
      height={height}
      title="Report"
      subject={basis.name}
      hasFigure={false}
      texts={[
        { label: 'Text', extension: 'txt', text: () => reportText(report) },
        { label: 'Markdown', extension: 'md', text: () => reportMarkdown(report) },
      ]}
    >
      {() => (
        <div className={styles.root}>
          {report.sections.map((section) => (
            <Section key={section.title} {...section} />
          ))}
        </div>
      )}
    </ViewTile>
  );
}
