import { css } from '@emotion/css';
import type { GrafanaTheme2, SelectableValue, StandardEditorProps } from '@grafana/data';
import { RadioButtonGroup, useStyles2 } from '@grafana/ui';

import {
  isPresetSetting,
  migrationRemark,
  type PartialSettings,
  type PresetName,
  presetNames,
  presetOf,
  presets,
} from 'foreband-engine';

import { inheritedSettings } from './inheritedValue';

type Props = StandardEditorProps<PartialSettings | undefined>;
type Choice = 'inherited' | PresetName;

const labels: Readonly<Record<PresetName, string>> = { adaptive: 'Adaptive', classic: 'Classic' };

function isDefined([, value]: readonly [string, unknown]): boolean {
  return value !== undefined;
}

/** The settings without those that presets decide. */
function withoutPreset(settings: PartialSettings): PartialSettings {
  return Object.fromEntries(Object.entries(settings).filter(([name]) => !isPresetSetting(name)));
}

/**
 * Sets at once what a preset decides, in the panel: each can be changed afterward, and the query's own come back with
 * the first choice. Its value is the whole of the panel's settings.
 */
export function SettingPreset({ value = {}, onChange, item, context, id }: Props) {
  const { settings: inherited, originOf } = inheritedSettings(context);
  const origin = originOf('thresholdMultiplier');
  const set = Object.fromEntries(Object.entries(value).filter(isDefined));
  const current = presetOf({ ...inherited, ...set });
  const isInherited = !Object.keys(set).some(isPresetSetting);
  const choices: Array<SelectableValue<Choice>> = [
    { value: 'inherited', label: origin === 'query' ? 'From the query' : 'Default' },
    ...presetNames.map((name) => ({ value: name, label: labels[name] })),
  ];
  const select = (choice: Choice) =>
    onChange(choice === 'inherited' ? withoutPreset(value) : { ...value, ...presets[choice] });
  return (
    <div>
      <RadioButtonGroup<Choice>
        id={id}
        options={choices}
        value={isInherited ? 'inherited' : current}
        onChange={select}
        aria-label={item.name}
        size="sm"
      />
      <PresetNote text={migrationRemark(set) ?? presetText(current, isInherited)} />
    </div>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    note: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
  };
}

function presetText(current: PresetName | undefined, isInherited: boolean): string | undefined {
  if (current === undefined) {
    return 'Changed by hand: no preset has all of these settings.';
  }
  return isInherited ? `This is "${labels[current]}".` : undefined;
}

function PresetNote({ text }: { readonly text: string | undefined }) {
  const styles = useStyles2(getStyles);
  return text === undefined ? null : <div className={styles.note}>{text}</div>;
}
