import type { PanelOptionsEditorBuilder } from '@grafana/data';

import type { OptionsWithSettings } from './optionsWithSettings';
import { SettingChoice, type SettingChoiceConfig } from './SettingChoice';
import { SettingEvents } from './SettingEvents';
import { SettingRegion } from './SettingRegion';

const CALENDAR = ['Holidays and events'];

/** Options that say which days and hours are unlike others. */
export function addCalendarOptions<Options extends OptionsWithSettings>(
  builder: PanelOptionsEditorBuilder<Options>,
): void {
  builder
    .addCustomEditor<unknown, string | undefined>({
      id: 'settings.holidayRegion',
      path: 'settings.holidayRegion',
      name: 'Public holidays',
      description: 'The country, state or region whose public and bank holidays are unlike other days.',
      category: CALENDAR,
      editor: SettingRegion,
    })
    .addCustomEditor<SettingChoiceConfig, string | undefined>({
      id: 'settings.holidayEffect',
      path: 'settings.holidayEffect',
      name: 'Holidays are',
      description:
        'Alike: what one holiday was like is learnt for all, as a window of a month needs it. Each its own: for windows of years.',
      category: CALENDAR,
      editor: SettingChoice,
      settings: {
        setting: 'holidayEffect',
        choices: [
          { value: 'shared', label: 'Alike' },
          { value: 'separate', label: 'Each its own' },
        ],
      },
    })
    .addCustomEditor<unknown, string | undefined>({
      id: 'settings.events',
      path: 'settings.events',
      name: 'Events',
      description:
        'One a line, as "2026-11-27 Black Friday" or "2026-12-01 18:00 to 20:00 Backup", or a pasted iCalendar text. Events of one name are alike.',
      category: CALENDAR,
      editor: SettingEvents,
    });
}
