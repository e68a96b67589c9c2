import { css } from '@emotion/css';
import type { GrafanaTheme2, TimeZone } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { UnplantedIncident } from 'foreband-engine';

import { formatSpan } from '../formatTime';

import { AnswerButtons } from './AnswerButtons';
import type { Answering } from './answering';

/** Height of the strip, CSS pixels. */
export const QUESTION_STRIP_PX = 28;

interface Props {
  readonly incident: UnplantedIncident;
  /** How many more there are. */
  readonly nMore: number;
  readonly timeZone: TimeZone;
  readonly answering: Answering;
}

function getStyles(theme: GrafanaTheme2) {
  return {
    root: css({
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
      height: QUESTION_STRIP_PX,
      fontSize: theme.typography.bodySmall.fontSize,
      whiteSpace: 'nowrap',
    }),
    text: css({ overflow: 'hidden', textOverflow: 'ellipsis' }),
    more: css({ color: theme.colors.text.secondary, flexShrink: 0 }),
  };
}

/** Asks about one incident that was found and not planted. */
export function QuestionStrip({ incident, nMore, timeZone, answering }: Props) {
  const styles = useStyles2(getStyles);
  const name = formatSpan(incident.start, incident.end, timeZone);
  const text = `${name}: found, not planted: yours?`;
  return (
    <div className={styles.root} role="group" aria-label="Found, not planted" data-testid="foreband question">
      <span className={styles.text} title={`${text} Until you say so it counts neither as right nor as false.`}>
        {text}
      </span>
      <AnswerButtons incident={incident} name={name} {...answering} />
      {nMore > 0 && <span className={styles.more}>{`and ${nMore} more`}</span>}
    </div>
  );
}
