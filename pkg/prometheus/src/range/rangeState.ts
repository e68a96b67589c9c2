import type { TimeSpan } from '../span.js';

import { withRefusal, REFUSED_FOR_MS, type Refusal } from './refusals.js';
import type { AnswerContext, RangeStore, RangeTypes } from './rangeStore.js';
import { MAX_POINTS_PER_PIECE } from './askInPieces.js';

/** A span that was answered, and when (epoch ms). */
export interface AnsweredSpan {
  readonly span: TimeSpan;
  readonly moment: number;
}

/** All that is known of a query. */
export interface RangeState<Types extends RangeTypes> {
  readonly stored: Types['stored'];
  /** Spans that are being asked for. */
  readonly inFlight: readonly TimeSpan[];
  /** Spans answered a moment ago: not asked for again by a reader who comes now. */
  readonly fresh: readonly AnsweredSpan[];
  readonly refusals: readonly Refusal[];
  /** The longest pieces the server may accept, until it is tried with longer ones again (epoch ms). */
  readonly pieces: { readonly maxPoints: number; readonly expiresAt: number };
  /** Spans answered whole since there is nothing older. */
  readonly nAnswered: number;
}

/** Everything that can happen to a query. Moments are epoch ms. */
export type RangeAction<Types extends RangeTypes> =
  | { readonly type: 'restored'; readonly add: (stored: Types['stored']) => Types['stored'] }
  | { readonly type: 'asked'; readonly span: TimeSpan }
  | {
      readonly type: 'arrived';
      readonly piece: TimeSpan;
      readonly answer: Types['answer'];
      readonly context: AnswerContext;
    }
  | { readonly type: 'shortened'; readonly maxPoints: number; readonly moment: number }
  | { readonly type: 'answered'; readonly span: TimeSpan; readonly coveredFrom: number; readonly moment: number }
  /** A request failed, or nobody waits for it any more. */
  | { readonly type: 'givenUp'; readonly span: TimeSpan }
  | { readonly type: 'forgotten' };

/**
 * For so long (ms) an answer is fresh: the panels of a page mount within this, and need not ask for the newest steps
 * one after the other.
 */
export const FRESH_FOR_MS = 1000;

/** The state of a query that was never asked. */
export function initialState<Types extends RangeTypes>({ empty }: RangeStore<Types>): RangeState<Types> {
  return {
    stored: empty,
    inFlight: [],
    fresh: [],
    refusals: [],
    pieces: { maxPoints: MAX_POINTS_PER_PIECE, expiresAt: Infinity },
    nAnswered: 0,
  };
}

/** The longest pieces (in points) to ask for at a moment (epoch ms). */
export function maxPointsAt({ pieces }: Pick<RangeState<RangeTypes>, 'pieces'>, moment: number): number {
  return moment < pieces.expiresAt ? pieces.maxPoints : MAX_POINTS_PER_PIECE;
}

/** The spans that were answered less than a second before a moment (epoch ms). */
export function freshAt({ fresh }: Pick<RangeState<RangeTypes>, 'fresh'>, moment: number): AnsweredSpan[] {
  return fresh.filter((answered) => moment - answered.moment < FRESH_FOR_MS);
}

function without<Item>(items: readonly Item[], item: Item): Item[] {
  return items.filter((one) => one !== item);
}

/** The state after an action. */
export function reduceRange<Types extends RangeTypes>(
  store: RangeStore<Types>,
  state: RangeState<Types>,
  action: RangeAction<Types>,
): RangeState<Types> {
  switch (action.type) {
    case 'restored':
      return { ...state, stored: action.add(state.stored) };
    case 'asked':
      return { ...state, inFlight: [...state.inFlight, action.span] };
    case 'arrived':
      return { ...state, stored: store.write(state.stored, action.piece, action.answer, action.context) };
    case 'shortened': {
      const maxPoints = Math.min(action.maxPoints, maxPointsAt(state, action.moment));
      return { ...state, pieces: { maxPoints, expiresAt: action.moment + REFUSED_FOR_MS } };
    }
    case 'answered': {
      const { span, coveredFrom, moment } = action;
      return {
        ...state,
        inFlight: without(state.inFlight, span),
        fresh: [...freshAt(state, moment), { span: { start: coveredFrom, end: span.end }, moment }],
        refusals: coveredFrom > span.start ? withRefusal(state.refusals, coveredFrom, moment) : state.refusals,
        nAnswered: state.nAnswered + 1,
      };
    }
    case 'givenUp':
      return { ...state, inFlight: without(state.inFlight, action.span) };
    case 'forgotten':
      return initialState(store);
  }
}
