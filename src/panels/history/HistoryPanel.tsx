import { useMemo, useState } from 'react';
import type { PanelProps } from '@grafana/data';
import { Button, usePanelContext, useTheme2 } from '@grafana/ui';
import type { TimeSpan } from 'foreband-detector';

import { howLongOptionsLast } from '../../grafana/howLongOptionsLast';
import { formatSpan } from '../../views/formatTime';
import { HistoryViews } from '../../views/history/HistoryViews';
import { SeriesPicker } from '../../views/layout/SeriesPicker';
import { emptyState } from '../../views/states/emptyState';
import { NOTE_STRIP_PX, NoteStrip } from '../../views/states/NoteStrip';
import { SimulatedMark } from '../../views/states/SimulatedMark';
import { StateMessage } from '../../views/states/StateMessage';

import { useHistoryModel } from './model/useHistoryModel';
import { parseHistoryOptions, type HistoryPanelOptions } from './options/historyOptions';

type Props = PanelProps<HistoryPanelOptions>;

const WAITING = { title: 'Fetching the training window', advice: '', isError: false };

function roundSpan({ start, end }: TimeSpan): TimeSpan {
  return { start: Math.floor(start), end: Math.ceil(end) };
}

/** Shows what a series looks like, and what the model makes of it. */
export function HistoryPanel(props: Props) {
  const { data, width, height, timeZone, onOptionsChange } = props;
  const theme = useTheme2();
  const context = usePanelContext();
  const options = useMemo(() => parseHistoryOptions(props.options), [props.options]);
  const model = useHistoryModel(data, options, theme, timeZone);
  const [excluded, setExcluded] = useState<TimeSpan>();
  const { subject, notes, choices } = model;
  if (subject === undefined) {
    const state = model.isWaiting ? WAITING : emptyState(data, notes);
    return <StateMessage state={state} width={width} height={height} />;
  }
  const setExclusions = (exclusions: readonly TimeSpan[]) =>
    onOptionsChange({ ...options, settings: { ...options.settings, exclusions } });
  const exclude = (span: TimeSpan) => {
    const whole = roundSpan(span);
    setExcluded(whole);
    setExclusions([...subject.exclusions, whole]);
  };
  const isExcluded = subject.exclusions.some(({ start, end }) => start === excluded?.start && end === excluded.end);
  const undo = () => {
    setExclusions(subject.exclusions.filter(({ start, end }) => start !== excluded?.start || end !== excluded.end));
    setExcluded(undefined);
  };
  const hasStrip = choices.length > 1 || model.isSimulated || notes.length > 0;
  const duration = howLongOptionsLast(context.app);
  return (
    <div style={{ position: 'relative', width, height, overflow: 'hidden' }} data-testid="foreband history panel">
      {model.isSimulated && <SimulatedMark width={width} height={height} />}
      {hasStrip && (
        <NoteStrip notes={notes} isSimulated={model.isSimulated} width={width}>
          <SeriesPicker
            choices={choices}
            value={model.chosen}
            onChange={(series) => onOptionsChange({ ...options, series })}
          />
        </NoteStrip>
      )}
      <HistoryViews
        key={model.chosen}
        width={width}
        height={hasStrip ? height - NOTE_STRIP_PX : height}
        subject={subject}
        views={options.views}
        averagesMs={options.averagesMs}
        onExclude={exclude}
        excludeHint={`This time range is excluded from the fit, and the model refitted at once. ${duration}`}
        hint={
          excluded !== undefined && isExcluded ? (
            <>
              <span>{`Excluded ${formatSpan(excluded.start, excluded.end, timeZone)}. ${duration}`}</span>
              <Button size="sm" variant="secondary" fill="text" onClick={undo}>
                Undo
              </Button>
            </>
          ) : undefined
        }
      />
    </div>
  );
}
