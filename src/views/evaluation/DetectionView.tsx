import { memo, useMemo, useState } from 'react';

import { formatSpan, formatTime } from '../formatTime';
import { ViewTile } from '../layout/ViewTile';
import { BrushLayer } from '../plot/BrushLayer';
import { bandPath, linePath } from '../plot/linePath';
import { nearestRow } from '../plot/nearestRow';
import { Plot } from '../plot/Plot';
import { roundDomain, type PlotFrame } from '../plot/plotFrame';
import { timeAxis } from '../plot/timeTicks';
import { usePlotColors } from '../plot/usePlotColors';

import type { EvaluationViewProps } from './evaluationViewProps';
import { OutcomeMark } from './OutcomeMark';
import { outcomeAt, outcomeCounts, outcomesOf, type Outcome } from './outcomes';
import { QUESTION_STRIP_PX, QuestionStrip } from './QuestionStrip';
import { rowsText } from './rowsText';

const MARK_ROW_PX = 8;
const MIN_HEIGHT_WITH_QUESTION = 120;

interface MarksProps extends Pick<EvaluationViewProps, 'evaluation'> {
  readonly frame: PlotFrame;
  readonly outcomes: readonly Outcome[];
}

// The held-out samples and their forecast do not move while a threshold is tried.
const Samples = memo(function Samples({
  frame,
  heldOut,
}: {
  frame: PlotFrame;
  heldOut: MarksProps['evaluation']['heldOut'];
}) {
  const colors = usePlotColors();
  const { time, y, forecast } = heldOut;
  return (
    <>
      <path
        d={linePath(time, forecast.yhat, frame)}
        stroke={colors.text}
        strokeDasharray="4 3"
        data-legend="expected"
      />
      <path d={linePath(time, y, frame)} stroke={colors.subject} strokeLinecap="round" data-legend="measured" />
    </>
  );
});

function DetectionMarks({ frame, evaluation, outcomes }: MarksProps) {
  const colors = usePlotColors();
  const { heldOut, detection } = evaluation;
  return (
    <>
      {outcomes.map(({ start, end, kind }) => (
        <rect
          key={`${start} ${kind}`}
          x={frame.x(start) - 0.5}
          width={Math.max(2, frame.x(end) - frame.x(start) + 1)}
          y={frame.top}
          height={frame.height}
          fill={colors[kind]}
          fillOpacity={0.22}
        />
      ))}
      <path
        d={bandPath(heldOut.time, detection.bandLower, detection.bandUpper, frame)}
        fill={colors.subject}
        fillOpacity={0.18}
        data-legend="band"
      />
      <Samples frame={frame} heldOut={heldOut} />
      {outcomes.map(({ start, end, kind }) => (
        <OutcomeMark
          key={`${start} ${kind}`}
          kind={kind}
          x={frame.x((start + end) / 2)}
          y={frame.top + MARK_ROW_PX}
          color={colors[kind]}
          background={colors.background}
        />
      ))}
    </>
  );
}

// The incident that was pointed at last is asked about, so that the way to its buttons may lead over other samples.
function useQuestion({ basis, answering, timeZone, height }: EvaluationViewProps, pointed: Outcome | undefined) {
  const [last, setLast] = useState<number>();
  const open = basis.unplanted.filter(({ isReal }) => isReal === undefined);
  const met = pointed && open.find(({ start, end }) => start <= pointed.end && pointed.start <= end);
  if (met !== undefined && met.start !== last) {
    setLast(met.start);
  }
  const asked = open.find(({ start }) => start === last) ?? open.at(0);
  return asked === undefined || answering === undefined || height < MIN_HEIGHT_WITH_QUESTION ? null : (
    <QuestionStrip incident={asked} nMore={open.length - 1} timeZone={timeZone} answering={answering} />
  );
}

/** The events that should have been found, those that were, and the false alarms, on the held-out samples. */
export function DetectionView(props: EvaluationViewProps) {
  const { basis, evaluation, timeZone, format, width, height } = props;
  const { heldOut, detection, events, labels } = evaluation;
  const { time, y } = heldOut;
  const outcomes = useMemo(() => outcomesOf(events), [events]);
  const axes = useMemo(
    () => ({ x: timeAxis([time[0], time[time.length - 1]], timeZone), y: { domain: roundDomain(y), format } }),
    [time, y, timeZone, format],
  );
  const [hovered, setHovered] = useState<number>();
  const reach = (axes.x.domain[1] - axes.x.domain[0]) / 100;
  const pointed = hovered === undefined ? undefined : outcomeAt(outcomes, hovered, reach);
  const strip = useQuestion(props, pointed);
  const row = hovered === undefined ? -1 : nearestRow(time, hovered);
  const atRow = row < 0 ? '' : `${formatTime(time[row], timeZone)} · ${format(y[row])}`;
  const readout =
    row < 0
      ? rowsText(heldOut)
      : pointed === undefined
        ? atRow
        : `${formatSpan(pointed.start, pointed.end, timeZone)} · ${pointed.text}`;
  return (
    <ViewTile
      width={width}
      height={height}
      title="Detection"
      subject={basis.name}
      readout={readout}
      table={() => ({
        headings: ['time', 'value', 'expected', 'lower', 'upper', 'score', 'flagged', 'label'],
        rows: Array.from(time, (at, index) => [
          new Date(at).toISOString(),
          y[index],
          heldOut.forecast.yhat[index],
          detection.bandLower[index],
          detection.bandUpper[index],
          detection.score[index],
          detection.anomalous[index],
          labels[index],
        ]),
      })}
    >
      {(size) => (
        <>
          {strip}
          <Plot
            {...size}
            height={strip === null ? size.height : Math.max(1, size.height - QUESTION_STRIP_PX)}
            label={`Held-out samples with their band: ${outcomeCounts(events)}`}
            {...axes}
            overlay={(frame) => (
              <BrushLayer
                frame={frame}
                label="Held-out samples over time"
                range={undefined}
                rangeText={readout}
                onBrush={() => undefined}
                onHover={setHovered}
                step={reach}
              />
            )}
          >
            {(frame) => <DetectionMarks frame={frame} evaluation={evaluation} outcomes={outcomes} />}
          </Plot>
        </>
      )}
    </ViewTile>
  );
}
