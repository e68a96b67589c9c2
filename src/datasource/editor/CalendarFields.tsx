import type { SelectableValue } from '@grafana/data';
import { InlineField, InlineFieldRow, RadioButtonGroup } from '@grafana/ui';

import { DASHBOARD_ZONE, defaultSettings, type LearningSettings } from 'foreband-engine';
import { EventsInput } from '../../settings/EventsInput';
import { RegionSelect } from '../../settings/RegionSelect';

import type { ModeFieldsProps } from './ModeFields';

type Effect = LearningSettings['holidayEffect'];

const effects: Array<SelectableValue<Effect>> = [
  { value: 'shared', label: 'Alike', description: 'What one holiday was like is learnt for all' },
  { value: 'separate', label: 'Each its own', description: 'For training windows of years' },
];

const orNothing = (text: string) => (text.trim() === '' ? undefined : text);

/** Days and hours that are unlike others: public holidays, and events of the user's own. */
export function CalendarFields({ settings, onChange, id, labelWidth }: ModeFieldsProps) {
  const { holidayRegion = '', holidayEffect = defaultSettings.holidayEffect, events = '' } = settings;
  const { timeZone = defaultSettings.timeZone } = settings;
  return (
    <>
      <InlineFieldRow>
        <InlineField
          label="Public holidays"
          tooltip="The country, state or region whose public and bank holidays are unlike other days."
          htmlFor={`${id}-region`}
          labelWidth={labelWidth}
        >
          <RegionSelect
            id={`${id}-region`}
            name="Public holidays"
            width={32}
            value={holidayRegion}
            onChange={(region) => onChange({ holidayRegion: orNothing(region) })}
          />
        </InlineField>
        {holidayRegion !== '' && (
          <InlineField
            label="Holidays are"
            tooltip="Alike: what one holiday was like is learnt for all, as a window of a month needs it."
          >
            <RadioButtonGroup<Effect>
              aria-label="Holidays are"
              options={effects}
              value={holidayEffect}
              onChange={(effect) =>
                onChange({ holidayEffect: effect === defaultSettings.holidayEffect ? undefined : effect })
              }
            />
          </InlineField>
        )}
      </InlineFieldRow>
      <InlineFieldRow>
        <InlineField
          label="Events"
          tooltip='One a line, as "2026-11-27 Black Friday", or a pasted iCalendar text. Events of one name are alike.'
          htmlFor={`${id}-events`}
          labelWidth={labelWidth}
          grow
        >
          <EventsInput
            id={`${id}-events`}
            name="Events"
            value={events}
            timeZone={timeZone === DASHBOARD_ZONE ? 'UTC' : timeZone}
            onCommit={(text) => onChange({ events: orNothing(text) })}
          />
        </InlineField>
      </InlineFieldRow>
    </>
  );
}
