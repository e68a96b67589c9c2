/** A remark for whoever looks at a series: worth knowing, wrong, or in the way of an answer. */
export interface Note {
  readonly severity: 'info' | 'warning' | 'error';
  readonly text: string;
}
