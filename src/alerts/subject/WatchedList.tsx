import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Icon, useStyles2 } from '@grafana/ui';

import type { UnfittedSeries } from './alertSubject';

interface Props {
  /** Names of the series that the rules watch. */
  readonly names: readonly string[];
  readonly refused: readonly UnfittedSeries[];
  /** The expression that they come from; undefined where it is not known. */
  readonly expr?: string;
}

function getStyles(theme: GrafanaTheme2) {
  return {
    count: css({ fontWeight: theme.typography.fontWeightMedium, margin: 0 }),
    expr: css({
      display: 'block',
      margin: theme.spacing(0.5, 0),
      whiteSpace: 'pre-wrap',
      overflowWrap: 'anywhere',
      maxHeight: 88,
      overflow: 'auto',
    }),
    names: css({
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5),
      listStyle: 'none',
      margin: theme.spacing(0.5, 0, 0),
      padding: 0,
      maxHeight: 92,
      overflow: 'auto',
      fontSize: theme.typography.bodySmall.fontSize,
    }),
    name: css({
      padding: theme.spacing(0, 0.75),
      background: theme.colors.background.secondary,
      borderRadius: theme.shape.radius.default,
      overflowWrap: 'anywhere',
    }),
    refused: css({
      listStyle: 'none',
      margin: theme.spacing(1, 0, 0),
      padding: 0,
      maxHeight: 120,
      overflow: 'auto',
      fontSize: theme.typography.bodySmall.fontSize,
      overflowWrap: 'anywhere',
    }),
    sign: css({ color: theme.colors.warning.text, marginRight: theme.spacing(0.5) }),
    text: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize, margin: 0 }),
  };
}

/** The series that rules watch, and those that they do not, each with its reason. */
export function WatchedList({ names, refused, expr }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <div data-testid="foreband watched by rules">
      <p className={styles.count}>
        {names.length === 1 ? 'Watches 1 series' : `Watches ${names.length} series`}
        {refused.length > 0 && `, ${refused.length} not`}
      </p>
      {expr !== undefined && <code className={styles.expr}>{expr}</code>}
      <ul className={styles.names}>
        {names.map((name, place) => (
          <li key={`${place} ${name}`} className={styles.name}>
            {name}
          </li>
        ))}
      </ul>
      {refused.length > 0 && (
        <>
          <ul className={styles.refused}>
            {refused.map(({ name, reason }, place) => (
              <li key={`${place} ${name}`}>
                <Icon name="exclamation-triangle" size="sm" className={styles.sign} />
                {name}: {reason}
              </li>
            ))}
          </ul>
          {names.length > 0 && (
            <p className={styles.text}>The alert ForebandNoModel says so while such a series has samples.</p>
          )}
        </>
      )}
    </div>
  );
}
