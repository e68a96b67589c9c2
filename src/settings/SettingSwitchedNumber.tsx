import { css } from '@emotion/css';
import type { GrafanaTheme2, SelectableValue } from '@grafana/data';
import { RadioButtonGroup, useStyles2 } from '@grafana/ui';

import { settingsTable, type Setting } from 'foreband-engine';

import { inheritedValue } from './inheritedValue';
import { numberConfig, shownNumber } from './numberConfig';
import { NumberInput } from './NumberInput';
import { ResetRow } from './ResetRow';
import { settingOf, type SettingEditorProps } from './settingEditor';

const choices: Array<SelectableValue<boolean>> = [
  { value: false, label: 'Off' },
  { value: true, label: 'On' },
];

function getStyles(theme: GrafanaTheme2) {
  return {
    row: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(0.5) }),
    // A cut "Off" says nothing.
    choice: css({ flexShrink: 0 }),
    number: css({ flexGrow: 1, minWidth: 0 }),
  };
}

/** A number that can be switched off; nothing typed is the usual number. */
export function SettingSwitchedNumber({ value, onChange, item, context, id }: SettingEditorProps<number | null>) {
  const styles = useStyles2(getStyles);
  const name = settingOf({ item });
  const row: Setting = settingsTable[name];
  const config = numberConfig(row);
  const usual = row.kind === 'switchedNumber' ? row.usual : 0;
  const inherited = inheritedValue(context, name);
  const inheritedNumber = typeof inherited.value === 'number' ? inherited.value : null;
  const current = value === undefined ? inheritedNumber : value;
  return (
    <ResetRow
      isSet={value !== undefined}
      origin={inherited.origin}
      inheritedText={inheritedNumber === null ? 'off' : shownNumber(inheritedNumber, config)}
      onReset={() => onChange(undefined)}
    >
      <div className={styles.row}>
        <RadioButtonGroup
          className={styles.choice}
          options={choices}
          value={current !== null}
          onChange={(isOn) => onChange(isOn ? usual : null)}
          aria-label={item.name}
          size="sm"
        />
        {current !== null && (
          <div className={styles.number}>
            <NumberInput
              id={id}
              name={`${item.name}: value`}
              config={config}
              value={current}
              placeholder={shownNumber(usual, config)}
              onCommit={(next) => onChange(next ?? usual)}
            />
          </div>
        )}
      </div>
    </ResetRow>
  );
}
