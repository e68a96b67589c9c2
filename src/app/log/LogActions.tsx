import { useState } from 'react';
import { css } from '@emotion/css';
import { dateTimeFormat, type GrafanaTheme2, type TimeRange } from '@grafana/data';
import { Button, ConfirmModal, useStyles2 } from '@grafana/ui';

import { jsonLines, type LogEntry, logTable } from 'foreband-engine';
import { browserLog } from '../../stores/browserLog';
import { csvText } from '../../views/download/csvText';
import { downloadFile, fileName } from '../../views/download/downloadFile';

import { VerbosityField } from './VerbosityField';

interface Props {
  /** The entries to be downloaded: those the page shows, oldest first. */
  readonly entries: readonly LogEntry[];
  readonly range: TimeRange;
  /** The log has been emptied. */
  readonly onCleared: () => void;
}

function getStyles(theme: GrafanaTheme2) {
  return {
    bar: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(1) }),
    end: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(1), marginLeft: 'auto' }),
  };
}

function nameOf(range: TimeRange, extension: string): string {
  const [from, to] = [range.from, range.to].map((time) =>
    dateTimeFormat(time, { timeZone: 'utc', format: 'YYYY-MM-DDTHHmm' }),
  );
  return `${fileName('foreband-log', from, to)}.${extension}`;
}

/** The actions on the log: saving it as a file, emptying it, and setting how much it stores. */
export function LogActions({ entries, range, onCleared }: Props) {
  const styles = useStyles2(getStyles);
  const [isAsking, setIsAsking] = useState(false);
  const save = (extension: string, type: string, text: string) =>
    downloadFile(nameOf(range, extension), new Blob([text], { type: `${type};charset=utf-8` }));
  const clear = () => {
    setIsAsking(false);
    browserLog().clear().then(onCleared, onCleared);
  };
  const isEmpty = entries.length === 0;
  return (
    <div className={styles.bar} role="group" aria-label="What to do with the log">
      <Button
        size="sm"
        variant="secondary"
        icon="download-alt"
        disabled={isEmpty}
        onClick={() => save('jsonl', 'application/x-ndjson', jsonLines(entries))}
      >
        JSON Lines
      </Button>
      <Button
        size="sm"
        variant="secondary"
        icon="download-alt"
        disabled={isEmpty}
        onClick={() => save('csv', 'text/csv', csvText(logTable(entries)))}
      >
        CSV
      </Button>
      <span>
        {entries.length} {entries.length === 1 ? 'entry' : 'entries'}
      </span>
      <div className={styles.end}>
        <VerbosityField />
        <Button size="sm" variant="secondary" fill="outline" icon="trash-alt" onClick={() => setIsAsking(true)}>
          Empty the log
        </Button>
      </div>
      <ConfirmModal
        isOpen={isAsking}
        title="Empty the log"
        body="Every entry that this browser stores for you is deleted, not only those shown. Annotations in Grafana stay."
        confirmText="Empty the log"
        onConfirm={clear}
        onDismiss={() => setIsAsking(false)}
      />
    </div>
  );
}
