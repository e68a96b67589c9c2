import { durationText, numberText, type Period } from 'foreband-detector';

import { FigureList } from '../FigureList';
import { ViewTile } from '../layout/ViewTile';
import { ViewMessage } from '../states/ViewMessage';

import type { HistoryViewProps } from './historyViewProps';
import { periodsOf } from './periodsOf';
import { gridText } from './selectedGrid';

const calendarNames = { hour: 'Hour', halfDay: 'Half a day', day: 'Day', week: 'Week', year: 'Year' } as const;
const seasonalityOf: Readonly<Record<string, string>> = { day: 'daily', week: 'weekly', year: 'yearly' };

function nameOf({ calendar, periodMs }: Period): string {
  return calendar === null ? durationText(periodMs) : calendarNames[calendar];
}

/** The rhythms of the series, and whether the model knows them. */
export function PeriodsView({ subject, grid, selection, width, height }: HistoryViewProps) {
  const periods = periodsOf(grid);
  const seasonalities = subject.components?.().seasonalities.map(({ name }) => name);
  const isModelled = ({ calendar }: Period) => seasonalities?.includes(seasonalityOf[calendar ?? ''] ?? '') === true;
  const modelText = (period: Period) => (seasonalities === undefined ? '–' : isModelled(period) ? 'yes' : 'no');
  return (
    <ViewTile
      width={width}
      height={height}
      title="Periods"
      subject={subject.name}
      readout={gridText(selection)}
      hasFigure={false}
      table={() => ({
        headings: ['period', 'length (ms)', 'strength', 'in the model'],
        rows: periods.map((period) => [nameOf(period), period.periodMs, period.strength, modelText(period)]),
      })}
    >
      {() =>
        periods.length === 0 ? (
          <ViewMessage
            title="No rhythm found"
            advice="No period that fits into the series twice repeats. A longer training window may show one."
          />
        ) : (
          <FigureList
            caption={`Rhythms of ${subject.name}`}
            headings={['Length', 'Strength', 'In the model']}
            rows={periods.map((period) => [
              nameOf(period),
              durationText(period.periodMs),
              numberText(period.strength),
              modelText(period),
            ])}
          />
        )
      }
    </ViewTile>
  );
}
