import type { PanelOptionsEditorBuilder } from '@grafana/data';

import type { OptionsWithSettings } from './optionsWithSettings';
import { SettingNumber, type SettingNumberConfig } from './SettingNumber';

/** Adds an editor for a numeric setting to the panel's options. */
export function addNumber<Options extends OptionsWithSettings>(
  builder: PanelOptionsEditorBuilder<Options>,
  option: { readonly name: string; readonly description: string; readonly category: string[] },
  config: SettingNumberConfig,
): void {
  builder.addCustomEditor<SettingNumberConfig, number | null | undefined>({
    id: `settings.${config.setting}`,
    path: `settings.${config.setting}`,
    ...option,
    editor: SettingNumber,
    settings: config,
  });
}
