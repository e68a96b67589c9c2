import { useState } from 'react';
import { css } from '@emotion/css';
import { dateTime, dateTimeFormat, type GrafanaTheme2 } from '@grafana/data';
import { Button, DateTimePicker, IconButton, useStyles2 } from '@grafana/ui';
import { countText, type TimeSpan } from 'foreband-detector';

import { exclusionText } from './exclusionText';
import { inheritedValue } from './inheritedValue';
import { ResetRow } from './ResetRow';
import { settingOfKind, type SettingEditorProps } from './settingEditor';

const HOUR_MS = 3_600_000;

function getStyles(theme: GrafanaTheme2) {
  return {
    span: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(0.5), marginBottom: theme.spacing(0.5) }),
    text: css({ flexGrow: 1, fontSize: theme.typography.bodySmall.fontSize }),
    form: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(0.5), marginTop: theme.spacing(0.5) }),
    buttons: css({ display: 'flex', gap: theme.spacing(1) }),
  };
}

const spanText = (span: TimeSpan) => exclusionText(span, (time) => dateTimeFormat(time));

function NewSpan({ onAdd, onCancel }: { readonly onAdd: (span: TimeSpan) => void; readonly onCancel: () => void }) {
  const styles = useStyles2(getStyles);
  const [end, setEnd] = useState(() => Math.floor(Date.now() / HOUR_MS) * HOUR_MS);
  const [start, setStart] = useState(() => end - HOUR_MS);
  return (
    <div className={styles.form}>
      <DateTimePicker label="From" date={dateTime(start)} onChange={(date) => setStart(date?.valueOf() ?? start)} />
      <DateTimePicker label="To" date={dateTime(end)} onChange={(date) => setEnd(date?.valueOf() ?? end)} />
      <div className={styles.buttons}>
        <Button size="sm" disabled={start > end} onClick={() => onAdd({ start, end })}>
          Add
        </Button>
        <Button size="sm" variant="secondary" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </div>
  );
}

/** Stretches of time that are neither fitted nor flagged: past outages, load tests. */
export function SettingExclusions({ value, onChange, item, context }: SettingEditorProps<readonly TimeSpan[]>) {
  const styles = useStyles2(getStyles);
  const [isAdding, setIsAdding] = useState(false);
  const inherited = inheritedValue(context, settingOfKind({ item }, 'spans'));
  const spans = value ?? inherited.value;
  return (
    <ResetRow
      isSet={value !== undefined}
      origin={inherited.origin}
      inheritedText={countText(inherited.value.length, 'excluded range')}
      onReset={() => onChange(undefined)}
    >
      {spans.map((span, index) => (
        <div key={`${span.start} ${span.end} ${index}`} className={styles.span}>
          <span className={styles.text}>{spanText(span)}</span>
          <IconButton
            name="trash-alt"
            size="sm"
            tooltip={`Fit to ${spanText(span)} again`}
            onClick={() => onChange(spans.filter((_, other) => other !== index))}
          />
        </div>
      ))}
      {isAdding ? (
        <NewSpan
          onCancel={() => setIsAdding(false)}
          onAdd={(span) => {
            setIsAdding(false);
            onChange([...spans, span]);
          }}
        />
      ) : (
        <Button size="sm" variant="secondary" icon="plus" onClick={() => setIsAdding(true)}>
          Exclude a time range
        </Button>
      )}
    </ResetRow>
  );
}
