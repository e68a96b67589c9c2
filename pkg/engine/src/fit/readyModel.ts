import type { LearntModel } from './learntModel.js';

/** A model that was learnt before: nothing is fitted for a series that has one. */
export interface ReadyModel extends LearntModel {
  /** Where it was kept: in the panel's options, or in this browser. */
  readonly origin: 'pinned' | 'cached';
  /** When it was learnt, epoch ms. */
  readonly created: number;
}
