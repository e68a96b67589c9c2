import { css } from '@emotion/css';
import type { GrafanaTheme2, SelectableValue, StandardEditorProps } from '@grafana/data';
import { RadioButtonGroup, useStyles2 } from '@grafana/ui';

import { inheritedValue } from './inheritedValue';
import { NumberInput, type NumberInputConfig, shownNumber } from './NumberInput';
import { ResetRow } from './ResetRow';
import type { SwitchedNumberSettingName } from './settingNames';

/** What a number that can be switched off needs besides the option's own description. */
export interface SettingSwitchedNumberConfig extends NumberInputConfig {
  readonly setting: SwitchedNumberSettingName;
  /** The stored value it has when it is switched on. */
  readonly usual: number;
}

type Props = StandardEditorProps<number | null | undefined, SettingSwitchedNumberConfig>;

const choices: Array<SelectableValue<boolean>> = [
  { value: false, label: 'Off' },
  { value: true, label: 'On' },
];

const fallback: SettingSwitchedNumberConfig = { setting: 'robustDeviations', usual: 4 };

function getStyles(theme: GrafanaTheme2) {
  return {
    row: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(0.5) }),
    // A cut "Off" says nothing.
    choice: css({ flexShrink: 0 }),
    number: css({ flexGrow: 1, minWidth: 0 }),
  };
}

/** A number that can be switched off; nothing typed is the usual number. */
export function SettingSwitchedNumber({ value, onChange, item, context, id }: Props) {
  const styles = useStyles2(getStyles);
  const config: SettingSwitchedNumberConfig = item.settings ?? fallback;
  const inherited = inheritedValue(context.data, config.setting);
  const current = value === undefined ? inherited.value : value;
  return (
    <ResetRow
      isSet={value !== undefined}
      origin={inherited.origin}
      inheritedText={inherited.value === null ? 'off' : shownNumber(inherited.value, config)}
      onReset={() => onChange(undefined)}
    >
      <div className={styles.row}>
        <RadioButtonGroup
          className={styles.choice}
          options={choices}
          value={current !== null}
          onChange={(isOn) => onChange(isOn ? config.usual : null)}
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
              placeholder={shownNumber(config.usual, config)}
              onCommit={(next) => onChange(next ?? config.usual)}
            />
          </div>
        )}
      </div>
    </ResetRow>
  );
}
