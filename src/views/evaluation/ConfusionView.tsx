import { percentText, type PointScores } from 'foreband-detector';

import { ViewTile } from '../layout/ViewTile';
import type { PlotSize } from '../plot/plotFrame';
import { usePlotColors } from '../plot/usePlotColors';

import type { EvaluationViewProps } from './evaluationViewProps';

interface Cell {
  readonly name: string;
  readonly count: number;
  /** Share of its row: of the anomalous or of the normal points. */
  readonly share: number;
  readonly tone: 'found' | 'missed' | 'wrong' | 'subject';
}

function cellsOf({ truePositives, falseNegatives, falsePositives, trueNegatives }: PointScores): readonly Cell[] {
  const anomalous = truePositives + falseNegatives;
  const normal = falsePositives + trueNegatives;
  return [
    { name: 'found', count: truePositives, share: truePositives / anomalous, tone: 'found' },
    { name: 'missed', count: falseNegatives, share: falseNegatives / anomalous, tone: 'missed' },
    { name: 'false alarm', count: falsePositives, share: falsePositives / normal, tone: 'wrong' },
    { name: 'left alone', count: trueNegatives, share: trueNegatives / normal, tone: 'subject' },
  ];
}

const LEFT = 70;
const TOP = 20;
const GAP = 3;
/** Below this height a cell has one line of text. */
const MIN_HEIGHT_WITH_SHARE = 36;

/** The middle of a cell, and whether there is room for one line only. */
interface CellPlace {
  readonly x: number;
  readonly y: number;
  readonly isLow: boolean;
}

function CellText({ count, name, share, x, y, isLow }: Cell & CellPlace) {
  const colors = usePlotColors();
  return isLow ? (
    <text x={x} y={y} dy="0.35em" fill={colors.text}>
      {`${count} ${name}`}
    </text>
  ) : (
    <>
      <text x={x} y={y} dy="-0.1em" fontSize={15} fill={colors.text}>
        {count}
      </text>
      <text x={x} y={y} dy="1.3em" fill={colors.text}>
        {`${name}, ${percentText(share)}`}
      </text>
    </>
  );
}

function Matrix({ width, height, points }: PlotSize & { readonly points: PointScores }) {
  const colors = usePlotColors();
  const cell = { width: (width - LEFT - GAP) / 2, height: (height - TOP - GAP) / 2 };
  const place = (index: number) => ({
    x: LEFT + (index % 2) * (cell.width + GAP),
    y: TOP + Math.floor(index / 2) * (cell.height + GAP),
  });
  const cells = cellsOf(points);
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={cells.map(({ name, count }) => `${name}: ${count}`).join(', ')}
      data-figure=""
      fontFamily={colors.fontFamily}
      fontSize={11}
      textAnchor="middle"
    >
      {['Flagged', 'Left alone'].map((heading, column) => (
        <text key={heading} x={place(column).x + cell.width / 2} y={TOP - 7} fill={colors.faintText}>
          {heading}
        </text>
      ))}
      {['Anomalous', 'Normal'].map((heading, row) => (
        <text
          key={heading}
          x={LEFT - 6}
          y={place(2 * row).y + cell.height / 2}
          dy="0.35em"
          textAnchor="end"
          fill={colors.faintText}
        >
          {heading}
        </text>
      ))}
      {cells.map(({ name, share, tone }, index) => {
        const { x, y } = place(index);
        const middle = { x: x + cell.width / 2, y: y + cell.height / 2 };
        return (
          <g key={name}>
            <rect
              x={x}
              y={y}
              {...cell}
              rx={2}
              fill={colors[tone]}
              fillOpacity={0.08 + 0.32 * (Number.isNaN(share) ? 0 : share)}
              stroke={colors[tone]}
            />
            <CellText {...cells[index]} {...middle} isLow={cell.height < MIN_HEIGHT_WITH_SHARE} />
          </g>
        );
      })}
    </svg>
  );
}

/** Point by point: how many were flagged rightly and wrongly. */
export function ConfusionView({ basis, evaluation, width, height }: EvaluationViewProps) {
  const { points } = evaluation;
  const rates = [
    ['precision', points.precision],
    ['recall', points.recall],
    ['F1', points.f1],
    ['specificity', points.specificity],
    ['false-positive rate', points.falsePositiveRate],
    ['false-negative rate', points.falseNegativeRate],
  ] as const;
  return (
    <ViewTile
      width={width}
      height={height}
      title="Points"
      subject={basis.name}
      readout={rates
        .slice(0, 3)
        .map(([name, rate]) => `${name} ${percentText(rate)}`)
        .join(' · ')}
      table={() => ({
        headings: ['figure', 'value'],
        rows: [...cellsOf(points).map(({ name, count }) => [name, count]), ...rates.map((rate) => [...rate])],
      })}
    >
      {(size) => <Matrix {...size} points={points} />}
    </ViewTile>
  );
}
