/** A remark for the reader of a panel. */
export interface PanelNote {
  readonly severity: 'info' | 'warning' | 'error';
  readonly text: string;
}
