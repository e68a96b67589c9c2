import { dateTime, type TimeRange, type TimeZone } from '@grafana/data';
import { TimeRangePicker, ToolbarButton } from '@grafana/ui';

interface Props {
  readonly range: TimeRange;
  readonly timeZone: TimeZone;
  /** Whether an answer is on its way: it is not asked for twice. Default false. */
  readonly isWaiting?: boolean;
  readonly onRange: (range: TimeRange) => void;
  readonly onTimeZone: (timeZone: TimeZone) => void;
  readonly onRefresh: () => void;
}

function absolute(from: number, to: number): TimeRange {
  const [start, end] = [dateTime(from), dateTime(to)];
  return { from: start, to: end, raw: { from: start, to: end } };
}

/** The range moved by a share of its length, and made longer by another. */
function moved({ from, to }: TimeRange, share: number, growth: number): TimeRange {
  const spanMs = to.valueOf() - from.valueOf();
  const shift = spanMs * share;
  return absolute(
    Math.round(from.valueOf() + shift - (growth * spanMs) / 2),
    Math.round(to.valueOf() + shift + (growth * spanMs) / 2),
  );
}

/** Which time a page shows, and a refresh of it. */
export function TimeControls({ range, timeZone, isWaiting = false, onRange, onTimeZone, onRefresh }: Props) {
  return (
    <>
      <TimeRangePicker
        value={range}
        timeZone={timeZone}
        isOnCanvas
        onChange={onRange}
        onChangeTimeZone={onTimeZone}
        onMoveBackward={() => onRange(moved(range, -0.5, 0))}
        onMoveForward={() => onRange(moved(range, 0.5, 0))}
        onZoom={() => onRange(moved(range, 0, 1))}
      />
      <ToolbarButton icon="sync" variant="canvas" tooltip="Refresh" disabled={isWaiting} onClick={onRefresh} />
    </>
  );
}
