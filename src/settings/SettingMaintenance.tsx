import { useMemo, useState } from 'react';
import { css } from '@emotion/css';
import { dateTimeFormat, type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { TimeSpan } from 'foreband-detector';
import { DASHBOARD_ZONE, maintenanceSpans, parseMaintenance } from 'foreband-engine';

import { inheritedValue } from './inheritedValue';
import { LinesInput } from './LinesInput';
import { ResetRow } from './ResetRow';
import { settingOfKind, type SettingEditorProps } from './settingEditor';

const EXAMPLE = 'Sun 02:00 to 04:00 Backup\n2nd Tue 20:00 to 24:00 Updates\nlast day 22:00 to 02:00';

/** Far enough for a window of every month. */
const AHEAD_MS = 62 * 86_400_000;

function getStyles(theme: GrafanaTheme2) {
  return { next: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }) };
}

/** The fault of a text, or the window of it that comes next, if any does. */
function lookAhead(
  text: string,
  timeZone: string,
  now: number,
): { readonly problem?: string; readonly next?: TimeSpan } {
  try {
    const spans = maintenanceSpans(parseMaintenance(text), timeZone, { start: now, end: now + AHEAD_MS });
    return { next: [...spans].sort((left, right) => left.start - right.start)[0] };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

/** Hours that return and are neither fitted nor flagged, as text. */
export function SettingMaintenance({ value, onChange, item, context, id }: SettingEditorProps<string>) {
  const styles = useStyles2(getStyles);
  const [draft, setDraft] = useState<string>();
  const [now] = useState(() => Date.now());
  const inherited = inheritedValue(context, settingOfKind({ item }, 'maintenance'));
  const { value: zone } = inheritedValue(context, 'timeZone');
  const timeZone = zone === DASHBOARD_ZONE ? 'UTC' : zone;
  const text = value ?? inherited.value;
  const { problem, next } = useMemo(() => lookAhead(draft ?? text, timeZone, now), [draft, text, timeZone, now]);
  const format = (time: number) => dateTimeFormat(time, { timeZone, format: 'ddd YYYY-MM-DD HH:mm' });
  return (
    <ResetRow
      isSet={value !== undefined}
      origin={inherited.origin}
      inheritedText={inherited.value === '' ? 'none' : 'the windows'}
      onReset={() => onChange(undefined)}
    >
      <LinesInput
        id={id}
        name={item.name}
        value={text}
        draft={draft}
        problem={problem}
        placeholder={EXAMPLE}
        onDraft={setDraft}
        onCommit={onChange}
      />
      {next !== undefined && (
        <div className={styles.next}>
          Next: {format(next.start)} to {format(next.end)} ({timeZone})
        </div>
      )}
    </ResetRow>
  );
}
