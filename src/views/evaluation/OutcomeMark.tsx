import type { OutcomeKind } from './outcomes';

interface Props {
  readonly kind: OutcomeKind;
  readonly x: number;
  readonly y: number;
  readonly color: string;
  /** Color behind it. */
  readonly background: string;
}

// Each kind has a shape of its own, so that color never speaks alone: a tick in a disc, a cross, a triangle, a diamond.
const shapes: Readonly<Record<OutcomeKind, string>> = {
  found: 'M-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z',
  missed: 'M-4 -4L4 4M-4 4L4 -4',
  wrong: 'M0 -5L5 4H-5z',
  unknown: 'M0 -6L6 0L0 6L-6 0z',
};

const names: Readonly<Record<OutcomeKind, string>> = {
  found: 'found',
  missed: 'missed',
  wrong: 'false alarm',
  unknown: 'not planted: yours?',
};

/** The mark of an outcome. Decorative: its name stands beside it or is read off. */
export function OutcomeMark({ kind, x, y, color, background }: Props) {
  return (
    <g transform={`translate(${x} ${y})`} aria-hidden="true" data-legend={names[kind]}>
      <path
        d={shapes[kind]}
        fill={kind === 'missed' ? 'none' : color}
        stroke={kind === 'missed' ? color : background}
        strokeWidth={kind === 'missed' ? 2.5 : 1}
      />
      {kind === 'found' && <path d="M-2.5 0L-0.8 2L2.6 -2" fill="none" stroke={background} strokeWidth={1.5} />}
    </g>
  );
}
